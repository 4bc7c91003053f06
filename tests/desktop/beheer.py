#!/usr/bin/python3
"""Keeps the guide as a coordinator with a screen reader does, over AT-SPI.

Opens Beheer, chooses a party, hears every field with its name and value, changes a number with the keys, hears what is
wrong with one that is none, and takes it back.
Run it as run.sh beside it does: in a D-Bus session with at-spi2-core, while the window is open.
"""

import subprocess
import sys
import time

from screen_reader import INTERACTIVE, PATIENCE, Atspi, name_of, nodes, role_of, window

NUMBER = "waarde van contact 1"


def fail(words):
    print(f"beheer: {words}", file=sys.stderr)
    sys.exit(1)


def found(program, role, name):
    """The node with this role and name; waits until it is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for node in nodes(program):
            if role_of(node) == role and name_of(node) == name:
                return node
        time.sleep(0.2)
    fail(f"there is no {role.value_nick} «{name}»")


def press(program, role, name):
    if not found(program, role, name).do_action(0):
        fail(f"«{name}» does not let itself be pressed")


def value(program, name):
    """What stands in a field, as it is read out."""
    field = found(program, Atspi.Role.ENTRY, name)
    return Atspi.Text.get_text(field, 0, Atspi.Text.get_character_count(field))


def until_said(told, words, what):
    """Waits until what is told of something is as it should be."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        now = told()
        if words(now):
            return now
        time.sleep(0.2)
    fail(f"{what}: «{now}»")


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
    time.sleep(0.3)


def write(program, name, words):
    """Goes to a field and types over what stands there, as one does with the keys."""
    if not Atspi.Component.grab_focus(found(program, Atspi.Role.ENTRY, name)):
        fail(f"«{name}» takes no focus")
    time.sleep(0.3)
    keys("ctrl+a")
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "30", words], check=True)
    keys("Tab")


def main():
    program = window()
    # Without a window manager nobody else gives it the keys.
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "NVM-wegwijzer", "windowfocus"], check=True)
    press(program, Atspi.Role.PAGE_TAB, "Beheer")
    press(program, Atspi.Role.TOGGLE_BUTTON, "CoMensha")
    before = until_said(lambda: value(program, NUMBER), lambda said: any(sign.isdigit() for sign in said), NUMBER)

    usable = [node for node in nodes(program) if role_of(node) in INTERACTIVE]
    nameless = [node.get_role_name() for node in usable if not name_of(node).strip()]
    if nameless:
        fail(f"{len(nameless)} interactive nodes have no name: {sorted(set(nameless))}")
    fields = [name_of(node) for node in usable if role_of(node) == Atspi.Role.ENTRY]
    twice = sorted({name for name in fields if fields.count(name) > 1})
    if len(fields) < 20 or twice:
        fail(f"{len(fields)} fields, of which are called the same: {twice}")

    write(program, "datum van contact 1", "gisteren")
    wrong = found(program, Atspi.Role.ENTRY, "datum van contact 1")
    until_said(wrong.get_description, lambda said: said.startswith("Schrijf"), "what is wrong with a date is not read out")
    keys("Escape")

    write(program, NUMBER, "033 111 22 33")
    until_said(lambda: value(program, NUMBER), lambda said: said == "033 111 22 33", NUMBER)
    labels = lambda: " / ".join(name_of(node) for node in nodes(program) if role_of(node) == Atspi.Role.LABEL)
    until_said(labels, lambda said: "telefoon van CoMensha gewijzigd" in said, "the step is not told")
    press(program, Atspi.Role.PUSH_BUTTON, "Ongedaan maken")
    until_said(lambda: value(program, NUMBER), lambda said: said == before, "undo brings nothing back")
    print(f"beheer: {len(usable)} interactive nodes, all named, {len(fields)} fields read out; «{before}» changed and taken back")


if __name__ == "__main__":
    main()
