"""What may exist in a case: kinds of nodes, kinds of links, their properties. Declared once, here, and nowhere else.

Validation of mappings, the engines' types and indexes, the canonical form, the linter of saved queries, exports and the
page all read this file. To add a kind, add one entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

ValueType: TypeAlias = Literal["text", "int", "float", "bool", "time", "texts", "times"]
"""What a property holds on the engines: `time` is a local date-time, `texts` and `times` are lists."""

Timing: TypeAlias = Literal["state", "happening"]
"""A state cited on a day held that whole day; a stay or happening, at some moment of it (DESIGN §4)."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or link. `choices`: the only values allowed, if any. `ordered`: the list's order has a meaning."""

    name: str
    type: ValueType = "text"
    choices: tuple[str, ...] = ()
    ordered: bool = False
    discriminates: bool = False
    """Two links that differ here are two links, however equal otherwise."""

    @property
    def many(self) -> bool:
        """Whether all values that sources give are kept side by side, instead of one that holds."""
        return self.type in ("texts", "times")


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label. `prefix` begins the ids of its mentions. `timing` is set where the node itself has a span."""

    label: str
    prefix: str
    means: str
    own: tuple[Property, ...] = ()
    timing: Timing | None = None
    evidence: bool = False
    """Says what the case rests on, not what happened: left out of the `facts` hash."""

    @property
    def properties(self) -> tuple[Property, ...]:
        """All properties, the general ones first."""
        return GENERAL + (SPAN if self.timing else ()) + self.own


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A link type and the labels it may join."""

    type: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    means: str
    own: tuple[Property, ...] = ()
    timing: Timing | None = None
    evidence: bool = False

    @property
    def properties(self) -> tuple[Property, ...]:
        """All properties, the general ones first."""
        if self.type in BARE:
            return (Property("id"), *self.own)
        return (*GENERAL_LINK, *(SPAN if self.timing else ()), *self.own)

    @property
    def discriminators(self) -> tuple[str, ...]:
        """Properties in which two links must agree to be one."""
        return tuple(p.name for p in self.own if p.discriminates)


GENERAL = (
    Property("id"),
    Property("name"),
    Property("claims", "texts"),
    Property("conflicts", "texts"),
)
GENERAL_LINK = (
    Property("id"),
    Property("claims", "texts"),
    Property("conflicts", "texts"),
    Property("disputed", "bool"),
)
SPAN = (
    Property("possible_from", "time"),
    Property("possible_to", "time"),
    Property("certain_from", "time"),
    Property("certain_to", "time"),
    Property("bridged", "bool"),
    Property("cited_from", "times", ordered=True),
    Property("cited_to", "times", ordered=True),
)
BARE = frozenset({"CITES", "BEARS_ON"})
"""Links between pieces of evidence: an id, no claims of their own."""

