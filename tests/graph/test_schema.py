"""What every declaration must say: what it means, and whom it protects. What changes the graph changes its shape."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph import schema
from graph.schema.kinds import LinkKind, Property
from graph.shape import SHAPE, shape

KINDS: tuple[schema.NodeKind | schema.LinkKind, ...] = (*schema.NODES, *schema.LINKS)


def test_everything_says_what_it_means() -> None:
    silent = [(kind.means, p.name) for kind in KINDS for p in kind.own if not p.means]
    assert not silent
    assert all(kind.means for kind in KINDS)


def test_names_are_declared_once() -> None:
    assert len(schema.NODE) == len(schema.PREFIX) == len(schema.NODES) and len(schema.LINK) == len(schema.LINKS)
    for kind in KINDS:
        names = [declared.name for declared in kind.properties]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(("begins", "ends"), [(("Person", "Unit"), ("Event",)), (("Source",), ("Person",))])
def test_a_link_that_may_join_a_person_must_say_whom_it_protects(begins: tuple[str, ...], ends: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="HID_AT may join a person: say whom it protects"):
        LinkKind("HID_AT", begins, ends, "hid there")
    assert LinkKind("HID_AT", begins, ends, "hid there", protects="nobody").protects == "nobody"


SHOWS = schema.LINK["SHOWS"]
OTHER_SHAPE: dict[str, Any] = {
    "protects": {"protects": "end"},
    "condition": {"protects_if": ("kind", "film")},
    "timing": {"timing": "happening"},
    "evidence": {"evidence": False},
    "property": {"own": (Property("role", means="which part"),)},
}


@pytest.mark.parametrize("change", OTHER_SHAPE.values(), ids=OTHER_SHAPE)
def test_whatever_decides_what_a_graph_holds_gives_it_another_shape(change: dict[str, Any]) -> None:
    assert shape(schema.NODES, [SHOWS]) != shape(schema.NODES, [replace(SHOWS, **change)])


def test_a_property_in_which_links_must_agree_gives_another_shape_and_a_meaning_does_not() -> None:
    plain, apart, meant = (
        replace(SHOWS, own=(Property("role", discriminates=apart, means=means),))
        for apart, means in ((False, "which part"), (True, "which part"), (False, "what it did"))
    )
    assert shape((), [plain]) != shape((), [apart])
    assert shape((), [plain]) == shape((), [meant])
    assert shape(schema.NODES, schema.LINKS) == SHAPE


def test_another_rule_of_the_projection_gives_it_another_shape() -> None:
    assert shape(schema.NODES, schema.LINKS, rules=1) != SHAPE
