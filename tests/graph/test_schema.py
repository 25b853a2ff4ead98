"""Every kind and every property says what it means: the reference of mappings is made from it."""

from __future__ import annotations

from graph import schema

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
