"""What a case rests on: sources, what each of them claims, whose file it is in, which legal element it bears on."""

from __future__ import annotations

from graph.schema import choices
from graph.schema.kinds import ANY, LinkKind, NodeKind, Property, reading

NODES: tuple[NodeKind, ...] = (
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
            Property("pages", "int", least=0, means="how many"),
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
            Property(
                "also_about", "texts", means="the other links that it denies, and the events of which it denies every victim"
            ),
            Property("denies_several", "bool", indexed=True, means="set where also_about is: a list has no index"),
            Property(
                "denied_of", indexed=True, means="of a denial that somebody was there, whether or not a source says so: who"
            ),
            Property("denied_at", means="the station, or the event at which one was present"),
            Property("denied_from", "time", means="the time of which it denies it"),
            Property("denied_to", "time", means="the end of that time"),
            Property("names_only", "bool", means="set where it says which thing a denial is about, and nothing of it"),
            Property("property", means="what it states"),
            Property("value", means="what it states it to be"),
            Property("original", means="the cell, verbatim"),
            Property("polarity", choices=("asserts", "denies"), means="asserts, or denies"),
            Property("basis", choices=choices.KNOWING, means="how the source knows"),
            Property("graded", means="the compiler's own grade"),
            Property("quote", means="the source's own words"),
            Property("note", means="what stands at its cells beside their text: a comment, a link, that they are struck through"),
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
        protects="end",
        reads=(reading("is the casefile of", "has the casefile"),),
    ),
    LinkKind(
        "GIVEN_BY",
        ("Source",),
        ("Person",),
        "this person speaks, wrote or was examined in it",
        evidence=True,
        protects="end",
        reads=(reading("was given by", "gave"),),
    ),
    LinkKind(
        "SHOWS",
        ("Source",),
        ("Person", "Finding", "Station"),
        "can be seen in it",
        evidence=True,
        protects="nobody",
        reads=(reading("shows", "can be seen in"),),
    ),
)