RELATIONS = ("command", "administrative", "informal", "unknown")
FUNCTIONS = ("commander", "deputy", "staff", "member", "unknown")
BASES = ("de_jure", "de_facto", "unknown")
RECOGNISED = ("name", "voice", "face", "insignia", "vehicle", "document")
ISTANBUL = ("not_consistent", "consistent", "highly_consistent", "typical_of", "diagnostic_of", "not_assessed")

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        "Person",
        "p",
        "a human being; roles are links",
        (
            Property("aliases", "texts"),
            Property("born"),
            Property("sex", choices=("female", "male", "other")),
            Property("identified", choices=("named", "described")),
            Property("description"),
            Property("protected", "bool"),
        ),
    ),
    NodeKind(
        "Unit",
        "u",
        "an organisation or part of one; an unknown unit keeps a chain connected and is never a perpetrator",
        (
            Property("kind", choices=("real", "unknown", "unnamed")),
            Property("classification", "texts"),
            Property("aliases", "texts"),
        ),
    ),
    NodeKind(
        "Station",
        "st",
        "a place of detention or deployment: police department, isolator, prison, base, van",
        (
            Property("kind"),
            Property("aliases", "texts"),
            Property("latitude", "float"),
            Property("longitude", "float"),
            Property("precision_km", "float"),
        ),
    ),
    NodeKind(
        "Area", "a", "an administrative or operational area", (Property("kind"), Property("code"), Property("aliases", "texts"))
    ),
    NodeKind(
        "Event",
        "e",
        "something that happened",
        (
            Property(
                "kind",
                choices=(
                    "arrest",
                    "transfer",
                    "detention",
                    "beating",
                    "torture",
                    "sexual_violence",
                    "killing",
                    "death",
                    "disappearance",
                    "hearing",
                    "release",
                    "operation",
                    "other",
                ),
            ),
            Property("methods", "texts"),
            Property("purpose"),
            Property("words"),
            Property("targeted_for"),
            Property("place"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Finding",
        "f",
        "a medical finding, graded against an allegation, never against a person",
        (
            Property("examined", choices=("body", "photographs", "records")),
            Property("domain", choices=("physical", "psychological")),
            Property("scope", choices=("lesion", "overall")),
            Property("body_site"),
            Property("alleged_method"),
            Property("consistency", choices=ISTANBUL),
            Property("conclusion"),
            Property("assessor"),
            Property("examined_on"),
        ),
    ),
    NodeKind(
        "Proceeding",
        "pr",
        "a complaint, case, refusal, charge or sanction",
        (
            Property("kind", choices=("complaint", "domestic_case", "refusal", "case_abroad", "charge", "sanction", "other")),
            Property("forum"),
            Property("outcome"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Act",
        "ac",
        "what a person or unit ordered, reported, noticed, did or failed to do",
        (
            Property("kind", choices=("order", "report", "notice", "measure", "omission", "promotion", "other")),
            Property("channel"),
            Property("content"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Casefile",
        "cf",
        "one complainant's file as the partner numbered it",
        (Property("kind"), Property("opened")),
        evidence=True,
    ),
    NodeKind(
        "Source",
        "s",
        "one document, photograph, film or sheet; unheld where it has no sha256",
        (
            Property("kind"),
            Property("key"),
            Property("sha256"),
            Property("held", "bool"),
            Property("origin"),  # the independent origin, where it is another source: computed, never claimed
            Property("language"),
            Property("published"),
            Property("publisher"),
            Property("url"),
            Property("archive_url"),
            Property("licence"),
            Property("acquired"),
            Property("pages", "int"),
            Property("reliability", choices=("A", "B", "C", "D", "E", "F")),
        ),
        evidence=True,
    ),
    NodeKind(
        "Claim",
        "c",
        "one assertion or denial of one source at one place in one file",
        (
            Property("file"),
            Property("locator"),
            Property("about"),
            Property("property"),
            Property("value"),
            Property("original"),
            Property("polarity", choices=("asserts", "denies")),
            Property("basis", choices=("saw", "heard_from", "document", "opinion", "not_stated")),
            Property("graded"),
            Property("quote"),
            Property("language"),
            Property("credibility", choices=("1", "2", "3", "4", "5", "6")),
            Property("status"),
        ),
        evidence=True,
    ),
    NodeKind(
        "Element", "el", "a legal element that evidence may bear on", (Property("instrument"), Property("article")), evidence=True
    ),
)

LINKS: tuple[LinkKind, ...] = (
    LinkKind(
        "POSTED_TO",
        ("Person",),
        ("Unit",),
        "a person's position in a unit",
        (
            Property("post", discriminates=True),
            Property("function", choices=FUNCTIONS, discriminates=True),
            Property("rank"),
            Property("title"),
            Property("basis", choices=BASES),
            Property("acting", "bool", discriminates=True),
        ),
        timing="state",
    ),
    LinkKind(
        "SUBORDINATE_TO",
        ("Unit",),
        ("Unit",),
        "the unit answers to the other; only `command` carries a chain",
        (Property("relation", choices=RELATIONS, discriminates=True), Property("basis", choices=BASES)),
        timing="state",
    ),
    LinkKind("JOINED", ("Unit",), ("Unit",), "took part in a joint operation; never a command link", timing="state"),
    LinkKind("BASED_AT", ("Unit",), ("Station",), "the unit was based there", (Property("role"),), timing="state"),
    LinkKind("OPERATED_IN", ("Unit",), ("Area",), "the unit operated there", timing="state"),
    LinkKind("WITHIN", ("Station", "Area"), ("Area",), "lies within"),
    LinkKind(
        "PRESENT_AT",
        ("Person",),
        ("Station",),
        "was seen or recorded there",
        (Property("role", discriminates=True), Property("recognised_by", choices=RECOGNISED)),
        timing="happening",
    ),
    LinkKind(
        "HELD_AT", ("Person",), ("Station",), "was detained there", (Property("cell"), Property("stage")), timing="happening"
    ),
    LinkKind("OCCURRED_AT", ("Event",), ("Station",), "happened there"),
    LinkKind("PART_OF", ("Event",), ("Event",), "is part of the larger event"),
    LinkKind("SUFFERED", ("Person",), ("Event",), "it was done to this person"),
    LinkKind("WITNESSED", ("Person",), ("Event",), "saw or heard it"),
    LinkKind(
        "ALLEGED_IN",
        ("Person", "Unit"),
        ("Event",),
        "is alleged to have taken part",
        (
            Property("role", choices=("direct", "ordered", "supervised", "present", "medical"), discriminates=True),
            Property("recognised_by", choices=RECOGNISED),
        ),
    ),
    LinkKind("FOUND_ON", ("Finding",), ("Person",), "was found on this person"),
    LinkKind("ATTRIBUTED_TO", ("Finding",), ("Event",), "the assessor attributes it to this event"),
    LinkKind("CONCERNS", ("Proceeding", "Act"), ("Event", "Person", "Unit", "Act", "Proceeding"), "is about"),
    LinkKind("ANSWERS", ("Proceeding",), ("Proceeding",), "answers the earlier one"),
    LinkKind("MADE_BY", ("Proceeding", "Act"), ("Person", "Unit"), "was made by"),
    LinkKind("ADDRESSED_TO", ("Proceeding", "Act"), ("Person", "Unit"), "was addressed to"),
    LinkKind("CITES", ("Claim",), ("Source",), "the claim relies on this source", evidence=True),
    LinkKind(
        "BEARS_ON",
        ("Claim",),
        ("Element",),
        "the claim speaks for or against the element",
        (Property("stance", choices=("for", "against")),),
        evidence=True,
    ),
    LinkKind(
        "DERIVED_FROM",
        ("Source",),
        ("Source",),
        "is a copy, reprint, translation or version of",
        (Property("how"),),
        evidence=True,
    ),
    LinkKind("IN_FILE", ("Source",), ("Casefile",), "belongs to the casefile", evidence=True),
    LinkKind("ABOUT", ("Casefile",), ("Person",), "is the file of this person", evidence=True),
    LinkKind("GIVEN_BY", ("Source",), ("Person",), "this person speaks, wrote or was examined in it", evidence=True),
    LinkKind("SHOWS", ("Source",), ("Person", "Finding", "Station"), "can be seen in it", evidence=True),
)

NODE: dict[str, NodeKind] = {kind.label: kind for kind in NODES}
LINK: dict[str, LinkKind] = {kind.type: kind for kind in LINKS}
PREFIX: dict[str, str] = {kind.prefix: kind.label for kind in NODES}
LINK_PREFIX = "l"

MAKES_PROTECTED = ("HELD_AT", "SUFFERED", "WITNESSED", "GIVEN_BY", "FOUND_ON", "ABOUT")
"""Whoever stands at an end of one of these is protected, unless a decision lifts it. A complaint's maker is too."""


def kind_of(name: str) -> NodeKind | LinkKind:
    """The declaration of a label or link type. KeyError where there is none."""
    return NODE[name] if name in NODE else LINK[name]


def property_of(name: str, prop: str) -> Property:
    """The declaration of a label's or link type's property. KeyError where there is none."""
    for declared in kind_of(name).properties:
        if declared.name == prop:
            return declared
    raise KeyError(prop)
