"""What others may have, type by type and property by property. What is not named here stays.

A new type or property in the schema is withheld from everybody outside until someone adds it here on purpose, and with it
every number and time that was worked out from it. A type without properties may be shown to be there. Protected people
are never exported under their own names: they get a pseudonym whatever a profile says. Free text, locators, hashes and
addresses of sources are named in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from graph import schema
from graph.answer import CERTAINTIES, Reads
from graph.errors import CaseError

EVERY_NODE = ("id", "conflicts", "disputed", "protected")
EVERY_LINK = ("id", "conflicts", "disputed")
SPAN = tuple(p.name for p in schema.SPAN)

IDS = frozenset({"id", "origin"})
"""Properties that hold ids of the case; they leave re-keyed."""

NAMES = frozenset({"name", "aliases"})
"""Properties that call a thing by its name, so that one word shared with a protected person does not yet betray anybody."""

RESULT_WORDS = frozenset(
    {*CERTAINTIES, "top", "fork", "gap", "cut", "cycle", "other", "unknown", "any", "all", "none", "yes", "no"}
    | {"recognised", "seen", "alleged", "posted", "based", "on", "operated", "direct", "for", "against", "for and against"}
    | {"through the chain", "same area", "by the person", "by a unit below"}
)
"""Words that saved queries put into text columns by themselves."""

KINDS: tuple[schema.NodeKind | schema.LinkKind, ...] = (*schema.NODES, *schema.LINKS)


@dataclass(frozen=True, slots=True)
class Profile:
    """Who is to read it. `open`: internal, everything as it is; otherwise the types in `allowed`, each with these properties.

    `names_unaccused`: whether people are named whom nobody accuses, but who may have been there.
    """

    name: str
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    open: bool = False
    names_unaccused: bool = False

    def __post_init__(self) -> None:
        if self.open and self.name != "internal":
            raise CaseError("only the profile internal may be open")

    def lists(self, kind: str) -> bool:
        """Whether it may be said at all that there is something of this label or link type."""
        return self.open or kind in self.allowed

    def lets_out(self, kind: str, prop: str) -> bool:
        """Whether a property of a label or link type may be exported, where no protected person is concerned."""
        general = EVERY_NODE if kind in schema.NODE else EVERY_LINK
        return self.open or (kind in self.allowed and prop in (*general, *self.allowed[kind]))

    def lets_out_what_rests_on(self, reads: Reads | None) -> bool:
        """Whether a number, a yes or no, or a time may be exported that a question worked out from all that it reads."""
        if self.open or reads is None:
            return self.open
        return all(self.lists(kind) and all(self.lets_out(kind, prop) for prop in _measured(kind, reads)) for kind in reads.types)


def _measured(kind: str, reads: Reads) -> Iterator[str]:
    """The properties of this type that the question names and that hold numbers, times, yes or no."""
    declared = schema.kind_of(kind).properties if kind in schema.NODE or kind in schema.LINK else ()
    return (p.name for p in declared if p.name in reads.properties and p.type not in ("text", "texts"))


@cache
def vocabulary(profile: Profile) -> frozenset[str]:
    """Words that are ours, say nothing about a case, and name nothing that this profile does not list."""
    listed = [kind for kind in KINDS if profile.lists(_name(kind))]
    out = [p for kind in listed for p in kind.properties if profile.lets_out(_name(kind), p.name)]
    return RESULT_WORDS | {_name(kind) for kind in listed} | {p.name for p in out} | {word for p in out for word in p.choices}


def _name(kind: schema.NodeKind | schema.LinkKind) -> str:
    return kind.label if isinstance(kind, schema.NodeKind) else kind.type


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
HAPPENED: dict[str, tuple[str, ...]] = dict.fromkeys(
    (
        "WITHIN",
        "OCCURRED_AT",
        "PART_OF",
        "SUFFERED",
        "FOUND_ON",
        "ATTRIBUTED_TO",
        "CONCERNS",
        "ANSWERS",
        "MADE_BY",
        "ADDRESSED_TO",
    ),
    (),
)
"""What is only shown to be there: these have no properties of their own."""

INTERNAL = Profile("internal", open=True)
PROSECUTOR = Profile(
    "prosecutor",
    PLACES_AND_UNITS
    | COMMAND
    | HAPPENED
    | dict.fromkeys(("WITNESSED", "CITES", "IN_FILE", "ABOUT", "GIVEN_BY", "SHOWS"), ())
    | {
        # Father and mother are kin who are named: nobody outside reads of them.
        "Person": ("name", "aliases", "born", "died", "birthplace", "nationality", "identifiers", "sex", "identified"),
        "Event": ("kind", "methods", *SPAN),
        "Finding": ("examined", "domain", "scope", "body_site", "alleged_method", "consistency", "examined_on"),
        "Proceeding": ("kind", "forum", *SPAN),
        "Act": ("kind", *SPAN),
        "Casefile": ("kind",),
        "Source": ("kind", "held", "origin", "language", "published", "licence", "pages", "reliability"),
        "Claim": ("property", "polarity", "names_only", "basis", "language", "credibility", "status", "denied_from", "denied_to"),
        "PRESENT_AT": ("role", "recognised_by", *SPAN),
        "HELD_AT": SPAN,
        "ALLEGED_IN": ("role", "recognised_by"),
        "DERIVED_FROM": ("how",),
    },
    names_unaccused=True,
)
PUBLIC = Profile(
    "public",
    PLACES_AND_UNITS
    | COMMAND
    | HAPPENED
    | {
        "Person": ("name", "identified"),
        "Event": ("kind", "methods", *SPAN),
        "Finding": ("domain", "scope", "consistency"),
        "Proceeding": ("kind", *SPAN),
        "Act": ("kind", *SPAN),
        "Source": ("kind", "held", "origin", "language", "reliability"),
        "Claim": ("property", "polarity", "basis", "credibility"),
        "PRESENT_AT": ("role", *SPAN),
        "HELD_AT": (),
        "ALLEGED_IN": ("role",),
        "CITES": (),
    },
)

BUILT_IN: dict[str, Profile] = {profile.name: profile for profile in (INTERNAL, PROSECUTOR, PUBLIC)}


def profile_of(name: str) -> Profile:
    """The built-in profile of this name. CaseError where there is none."""
    try:
        return BUILT_IN[name]
    except KeyError:
        raise CaseError(f"there is no such profile; choose one of {', '.join(BUILT_IN)}") from None
