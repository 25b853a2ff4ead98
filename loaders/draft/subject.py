"""What a row of the sheet is: somebody held, an officer's post, a unit, an event, a place, a source."""

from __future__ import annotations

import re
from typing import Final

from loaders.draft.facts import Column, Facts
from loaders.draft.kinds import NAMES
from loaders.draft.questions import Answers, Question

ROLES: Final = ("commander", "head", "suspect", "officer", "witness", "judge", "victim")
"""Whom a column of persons may be about, if words of its header say so; the first counts."""
JUSTICE: Final = {"legal", "outcome", "person.status"}
POSTS: Final = {"title", "function"}
HAPPENED: Final = {"event.key", "event.kind", "event.text"}
DEEDS: Final = (*HAPPENED, "method")
DATES: Final = ("date.begin", "date.end", "date.on", "date.published")
NOTHING: Final = "nothing"
"""None of the kinds that a draft knows."""
_FIGURES: Final = re.compile(r"\d+")
MEANS: Final[dict[str, str]] = {
    "held": "a person who was held, arrested or is missing",
    "posting": "a person's post in a unit (an officer, an official)",
    "person": "a person, and nothing is said of being held or of a post",
    "unit": "a unit or organisation",
    "event": "something that happened",
    "station": "a place of detention, a base, a barracks",
    "source": "a document, an article, a recording",
    NOTHING: "none of these: leave it out",
}


def role_of(column: Column) -> str:
    """Whom a column of persons is about; empty for whom the row is about."""
    return next((role for role in ROLES if column.says(role)), "")


def main_person(facts: Facts) -> list[Column]:
    """The columns that name the person whom the row is about: of no role, or held; none where there are others alone."""
    named = facts.of_kind(*NAMES)
    for wanted in ({"victim"}, {""}, {"officer"}):
        if found := [column for column in named if role_of(column) in wanted]:
            if found[0].kind == "person.name":
                return found[:1]
            parts = [column for column in named if role_of(column) == "" and column.kind != "person.name"]
            return [column for column in found if column.kind != "person.name"] if wanted != {""} else parts or found[:1]
    return []


def numbered(facts: Facts) -> list[Column]:
    """Columns that are named like that of the main person but for a number: each names a person of its own."""
    main = main_person(facts)
    if len(main) != 1 or not _FIGURES.search(main[0].name):
        return []
    alike = _FIGURES.sub("", main[0].name)
    return [each for each in facts.of_kind("person.name") if each not in main and _FIGURES.sub("", each.name) == alike]


def subject_of(facts: Facts, answers: Answers) -> str:
    """What a row is, by all columns together; a person decides where two are likely."""
    person = main_person(facts)
    points = _points(facts, bool(person), {role_of(column) for column in person})
    ranked = sorted(points, key=lambda name: -points[name])
    if not ranked or not points[ranked[0]]:
        return ""
    best, second = ranked[0], points[ranked[1]] if len(ranked) > 1 else 0
    clear = points[best] >= 2 * max(second, 1)
    careful = best if clear else "person" if person else best
    seen = [column for column in facts.columns if column.kind and column.filled]
    listed = ", ".join(f"{column.name} ({column.kind})" for column in seen[:8])
    question = Question(
        "What is one row of this table?",
        f"its columns: {listed}",
        tuple((name, MEANS[name]) for name in _possible(bool(person), facts)),
        best,
        careful,
        "draft again, and answer this question",
    )
    return best if clear and answers.ask is None else answers.to(question)


def _points(facts: Facts, person: bool, roles: set[str]) -> dict[str, int]:
    """How much the columns speak for each."""
    have = {column.kind for column in facts.columns if column.filled}
    if person:
        custody = any(column.says("arrest", "release", "victim") for column in facts.columns)
        held = 2 * custody + 2 * ("station.name" in have) + 3 * ("victim" in roles) + len(have & JUSTICE)
        post = 2 * ("rank" in have) + 2 * bool(have & POSTS) + 3 * ("officer" in roles) + 1
        return {"held": held, "posting": post if "unit.name" in have else 0, "person": 1}
    if "rank" in have:
        return {NOTHING: 1}  # a row about an officer whom no column names for certain
    happened = len(have & HAPPENED)
    return {
        "unit": 2 * ("unit.name" in have) + 2 * ("unit.superior" in have) + ("unit.kind" in have),
        "event": happened + len(have & {"date.on", "method"}) if happened else 0,
        "station": 2 * ("station.name" in have) + bool(have & {"latitude", "coordinates"}) + ("address" in have),
        "source": 2 * ("source" in have) + ("date.published" in have) + ("locator" in have),
    }


def _possible(person: bool, facts: Facts) -> list[str]:
    """Every kind that the columns allow, and always none of them."""
    unit, date = bool(facts.of_kind("unit.name")), bool(facts.of_kind(*DATES))
    deed = bool(facts.of_kind(*DEEDS)) or any(role_of(column) == "victim" for column in facts.of_kind(*NAMES))
    allowed = {
        "held": person,
        "posting": person and unit,
        "person": person,
        "unit": unit or not person,
        "event": (date and deed) or not person,
        "station": bool(facts.of_kind("station.name")) or not person,
        "source": not person,
        NOTHING: True,
    }
    return [name for name, possible in allowed.items() if possible]
