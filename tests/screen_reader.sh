#!/usr/bin/env bash
# Opens the window in a D-Bus session of its own with a screen reader's eyes on it; see screen_reader.py.
# Usage: screen_reader.sh PROGRAM, with DISPLAY set.
set -euo pipefail
if [ -z "${IN_OWN_SESSION:-}" ]; then
    IN_OWN_SESSION=1 exec dbus-run-session -- "$0" "$@"
fi
program=$1
here=$(dirname "${BASH_SOURCE[0]}")
# A toolkit shows its tree only when somebody listens.
dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
    string:org.a11y.Status string:ScreenReaderEnabled variant:boolean:true >/dev/null
"$program" &
window=$!
trap 'kill $window 2>/dev/null || true' EXIT
/usr/bin/python3 "$here/screen_reader.py"
