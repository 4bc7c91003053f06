#!/usr/bin/env bash
# Opens the window on a copy of the guide with one other digit, and on one without: the name of the window tells them
# apart. Usage: which_guide.sh PROGRAM, with DISPLAY set.
set -euo pipefail
program=$(realpath "$1")
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
scratch=$(mktemp -d)
window=''
trap '[ -z "$window" ] || kill "$window" 2>/dev/null || true; rm -rf "$scratch"' EXIT
export WEGWIJZER_CONFIG_DIR=$scratch/config LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY WAYLAND_SOCKET
sed 's/033 448 11 86/033 448 11 68/' "$here/../../data/wegwijzer.ron" >"$scratch/kopie van Jan.ron"
cp "$here/../../data/wegwijzer.ron" "$scratch/gelijk.ron"

# named WORDS...: the name of the window that the program opens with these words, once it stays the same for some seconds:
# a guide is opened in the background.
named() {
    local id='' name='' before same=0
    "$program" "$@" 2>"$scratch/said" &
    window=$!
    for _ in {1..60}; do
        sleep 1
        kill -0 "$window" 2>/dev/null || {
            echo "which guide: the program ended before its window had a name: $(cat "$scratch/said")" >&2
            exit 1
        }
        id=$(xdotool search --onlyvisible --name NVM-wegwijzer 2>/dev/null | head -n 1) || true
        before=$name
        name=$([ -z "$id" ] || xdotool getwindowname "$id" 2>/dev/null) || true
        if [ -n "$name" ] && [ "$name" = "$before" ]; then same=$((same + 1)); else same=0; fi
        [ "$same" -lt 4 ] || break
    done
    kill "$window"
    wait "$window" 2>/dev/null || true
    window=''
    said=$name
}

for case in "NVM-wegwijzer|" "NVM-wegwijzer — kopie van Jan.ron|$scratch/kopie van Jan.ron" "NVM-wegwijzer|$scratch/gelijk.ron"; do
    file=${case#*|}
    named ${file:+"$file"}
    [ "$said" = "${case%%|*}" ] || {
        echo "which guide: the window on «${file##*/}» is called «$said»" >&2
        exit 1
    }
done
echo 'which guide: the name of the window says it'
