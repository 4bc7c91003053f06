#!/usr/bin/env bash
# Kills the program, or has the system refuse it, at every call with which it writes a file; then looks what is left:
# the old file or the new one, whole, and nothing else. Usage: faults.sh PROGRAM, with strace installed.
set -euo pipefail
program=$(realpath "$1")
if ! strace -f -o /dev/null true 2>/dev/null; then
    echo 'faults: not checked, strace may not be used here'
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$program" export card --with-facets --out nieuw.txt leeftijd=16-17 >/dev/null
mv nieuw.txt ../"$(basename "$scratch")".nieuw
new=../$(basename "$scratch").nieuw
trap 'rm -rf "$scratch" "$new"' EXIT

tries=0
for call in openat write fsync fdatasync linkat renameat fchmod; do
    times=4
    # The system opens some libraries and the program its settings before it opens a file to write.
    [ "$call" != openat ] || times=40
    for fault in error=EIO error=ENOSPC error=EACCES signal=SIGKILL; do
        for at in $(seq "$times"); do
            echo oud >kaart.txt
            (strace -f -o /dev/null -e trace="$call" -e inject="$call:$fault:when=$at" \
                "$program" export card --with-facets --out kaart.txt leeftijd=16-17 >/dev/null; true) 2>/dev/null || true
            [ "$(cat kaart.txt)" = oud ] || cmp -s kaart.txt "$new" || {
                echo "$call, $fault, time $at: kaart.txt is neither the old nor the new file" >&2
                exit 1
            }
            left=$(find . -type f ! -name kaart.txt)
            # Between putting the new file ready and putting it in its place a kill leaves it: the next saving sweeps it.
            if [ -n "$left" ] && [ "$fault" != signal=SIGKILL ]; then
                echo "$call, $fault, time $at: left over: $left" >&2
                exit 1
            fi
            rm -f ./.kaart.txt.*
            tries=$((tries + 1))
        done
    done
done
echo "faults: $tries times the old file or the new one, and nothing beside it"
