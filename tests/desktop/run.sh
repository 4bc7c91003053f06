#!/usr/bin/env bash
# Opens the window in a D-Bus session of its own with a screen reader's eyes on it, and has a script use it.
# Usage: run.sh PROGRAM SCRIPT, with DISPLAY set. The scripts are beside this file.
set -euo pipefail
if [ -z "${IN_OWN_SESSION:-}" ]; then
    IN_OWN_SESSION=1 exec dbus-run-session -- "$0" "$@"
fi
program=$1 script=$2
here=$(dirname "${BASH_SOURCE[0]}")
# A toolkit shows its tree only when somebody listens.
dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
    string:org.a11y.Status string:ScreenReaderEnabled variant:boolean:true >/dev/null
"$program" &
window=$!
trap 'kill $window 2>/dev/null || true' EXIT
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/$script"
