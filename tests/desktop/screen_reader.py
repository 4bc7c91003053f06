#!/usr/bin/python3
"""Reads the window as a screen reader does, over AT-SPI, and uses it.

Every interactive node has a name, and choosing a facet changes what the window announces.
Run it as run.sh beside it does: in a D-Bus session with at-spi2-core, while the window is open.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (the version must be asked for first)

INTERACTIVE = {
    Atspi.Role.PUSH_BUTTON,
    Atspi.Role.TOGGLE_BUTTON,
    Atspi.Role.RADIO_BUTTON,
    Atspi.Role.CHECK_BOX,
    Atspi.Role.ENTRY,
    Atspi.Role.LINK,
    Atspi.Role.PAGE_TAB,
    Atspi.Role.COMBO_BOX,
    Atspi.Role.SLIDER,
}
PATIENCE = 20.0


def fail(words):
    print(f"screen reader: {words}", file=sys.stderr)
    sys.exit(1)


def nodes(node):
    """All nodes under one; what vanishes meanwhile is left out."""
    yield node
    try:
        children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
    except gi.repository.GLib.Error:
        return
    for child in children:
        if child is not None:
            yield from nodes(child)


def name_of(node):
    """Its name; nothing when it vanished meanwhile."""
    try:
        return node.get_name() or ""
    except gi.repository.GLib.Error:
        return ""


def role_of(node):
    """Its role; nothing when it vanished meanwhile."""
    try:
        return node.get_role()
    except gi.repository.GLib.Error:
        return None


def window():
    """The program, once it is in the tree and has something in it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            if program is not None and "wegwijzer" in name_of(program).lower():
                if sum(1 for _ in nodes(program)) > 50:
                    return program
        time.sleep(0.3)
    fail("the window is not in the accessibility tree")


def announced(program):
    """What the live region says: how many answers there are."""
    said = [name_of(node) for node in nodes(program)]
    return next((words for words in said if "antwoorden gelden" in words), None)


def chosen(program, start):
    """The radio button whose name starts so."""
    for node in nodes(program):
        if role_of(node) == Atspi.Role.RADIO_BUTTON and name_of(node).startswith(start):
            return node
    fail(f"there is no choice «{start}»")


def choose(program, start):
    """Clicks it through the tree, and waits until the announcement is another."""
    before = announced(program)
    node = chosen(program, start)
    if not node.do_action(0):
        fail(f"«{start}» does not let itself be chosen")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        after = announced(program)
        if after is not None and after != before:
            return after
        time.sleep(0.2)
    fail(f"choosing «{start}» changes nothing: «{before}»")


def main():
    program = window()
    all_nodes = list(nodes(program))
    usable = [node for node in all_nodes if role_of(node) in INTERACTIVE]
    nameless = [node.get_role_name() for node in usable if not name_of(node).strip()]
    if nameless:
        fail(f"{len(nameless)} interactive nodes have no name: {sorted(set(nameless))}")
    if len(usable) < 50:
        fail(f"only {len(usable)} interactive nodes are found")
    before = announced(program)
    if before is None:
        fail("nothing announces how many answers there are")
    answers = [choose(program, start) for start in ("Leeftijd: 18 of ouder", "Aanwijzing mensenhandel: geringste")]
    print(f"screen reader: {len(all_nodes)} nodes, {len(usable)} interactive, all named; «{before}» became «{answers[-1]}»")


if __name__ == "__main__":
    main()
