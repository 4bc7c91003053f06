#!/usr/bin/env bash
# Opens the window where the desktop lacks something or says something that does not hold: it opens all the same, or
# says in one line of the language of the settings what is wrong. Usage: refusals.sh PROGRAM, with DISPLAY set.
set -euo pipefail
program=$(realpath "$1")
scratch=$(mktemp -d)
window=''
trap '[ -z "$window" ] || kill "$window" 2>/dev/null || true; xrdb -remove 2>/dev/null || true; rm -rf "$scratch"' EXIT
export WEGWIJZER_CONFIG_DIR=$scratch/config LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY WAYLAND_SOCKET
mkdir -p "$WEGWIJZER_CONFIG_DIR"
fail() {
    printf 'refusals: %s\n' "$*" >&2
    exit 1
}

# Whether what comes in has it. It reads to the end: who stops reading breaks the pipe of who still writes.
says() { grep "$@" >/dev/null; }

# What it says in its own words: libraries such as libGL speak for themselves.
own_words() { grep -v -e '^libGL' -e '^MESA' -e '^libEGL' -e '^xkbcommon:' "$scratch/said" || true; }

# ends CODE PART WHAT COMMAND...: it ends with this code and says one line with this part in it, or nothing.
ends() {
    local wanted=$1 part=$2 what=$3 code=0
    shift 3
    timeout 60 "$@" >"$scratch/out" 2>"$scratch/said" || code=$?
    [ "$code" = "$wanted" ] || fail "$what: exit code $code instead of $wanted: $(cat "$scratch/said")"
    if [ -z "$part" ]; then
        [ -z "$(own_words)" ] || fail "$what: it says $(own_words)"
    else
        [ "$(own_words | wc -l)" = 1 ] && own_words | says -- "$part" || fail "$what: it says $(own_words)"
    fi
}

ends 0 '' 'a desk as it should be' "$program" --close-at-once
ends 0 '' 'a stale Wayland beside an X that is there' env WAYLAND_DISPLAY=nergens-1 XDG_RUNTIME_DIR="$scratch" "$program" --close-at-once
ends 1 'geen scherm gevonden' 'no screen at all' env -u DISPLAY WAYLAND_DISPLAY=nergens-1 XDG_RUNTIME_DIR="$scratch" "$program" --close-at-once
ends 1 'xkb-data' 'no data of keyboards' env XKB_CONFIG_ROOT=/nergens "$program" --close-at-once
ends 1 'OpenGL' 'no OpenGL' env LIBGL_DRIVERS_PATH=/nergens GALLIUM_DRIVER=none "$program" --close-at-once
if command -v faketime >/dev/null; then
    ends 0 '' 'a clock at the end of time' faketime -f '@9999-12-31 20:00:00' "$program" --close-at-once
fi
echo 'Xft.dpi: 0' | xrdb -merge
ends 0 '' 'a desktop of no dots at all' "$program" --close-at-once
xrdb -remove

# What destroys the window ends the program; what was set is kept.
printf '(language: en)\n' >"$WEGWIJZER_CONFIG_DIR/instellingen.ron"
"$program" 2>"$scratch/said" &
window=$!
for _ in {1..100}; do
    id=$(xdotool search --onlyvisible --name NVM-wegwijzer 2>/dev/null | head -n 1) || true
    [ -z "$id" ] || break
    sleep 0.2
done
[ -n "$id" ] || fail 'the window does not open'
sleep 2
xdotool windowclose "$id"
code=0
wait "$window" || code=$?
window=''
[ "$code" = 1 ] || [ "$code" = 0 ] || fail "a destroyed window: exit code $code: $(cat "$scratch/said")"
[ "$code" = 0 ] || [ "$(own_words | wc -l)" = 1 ] && own_words | says 'closed the window' || [ "$code" = 0 ] ||
    fail "a destroyed window: it says $(own_words)"
grep -q 'window:' "$WEGWIJZER_CONFIG_DIR/instellingen.ron" || fail 'a destroyed window: where it stood is not kept'
grep -q 'language: en' "$WEGWIJZER_CONFIG_DIR/instellingen.ron" || fail 'a destroyed window: the language is not kept'
echo 'refusals: the window opens, or says in one line why not'
