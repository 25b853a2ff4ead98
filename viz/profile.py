"""What others may have, property by property. What is not named here stays.

A new property in the schema is withheld from everybody outside until someone adds it here on purpose. Protected people
are never exported under their own names: they get a pseudonym whatever a profile says. Free text, locators, hashes and
addresses of sources are named in none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph import schema
from graph.answer import CERTAINTIES
from graph.errors import CaseError

EVERY_NODE = ("id", "conflicts", "protected")
EVERY_LINK = ("id", "conflicts", "disputed")
SPAN = tuple(p.name for p in schema.SPAN)

IDS = frozenset({"id", "origin"})
"""Properties that hold ids of the case; they leave re-keyed."""

NAMES = frozenset({"name", "aliases"})
"""Properties that call a thing by its name, so that one word shared with a protected person does not yet betray anybody."""

RESULT_WORDS = frozenset(
    {*CERTAINTIES, "top", "fork", "gap", "cut", "cycle", "unknown", "any", "all", "none", "yes", "no"}
    | {"recognised", "seen", "alleged", "posted"}
)
"""Words that saved queries put into text columns by themselves."""

KINDS: tuple[schema.NodeKind | schema.LinkKind, ...] = (*schema.NODES, *schema.LINKS)
VOCABULARY = (
    RESULT_WORDS
    | {*schema.NODE, *schema.LINK}
    | {p.name for kind in KINDS for p in kind.properties}
    | {choice for kind in KINDS for p in kind.own for choice in p.choices}
)
"""Words that are ours and say nothing about a case."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Who is to read it. `open`: internal, everything as it is; otherwise only the properties in `allowed`, by kind."""

    name: str
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    open: bool = False

    def __post_init__(self) -> None:
        if self.open and self.name != "internal":
            raise CaseError("only the profile internal may be open")

    def lets_out(self, kind: str, prop: str) -> bool:
        """Whether a property of a label or link type may be exported, where no protected person is concerned."""
        general = EVERY_NODE if kind in schema.NODE else EVERY_LINK
        return self.open or prop in general or prop in self.allowed.get(kind, ())


PLACES_AND_UNITS: dict[str, tuple[str, ...]] = {
    "Unit": ("name", "kind", "classification", "aliases"),
    "Station": ("name", "kind", "aliases", "latitude", "longitude", "precision_km"),
    "Area": ("name", "kind", "code", "aliases"),
    "Element": ("name", "instrument", "article"),
}
COMMAND: dict[str, tuple[str, ...]] = {
    "POSTED_TO": ("post", "function", "rank", "title", "basis", "acting", *SPAN),
    "SUBORDINATE_TO": ("relation", "basis", *SPAN),
    "JOINED": SPAN,
    "BASED_AT": ("role", *SPAN),
    "OPERATED_IN": SPAN,
    "BEARS_ON": ("stance",),
}

INTERNAL = Profile("internal", open=True)
PROSECUTOR = Profile(
    "prosecutor",
    PLACES_AND_UNITS
    | COMMAND
    | {
        "Person": ("name", "aliases", "born", "sex", "identified"),
        "Event": ("kind", "methods", *SPAN),
        "Finding": ("examined", "domain", "scope", "body_site", "alleged_method", "consistency", "examined_on"),
        "Proceeding": ("kind", "forum", *SPAN),
        "Act": ("kind", *SPAN),
        "Casefile": ("kind",),
        "Source": ("kind", "held", "origin", "language", "published", "licence", "pages", "reliability"),
        "Claim": ("property", "polarity", "basis", "language", "credibility", "status"),
        "PRESENT_AT": ("role", "recognised_by", *SPAN),
        "HELD_AT": SPAN,
        "ALLEGED_IN": ("role", "recognised_by"),
        "DERIVED_FROM": ("how",),
    },
)
PUBLIC = Profile(
    "public",
    PLACES_AND_UNITS
    | COMMAND
    | {
        "Person": ("name", "identified"),
        "Event": ("kind", "methods", *SPAN),
        "Finding": ("domain", "scope", "consistency"),
        "Proceeding": ("kind", *SPAN),
        "Act": ("kind", *SPAN),
        "Source": ("kind", "held", "origin", "language", "reliability"),
        "Claim": ("property", "polarity", "basis", "credibility"),
        "PRESENT_AT": ("role", *SPAN),
        "ALLEGED_IN": ("role",),
    },
)

BUILT_IN: dict[str, Profile] = {profile.name: profile for profile in (INTERNAL, PROSECUTOR, PUBLIC)}


def profile_of(name: str) -> Profile:
    """The built-in profile of this name. CaseError where there is none."""
    try:
        return BUILT_IN[name]
    except KeyError:
        raise CaseError(f"there is no such profile; choose one of {', '.join(BUILT_IN)}") from None
