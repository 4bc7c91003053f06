#!/usr/bin/env bash
# Kills the program, or has the system refuse it, at every call with which it writes a file; then looks what is left:
# the old file or the new one, whole, and nothing of a person beside it. The same for a step by a coordinator: it is in the
# guide or in the journal. Usage: faults.sh PROGRAM SAVE_IN_PLACE, the second an example, with strace installed.
set -euo pipefail
program=$(realpath "$1")
saver=$(realpath "$2")
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
if ! strace -f -o /dev/null true 2>/dev/null; then
    echo 'faults: not checked, strace may not be used here'
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/folder"
cd "$scratch/folder"
said=$scratch/said
tries=0

fail() {
    printf 'faults: %s\n' "$*" >&2
    exit 1
}

# Whether two files are alike; a name that is not there is a file that is not there.
same() { if [ -e "$1" ] && [ -e "$2" ]; then cmp -s "$1" "$2"; else [ ! -e "$1" ] && [ ! -e "$2" ]; fi; }

# as_before FILE OLD: the file as it was before.
as_before() { if [ -e "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi; }

# hold WHAT FILE OLD COMMAND...: at every fault FILE is as OLD or as the command makes it.
hold() {
    local what=$1 file=$2 old=$3 new=$scratch/new call fault at times left at_once
    shift 3
    as_before "$file" "$old"
    "$@" >/dev/null
    mv "$file" "$new"
    for call in openat write fsync fdatasync linkat renameat unlinkat fchmod fchown flock; do
        times=4
        # The system opens some libraries and the program its settings before it opens a file to write.
        [ "$call" != openat ] || times=40
        for fault in error=EIO error=ENOSPC error=EACCES signal=SIGKILL; do
            for at in $(seq "$times"); do
                as_before "$file" "$old"
                (strace -f -o /dev/null -e trace="$call" -e inject="$call:$fault:when=$at" "$@" >/dev/null; true) 2>"$said" || true
                at_once="$what: $call, $fault, time $at"
                same "$file" "$old" || same "$file" "$new" || fail "$at_once: $file is neither the old nor the new file"
                # What is told is what happened.
                ! grep -q 'Niet bewaard' "$said" || same "$file" "$old" ||
                    fail "$at_once: it says that the new file was not kept: $(cat "$said")"
                ! grep -q 'is bewaard' "$said" || same "$file" "$new" ||
                    fail "$at_once: it says that the old file is the new one: $(cat "$said")"
                left=$(find . -type f ! -name "$file")
                if [ -n "$left" ]; then
                    # Only a kill between giving the new file a name beside the old one and that of the old one leaves it.
                    [ "$fault" = signal=SIGKILL ] && [ -e "$old" ] || fail "$at_once: left over: $left"
                    # The next file that is saved in this folder sweeps it, whatever its name is.
                    "$program" export card --out ander.txt leeftijd=volwassen >/dev/null
                    left=$(find . -type f ! -name "$file" ! -name ander.txt)
                    rm -f ander.txt
                    [ -z "$left" ] || fail "$at_once: the next time does not sweep $left"
                fi
                tries=$((tries + 1))
            done
        done
    done
    rm -f "$file"
}

card=("$program" export card --with-facets --out kaart.txt leeftijd=16-17)
echo oud >"$scratch/old-card"
sed 's/^ *//' "$here/broken/goed.ron" >"$scratch/old-guide"
hold 'a card where none was' kaart.txt "$scratch/nothing" "${card[@]}"
hold 'a card over another' kaart.txt "$scratch/old-card" "${card[@]}"
hold 'a guide put in its form' gids.ron "$scratch/old-guide" "$program" fmt gids.ron

# One step by a coordinator, at every call with which it is kept and saved.
steps() {
    local call fault at at_once told guide
    for call in openat write fsync fdatasync linkat rename renameat renameat2 unlink unlinkat ftruncate fchmod fchown flock mkdir; do
        for fault in signal=SIGKILL error=EIO error=ENOSPC error=EXDEV error=EACCES; do
            for at in $(seq 200); do
                rm -rf "$scratch/data" ./* .gids.ron.*
                cp "$scratch/old-guide" gids.ron
                (strace -f -o "$scratch/trace" -e trace="$call" -e inject="$call:$fault:when=$at" \
                    "$saver" save gids.ron "$scratch/data" >"$scratch/did"; true) 2>"$said" || true
                grep -qE 'INJECTED|killed by SIGKILL' "$scratch/trace" || break
                at_once="a step: $call, $fault, time $at"
                same gids.ron "$scratch/old-guide" || same gids.ron "$scratch/new-guide" ||
                    fail "$at_once: the guide is neither the old nor the new one"
                same gids.ron "$scratch/new-guide" && guide=1 || guide=0
                [ "$guide" = 1 ] || ! grep -qx saved "$scratch/did" || fail "$at_once: it says that the old guide is the new one"
                told=$("$saver" tell gids.ron "$scratch/data" 2>&1) || fail "$at_once: what is left cannot be read: $told"
                if [ "$guide" = 1 ]; then
                    # A journal that could not say that the guide was about to be saved makes it ask.
                    grep -qvE '^unsaved (0 |1 Changed)' <(grep '^unsaved' <<<"$told") && fail "$at_once: a step twice: $told"
                    grep -qx 'about to save' "$scratch/did" && [ "$fault" = signal=SIGKILL ] && ! grep -qx 'log 1' <<<"$told" &&
                        fail "$at_once: the log misses the step: $told"
                elif grep -qx safe "$scratch/did"; then
                    grep -qE '^unsaved 1 Same' <<<"$told" || fail "$at_once: the step is lost: $told"
                fi
                ! grep -qE '^log ([2-9]|1.)' <<<"$told" || fail "$at_once: the step is twice in the log: $told"
                "$saver" save gids.ron "$scratch/data" >/dev/null
                [ -z "$(find . -name '.*' -type f)" ] || fail "$at_once: the next time does not sweep $(find . -name '.*' -type f)"
                tries=$((tries + 1))
            done
        done
    done
}

cp "$scratch/old-guide" gids.ron
"$saver" save gids.ron "$scratch/data" >/dev/null
mv gids.ron "$scratch/new-guide"
rm -rf "$scratch/data" ./*
steps
echo "faults: $tries times the old file or the new one, and nothing beside it"
