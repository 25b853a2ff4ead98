"""What may exist in a case: kinds of nodes, kinds of links, their properties. Declared once, here, and nowhere else.

Validation of mappings, the engines' types and indexes, the canonical form, the linter of saved queries, exports and the
page all read this file. To add a kind, add one entry.
"""

from __future__ import annotations

from functools import cache

from graph import choices
from graph.kinds import ANY, BARE, SPAN, LinkKind, NodeKind, Property, Timing, ValueType, reading

__all__ = ["BARE", "LINK", "LINKS", "NODE", "NODES", "SPAN", "LinkKind", "NodeKind", "Property", "Timing", "ValueType"]

ALIASES = Property("aliases", "texts", reads="also called", means="other names and spellings")

NODES: tuple[NodeKind, ...] = (
    NodeKind(
        "Person",
        "p",
        "a human being; roles are links",
        (
            ALIASES,
            Property("born", means="year or day of birth, as the source gives it"),
            Property("sex", choices=choices.SEXES, means="as the source gives it"),
            Property("identified", choices=choices.IDENTIFIED, means="known by name, or only described (a masked man)"),
            Property("description", means="what is said of somebody whose name is not known"),
            Property("protected", "bool", means="a protected person is never exported under their own name"),
        ),
    ),
    NodeKind(
        "Unit",
        "u",
        "an organisation or part of one; an unknown unit keeps a chain connected and is never a perpetrator",
        (
            Property("kind", choices=choices.UNITS, means="real; unknown (there must be one, nobody can name it); unnamed"),
            Property("classification", "texts", means="army, police, battalion, company …"),
            ALIASES,
        ),
    ),
    NodeKind(
        "Station",
        "st",
        "a place of detention or deployment: police department, isolator, prison, base, van",
        (
            Property("kind", means="police station, prison, barracks, van …"),
            ALIASES,
            Property("latitude", "float", means="in degrees, south is negative"),
            Property("longitude", "float", means="in degrees, west is negative"),
            Property("precision_km", "float", reads="precision in km", means="how far off the point may be"),
        ),
    ),
    NodeKind(
        "Area",
        "a",
        "an administrative or operational area",
        (Property("kind", means="district, town, zone …"), Property("code", means="its number in a gazetteer"), ALIASES),
    ),
    NodeKind(
        "Event",
        "e",
        "something that happened",
        (
            Property("kind", choices=choices.EVENTS, means="what happened"),
            Property("methods", "texts", means="how it was done: beating, cold, electricity …"),
            Property("purpose", means="what for: confession, punishment …"),
            Property("words", means="what was said"),
            Property("targeted_for", means="why this person: a strike, a poster …"),
            Property("place", means="where, in the words of the source"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Finding",
        "f",
        "a medical finding, graded against an allegation, never against a person",
        (
            Property("examined", choices=choices.EXAMINED, means="what the assessor had"),
            Property("domain", choices=("physical", "psychological"), means="of body or mind"),
            Property("scope", choices=("lesion", "overall"), means="one lesion, or all findings together"),
            Property("body_site", means="where on the body"),
            Property("alleged_method", means="what the person says caused it"),
            Property("consistency", choices=choices.ISTANBUL, means="Istanbul Protocol; not_assessed without that scale"),
            Property("conclusion", means="the assessor's own words"),
            Property("assessor", means="who examined"),
            Property("examined_on", means="the day, as written"),
        ),
    ),
    NodeKind(
        "Proceeding",
        "pr",
        "a complaint, case, refusal, charge or sanction",
        (
            Property("kind", choices=choices.PROCEEDINGS, means="what it is"),
            Property("forum", means="before whom"),
            Property("outcome", means="how it ended"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Act",
        "ac",
        "what a person or unit ordered, reported, noticed, did or failed to do",
        (
            Property("kind", choices=choices.ACTS, means="what it is"),
            Property("channel", means="by radio, by letter, in a meeting …"),
            Property("content", means="what it says"),
        ),
        timing="happening",
    ),
    NodeKind(
        "Casefile",
        "cf",
        "one complainant's file as the partner numbered it",
        (Property("kind", means="whose file it is"), Property("opened", means="the day, as written")),
        evidence=True,
    ),
    NodeKind(
        "Source",
        "s",
        "one document, photograph, film or sheet; unheld where it has no sha256",
        (
            Property("kind", means="interview, photograph, press, register …"),
            Property("key", means="the compiler's own key"),
            Property("sha256", reads="SHA-256", means="of the held file"),
            Property("held", "bool", means="the file itself lies in the case"),
            Property("origin", means="the independent origin, where it is another source: computed, never claimed"),
            Property("language", means="as a code: be, ru, en"),
            Property("published", means="the day, as written"),
            Property("publisher", means="who published it"),
            Property("url", means="where it was found"),
            Property("archive_url", means="an archived copy"),
            Property("licence", means="under which it may be used"),
            Property("acquired", means="from whom, by whom, how"),
            Property("pages", "int", means="how many"),
            Property("reliability", choices=choices.RELIABILITY, means="A (best) to F (cannot be judged)"),
        ),
        evidence=True,
    ),
    NodeKind(
        "Claim",
        "c",
        "one assertion or denial of one source at one place in one file",
        (
            Property("file", means="the file it lies in"),
            Property("locator", means="where in that file"),
            Property("about", indexed=True, means="the thing or link it ended up in; of several it denies, the first"),
            Property("also_about", "texts", means="the other links that it denies"),
            Property("denies_several", "bool", indexed=True, means="set where also_about is: a list has no index"),
            Property("property", means="what it states"),
            Property("value", means="what it states it to be"),
            Property("original", means="the cell, verbatim"),
            Property("polarity", choices=("asserts", "denies"), means="asserts, or denies"),
            Property("basis", choices=choices.KNOWING, means="how the source knows"),
            Property("graded", means="the compiler's own grade"),
            Property("quote", means="the source's own words"),
            Property("language", means="of the value"),
            Property("credibility", choices=choices.CREDIBILITY, means="1 (best) to 6 (cannot be judged)"),
            Property("status", means="why it should not be trusted as it stands"),
        ),
        evidence=True,
    ),
    NodeKind(
        "Element",
        "el",
        "a legal element that evidence may bear on",
        (Property("instrument", means="the treaty or statute"), Property("article", means="where in it")),
        evidence=True,
    ),
)

LINKS: tuple[LinkKind, ...] = (
    LinkKind(
        "POSTED_TO",
        ("Person",),
        ("Unit",),
        "a person's position in a unit",
        (
            Property("post", discriminates=True, means="the post as the source calls it"),
            Property("function", choices=choices.FUNCTIONS, discriminates=True, means="only a commander commands"),
            Property("rank", means="as the source gives it"),
            Property("title", means="as the source gives it"),
            Property("basis", choices=choices.BASES, means="by law, or in fact"),
            Property("acting", "bool", discriminates=True, means="stands in for the holder of the post"),
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
        (
            Property("relation", choices=choices.RELATIONS, discriminates=True, means="only command carries a chain"),
            Property("basis", choices=choices.BASES, means="by law, or in fact"),
        ),
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
        (Property("role", means="headquarters, garrison …"),),
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
        (
            Property("role", discriminates=True, means="officer, medic, judge …"),
            Property("recognised_by", choices=choices.RECOGNISED, means="how the source knew who it was"),
        ),
        timing="happening",
        reads=(reading("was present at ({role})", "had present ({role})", role=ANY), reading("was present at", "had present")),
    ),
    LinkKind(
        "HELD_AT",
        ("Person",),
        ("Station",),
        "was detained there",
        (Property("cell", means="as the source names it"), Property("stage", means="first detention, after trial …")),
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
            Property("role", choices=choices.ROLES, discriminates=True, means="which part"),
            Property("recognised_by", choices=choices.RECOGNISED, means="how the source knew who it was"),
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
        (Property("stance", choices=("for", "against"), means="for or against"),),
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
        (Property("how", means="copy, reprint, translation, crop …"),),
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


@cache
def property_of(name: str, prop: str) -> Property:
    """The declaration of a label's or link type's property. KeyError where there is none."""
    return {declared.name: declared for declared in kind_of(name).properties}[prop]
