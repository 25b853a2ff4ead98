"""What may exist in a case: kinds of nodes, kinds of links, their properties. Declared once, here, and nowhere else.

Validation of mappings, the engines' types and indexes, the canonical form, the linter of saved queries, exports and the
page all read this file. To add a kind, add one entry.
"""

from __future__ import annotations

from graph.kinds import ANY, BARE, SPAN, LinkKind, NodeKind, Property, Timing, ValueType, reading

__all__ = ["BARE", "LINK", "LINKS", "NODE", "NODES", "SPAN", "LinkKind", "NodeKind", "Property", "Timing", "ValueType"]

TO_PERSONS = ("arrest", "transfer", "detention", "beating", "torture", "sexual_violence", "killing", "death", "disappearance")
EVENTS = (*TO_PERSONS, "hearing", "release", "operation", "other")
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
            Property("aliases", "texts", reads="also called"),
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
            Property("aliases", "texts", reads="also called"),
        ),
    ),
    NodeKind(
        "Station",
        "st",
        "a place of detention or deployment: police department, isolator, prison, base, van",
        (
            Property("kind"),
            Property("aliases", "texts", reads="also called"),
            Property("latitude", "float"),
            Property("longitude", "float"),
            Property("precision_km", "float", reads="precision in km"),
        ),
    ),
    NodeKind(
        "Area",
        "a",
        "an administrative or operational area",
        (Property("kind"), Property("code"), Property("aliases", "texts", reads="also called")),
    ),
    NodeKind(
        "Event",
        "e",
        "something that happened",
        (
            Property("kind", choices=EVENTS),
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
            Property("sha256", reads="SHA-256"),
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
            Property("about", indexed=True),  # the thing or link it ended up in; of several links that it denies, the first
            Property("also_about", "texts"),  # the other links that it denies
            Property("denies_several", "bool", indexed=True),  # set where `also_about` is: what is in a list has no index
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
        reads=(
            reading("was acting commander of", "had as acting commander", function="commander", acting=True),
            reading("commanded", "was commanded by", function="commander"),
            reading("was acting deputy at", "had as acting deputy", function="deputy", acting=True),
            reading("was deputy at", "had as deputy", function="deputy"),
            reading("was on the staff of", "had on its staff", function="staff"),
            reading("served in", "had as a member", function="member"),
            reading("was posted to (acting {post})", "had posted to it (acting {post})", post=ANY, acting=True),
            reading("was posted to ({post})", "had posted to it ({post})", post=ANY),
            reading("was posted to", "had posted to it"),
        ),
    ),
    LinkKind(
        "SUBORDINATE_TO",
        ("Unit",),
        ("Unit",),
        "the unit answers to the other; only `command` carries a chain",
        (Property("relation", choices=RELATIONS, discriminates=True), Property("basis", choices=BASES)),
        timing="state",
        reads=(
            reading("answered to", "had under its command", relation="command"),
            reading("belonged administratively to", "administered", relation="administrative"),
            reading("was informally under", "had informally under it", relation="informal"),
            reading("was subordinate to (kind not known)", "had as a subordinate (kind not known)", relation="unknown"),
            reading("was subordinate to", "had as a subordinate"),
        ),
    ),
    LinkKind(
        "JOINED",
        ("Unit",),
        ("Unit",),
        "took part in a joint operation; never a command link",
        timing="state",
        reads=(reading("operated jointly with", "operated jointly with"),),
    ),
    LinkKind(
        "BASED_AT",
        ("Unit",),
        ("Station",),
        "the unit was based there",
        (Property("role"),),
        timing="state",
        reads=(reading("was based at", "was the base of"),),
    ),
    LinkKind(
        "OPERATED_IN",
        ("Unit",),
        ("Area",),
        "the unit operated there",
        timing="state",
        reads=(reading("operated in", "was the area of"),),
    ),
    LinkKind("WITHIN", ("Station", "Area"), ("Area",), "lies within", reads=(reading("lies in", "contains"),)),
    LinkKind(
        "PRESENT_AT",
        ("Person",),
        ("Station",),
        "was seen or recorded there",
        (Property("role", discriminates=True), Property("recognised_by", choices=RECOGNISED)),
        timing="happening",
        reads=(reading("was present at ({role})", "had present ({role})", role=ANY), reading("was present at", "had present")),
    ),
    LinkKind(
        "HELD_AT",
        ("Person",),
        ("Station",),
        "was detained there",
        (Property("cell"), Property("stage")),
        timing="happening",
        reads=(reading("was held at", "held"),),
    ),
    LinkKind("OCCURRED_AT", ("Event",), ("Station",), "happened there", reads=(reading("happened at", "was the place of"),)),
    LinkKind("PART_OF", ("Event",), ("Event",), "is part of the larger event", reads=(reading("was part of", "included"),)),
    LinkKind("SUFFERED", ("Person",), ("Event",), "it was done to this person", reads=(reading("suffered", "was suffered by"),)),
    LinkKind("WITNESSED", ("Person",), ("Event",), "saw or heard it", reads=(reading("witnessed", "was witnessed by"),)),
    LinkKind(
        "ALLEGED_IN",
        ("Person", "Unit"),
        ("Event",),
        "is alleged to have taken part",
        (
            Property("role", choices=("direct", "ordered", "supervised", "present", "medical"), discriminates=True),
            Property("recognised_by", choices=RECOGNISED),
        ),
        reads=(
            reading("allegedly took a direct part in", "was allegedly done by", role="direct"),
            reading("allegedly ordered", "was allegedly ordered by", role="ordered"),
            reading("allegedly supervised", "was allegedly supervised by", role="supervised"),
            reading("was allegedly present at", "was allegedly attended by", role="present"),
            reading("allegedly took part as medical staff in", "had allegedly as medical staff", role="medical"),
            reading("allegedly took part in", "allegedly involved"),
        ),
    ),
    LinkKind("FOUND_ON", ("Finding",), ("Person",), "was found on this person", reads=(reading("was found on", "showed"),)),
    LinkKind(
        "ATTRIBUTED_TO",
        ("Finding",),
        ("Event",),
        "the assessor attributes it to this event",
        reads=(reading("is attributed by its assessor to", "is named by an assessor as the cause of"),),
    ),
    LinkKind(
        "CONCERNS",
        ("Proceeding", "Act"),
        ("Event", "Person", "Unit", "Act", "Proceeding"),
        "is about",
        reads=(reading("is about", "is the subject of"),),
    ),
    LinkKind(
        "ANSWERS", ("Proceeding",), ("Proceeding",), "answers the earlier one", reads=(reading("answered", "was answered by"),)
    ),
    LinkKind("MADE_BY", ("Proceeding", "Act"), ("Person", "Unit"), "was made by", reads=(reading("was made by", "made"),)),
    LinkKind(
        "ADDRESSED_TO",
        ("Proceeding", "Act"),
        ("Person", "Unit"),
        "was addressed to",
        reads=(reading("was addressed to", "was the addressee of"),),
    ),
    LinkKind(
        "CITES",
        ("Claim",),
        ("Source",),
        "the claim relies on this source",
        evidence=True,
        reads=(reading("relies on", "is relied on by"),),
    ),
    LinkKind(
        "BEARS_ON",
        ("Claim",),
        ("Element",),
        "the claim speaks for or against the element",
        (Property("stance", choices=("for", "against")),),
        evidence=True,
        reads=(
            reading("speaks for", "is supported by", stance="for"),
            reading("speaks against", "is contradicted by", stance="against"),
            reading("bears on", "has bearing on it"),
        ),
    ),
    LinkKind(
        "DERIVED_FROM",
        ("Source",),
        ("Source",),
        "is a copy, reprint, translation or version of",
        (Property("how"),),
        evidence=True,
        reads=(
            reading("was made from ({how})", "was the origin of ({how})", how=ANY),
            reading("was made from", "was the origin of"),
        ),
    ),
    LinkKind(
        "IN_FILE",
        ("Source",),
        ("Casefile",),
        "belongs to the casefile",
        evidence=True,
        reads=(reading("belongs to", "contains"),),
    ),
    LinkKind(
        "ABOUT",
        ("Casefile",),
        ("Person",),
        "is the file of this person",
        evidence=True,
        reads=(reading("is the casefile of", "has the casefile"),),
    ),
    LinkKind(
        "GIVEN_BY",
        ("Source",),
        ("Person",),
        "this person speaks, wrote or was examined in it",
        evidence=True,
        reads=(reading("was given by", "gave"),),
    ),
    LinkKind(
        "SHOWS",
        ("Source",),
        ("Person", "Finding", "Station"),
        "can be seen in it",
        evidence=True,
        reads=(reading("shows", "can be seen in"),),
    ),
)

NODE: dict[str, NodeKind] = {kind.label: kind for kind in NODES}
LINK: dict[str, LinkKind] = {kind.type: kind for kind in LINKS}
PREFIX: dict[str, str] = {kind.prefix: kind.label for kind in NODES}
LINK_PREFIX = "l"
INDEXED: tuple[tuple[str, str], ...] = tuple((kind.label, prop.name) for kind in NODES for prop in kind.own if prop.indexed)
"""Labels and properties, beside the ids, that nodes are looked up by."""

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
