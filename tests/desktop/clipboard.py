#!/usr/bin/python3
"""Copies with every kind of copy button of the window, and reads the clipboard as another program does; and the
other way round.

Run it as run.sh beside it does: in a D-Bus session with at-spi2-core, while the window is open.
"""

import subprocess
import time

from screen_reader import Atspi, PATIENCE, choose, fail, name_of, nodes, window


def clipboard():
    """What another program would paste."""
    reading = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True, timeout=PATIENCE)
    return reading.stdout


def set_clipboard(text):
    """What another program copies."""
    subprocess.run(["xclip", "-i", "-selection", "clipboard"], input=text, text=True, check=True, timeout=PATIENCE)


def find(program, is_it, what):
    """The first node that is it, as soon as it is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for node in nodes(program):
            try:
                if is_it(node):
                    return node
            except Exception:  # it vanished while it was asked
                continue
        time.sleep(0.2)
    fail(f"there is no {what}")


def press(program, start):
    """Presses what has a name that starts so."""
    pressable = (Atspi.Role.PUSH_BUTTON, Atspi.Role.LINK, Atspi.Role.TOGGLE_BUTTON)
    node = find(program, lambda node: node.get_role() in pressable and name_of(node).startswith(start), f"«{start}»")
    if not node.do_action(0):
        fail(f"«{start}» cannot be pressed")


def copies(program, start, is_right, expected):
    """Pressing this puts that on the clipboard."""
    set_clipboard("van een ander")
    press(program, start)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        copied = clipboard()
        if is_right(copied):
            return
        time.sleep(0.2)
    fail(f"«{start}» copies {copied!r} instead of {expected}")


def keys(*names):
    """What somebody types, one key at a time."""
    shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "NVM-wegwijzer"], capture_output=True, text=True)
    subprocess.run(["xdotool", "windowfocus", shown.stdout.split()[0]], check=True)
    for name in names:
        subprocess.run(["xdotool", "key", name], check=True)
        time.sleep(0.3)


def main():
    program = window()
    for facet in ("Leeftijd: 18 of ouder", "Aanwijzing mensenhandel: geringste"):
        choose(program, facet)
    press(program, "CoMensha, ")
    number = "033 448 11 86"
    copies(program, f"Kopieer {number}", lambda copied: copied == number, number)
    copies(program, "Kopieer alle contactgegevens", lambda copied: number in copied and "\n" in copied, "all contacts")
    copies(program, "Dit klopt niet", lambda copied: "comensha" in copied and "18" not in copied.split("editie")[0], "a correction")
    keys("ctrl+p")
    copies(program, "Kopieer als tekst", lambda copied: "CoMensha" in copied and number in copied, "the card")

    set_clipboard("comensha")
    keys("ctrl+k", "ctrl+v")
    found = lambda node: node.get_role() == Atspi.Role.LIST_ITEM and "CoMensha" in name_of(node)
    find(program, found, "hit for what another program copied")
    keys("ctrl+a", "ctrl+c")
    until = time.monotonic() + PATIENCE
    while clipboard() != "comensha" and time.monotonic() < until:
        time.sleep(0.2)
    set_clipboard("x")
    keys("ctrl+a", "ctrl+x")
    until = time.monotonic() + PATIENCE
    while clipboard() != "comensha" and time.monotonic() < until:
        time.sleep(0.2)
    if clipboard() != "comensha":
        fail(f"Ctrl X leaves {clipboard()!r} on the clipboard")
    print("clipboard: four copy buttons, copying, cutting and pasting reach other programs")


main()
