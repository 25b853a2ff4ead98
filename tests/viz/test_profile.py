from __future__ import annotations

import pytest

from graph import schema
from viz.profile import BUILT_IN, EVERY_LINK, EVERY_NODE, PROSECUTOR, PUBLIC, Profile, vocabulary

OUTSIDE = [profile for profile in BUILT_IN.values() if not profile.open]
NEVER = {
    "Event": ("name", "words", "targeted_for", "purpose", "place"),
    "Person": ("description",),
    "Finding": ("name", "conclusion", "assessor"),
    "Act": ("name", "content", "channel"),
    "Proceeding": ("name", "outcome"),
    "Source": ("name", "sha256", "url", "archive_url", "publisher", "acquired"),
    "Claim": ("name", "file", "locator", "about", "value", "original", "quote", "graded"),
    "Casefile": ("name", "opened"),
    "HELD_AT": ("cell", "stage"),
}


@pytest.mark.parametrize("profile", OUTSIDE, ids=lambda profile: profile.name)
def test_whatever_is_allowed_exists(profile: Profile) -> None:
    declared = {(kind.label, p.name) for kind in schema.NODES for p in kind.properties}
    declared |= {(kind.type, p.name) for kind in schema.LINKS for p in kind.properties}
    assert {(kind, name) for kind, names in profile.allowed.items() for name in names} <= declared


@pytest.mark.parametrize("profile", OUTSIDE, ids=lambda profile: profile.name)
def test_free_text_and_the_way_to_a_source_are_allowed_to_nobody(profile: Profile) -> None:
    assert not [(kind, name) for kind, names in NEVER.items() for name in names if profile.lets_out(kind, name)]


@pytest.mark.parametrize("profile", OUTSIDE, ids=lambda profile: profile.name)
def test_a_property_nobody_listed_stays(profile: Profile) -> None:
    assert not profile.lets_out("Person", "shoe_size")
    assert not profile.lets_out("NEW_LINK", "post")


def test_the_public_gets_no_more_than_a_prosecutor() -> None:
    assert all(set(names) <= set(PROSECUTOR.allowed[kind]) for kind, names in PUBLIC.allowed.items())


def test_what_every_node_and_link_lets_out_says_nothing_by_itself() -> None:
    assert not {"name", "aliases"} & {*EVERY_NODE, *EVERY_LINK}
    assert "Person" in vocabulary(PUBLIC)
