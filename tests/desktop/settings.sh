#!/usr/bin/env bash
# Kills the window, or has the system refuse it, at every call with which it keeps its settings: they are the old ones or
# the new ones, whole, and nothing is beside them. Usage: settings.sh PROGRAM, with DISPLAY set and strace installed.
set -euo pipefail
program=$(realpath "$1")
scratch=$(mktemp -d)
window=''
trap '[ -z "$window" ] || kill "$window" 2>/dev/null || true; rm -rf "$scratch"' EXIT
export WEGWIJZER_CONFIG_DIR=$scratch/config LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true
unset WAYLAND_DISPLAY WAYLAND_SOCKET
settings=$WEGWIJZER_CONFIG_DIR/instellingen.ron
mkdir -p "$WEGWIJZER_CONFIG_DIR"
fail() {
    printf 'settings: %s\n' "$*" >&2
    exit 1
}
if ! strace -f -o /dev/null true 2>/dev/null; then
    echo 'settings: not checked, strace may not be used here'
    exit 0
fi

tries=0
for call in openat fsync linkat rename,renameat fchmod; do
    for fault in error=EIO signal=SIGKILL; do
        printf '(language: en)\n' >"$settings"
        # Only calls on the folder of the settings count, where a call says which file it is about.
        only=()
        [ "$call" != openat ] || only=(-P "$WEGWIJZER_CONFIG_DIR")
        (strace -f -o "$scratch/trace" "${only[@]}" -e trace="$call" -e inject="$call:$fault:when=1+" \
            "$program" >/dev/null; true) 2>"$scratch/said" &
        window=$!
        id=''
        for _ in {1..150}; do
            id=$(xdotool search --onlyvisible --name NVM-wegwijzer 2>/dev/null | head -n 1) || true
            [ -z "$id" ] || break
            kill -0 "$window" 2>/dev/null || break
            sleep 0.2
        done
        if [ -n "$id" ]; then
            sleep 2
            xdotool windowfocus "$id" 2>/dev/null || true
            xdotool key --clearmodifiers ctrl+q 2>/dev/null || true
        fi
        for _ in {1..150}; do
            kill -0 "$window" 2>/dev/null || break
            sleep 0.2
        done
        ! kill -0 "$window" 2>/dev/null || fail "$call, $fault: the window stays"
        wait "$window" 2>/dev/null || true
        window=''
        [ "$(cat "$settings")" = '(language: en)' ] ||
            { grep -q 'language: en' "$settings" && grep -q 'window:' "$settings" && [ "$(tail -c 2 "$settings")" = ')' ]; } ||
            fail "$call, $fault: neither the old nor the new settings: $(cat "$settings")"
        left=$(find "$WEGWIJZER_CONFIG_DIR" -type f ! -name instellingen.ron)
        [ -z "$left" ] || [ "$fault" = signal=SIGKILL ] || fail "$call, $fault: left over: $left"
        ! grep -qsE 'leeftijd|16-17' "$settings" $left || fail "$call, $fault: something of a person is kept"
        rm -f "$WEGWIJZER_CONFIG_DIR"/.[!.]*
        grep -qE 'INJECTED|killed by SIGKILL' "$scratch/trace" || fail "$call, $fault: the window does not come there"
        tries=$((tries + 1))
    done
done
echo "settings: $tries times the old settings or the new ones"
