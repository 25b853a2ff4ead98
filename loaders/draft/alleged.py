"""Who is said to have done what the row tells: a person says so, and no doubtful cell accuses anybody."""

from __future__ import annotations

import re
from typing import Final

from loaders.draft import bodies
from loaders.draft.content import is_unit
from loaders.draft.facts import Column, Facts
from loaders.draft.outline import Outline
from loaders.draft.questions import Answers, Question
from loaders.mapping.pattern import Pattern

_LETTER: Final = r"[\p{L}\p{M}'’-]"
_WORD: Final = rf"\p{{Lu}}{_LETTER}*\p{{Ll}}{_LETTER}*"
_INITIALS: Final = r"(?:\p{Lu}\.\p{Zs}*)+"
_WORDS: Final = rf"{_WORD}(?:\p{{Zs}}+{_WORD})*"
_FORMS: Final = (
    rf"{_INITIALS}{_WORDS}",
    rf"{_WORDS}\p{{Zs}}*{_INITIALS}",
    rf"{_WORD}\p{{Zs}}+{_WORDS}",
    rf"{_WORD}\p{{Zs}}+\p{{Lu}}\.\p{{Zs}}*{_WORD}",
)
PLAIN_NAME: Final = rf"^\p{{Zs}}*(?:{'|'.join(_FORMS)})\p{{Zs}}*$"
"""Two words with a capital, or a word with initials before, behind or between, in one line, and no more: no surname or nickname
alone would accuse all who bear it; no sign of doubt, no list, no "or" becomes a name. Of words in capitals no pattern tells an
OR from a name: they are none."""
TOGETHER: Final = ("+", "&", ";", "\n")
"""Between units of one cell. A comma or a slash may stand between a unit and the one above it."""
_OPEN: Final = re.compile(r"(?i)\s(?:or|ou|o|или|либо|або|ці|чи|oder|أو|veya|atau|lub|nebo|ili)\s|[?？؟]")
"""Which of several it was, or whether, is left open."""
_AND: Final = re.compile(r"(?i)\s(?:and|et|y|e|и|і|й|та|und|و|ve|dan|i|a)\s")


def persons(column: Column, outline: Outline, answers: Answers) -> bool:
    """Whether a person says that the column names the accused. A cell that does not plainly name one accuses nobody."""
    choices = (
        ("alleged", "somebody whom a victim or a witness accuses of having taken part (alleged, no more)"),
        ("left", "somebody else, or not said; leave the column out"),
    )
    asks = f"Column {column.number} {column.name!r}: what has this person to do with the incident?"
    change = f"take {column.name!r} out of unread, and add [thing.accused] and a link ALLEGED_IN"
    if answers.to(Question(asks, column.evidence, choices, "left", "left", change)) != "alleged":
        return False
    plain = Pattern(PLAIN_NAME)
    named = [word for word in column.words if plain.found_in(word)]
    if any(_OPEN.search(word) or _AND.search(word) for word in named):  # an Or with a capital looks like a name
        outline.leaves(column, "some cells hold several names, or leave open which it was: give each a row of its own")
        return True
    if any(is_unit(word) for word in named):
        outline.leaves(column, "some cells name a unit, not a person: give units a column of their own")
        return True
    if not named:
        outline.leaves(column, "no cell plainly names one person: give each a row of its own")
        return True
    number = sum(name.startswith("accused") for name in outline.things) + 1
    name = "accused" if number == 1 else f"accused_{number}"
    part = outline.thing(name, "Person", f"Named in column {column.number}.")
    part.put("name", outline.uses(column, "name of somebody who is accused"))
    why = "As you answered: this person is alleged to have taken part."
    link = outline.link(f"{name}_in", "ALLEGED_IN", name, "event", column, why)
    for each in (part, link):
        each.put("when", {"column": column.name, "matches": PLAIN_NAME})
    if doubtful := len(column.words) - len(named):
        why = "are no plain name (a surname alone, a doubt, a list, all in capitals): they accuse nobody."
        part.why.append(f"{doubtful:,} different cells {why}")
    return True


def units(facts: Facts, outline: Outline, answers: Answers) -> None:
    """A unit of the row took part only where a person says that the sheet says so, and no cell leaves open which it was."""
    columns = [column for column in facts.of_kind("unit.name") if not column.says("superior")]
    if not columns:
        return
    column = columns[0]
    choices = (
        ("alleged", "somebody says that it took part in the incident (alleged, no more)"),
        ("left", "something else, or not said; leave it out"),
    )
    asks = f"Column {column.number} {column.name!r}: what has the unit to do with the incident?"
    change = f"take {column.name!r} out of unread, and add [thing.unit] and a link ALLEGED_IN"
    if answers.to(Question(asks, column.evidence, choices, "left", "left", change)) != "alleged":
        return
    if doubtful := [word for word in column.words if _OPEN.search(word)]:
        why = f"{len(doubtful):,} different cells leave open which unit it was: say what is known, and draft again"
        outline.leaves(column, why)
        return
    part = bodies.named_unit(column, outline)
    if signs := [sign for sign in TOGETHER if any(sign in word for word in column.words)]:
        part.put("split", signs)
        part.why.append("Units of one cell are several. Only these signs part them: a comma or a slash may belong to a name.")
    outline.link("alleged", "ALLEGED_IN", "unit", "event", column, "As you answered: the unit is alleged to have taken part.")
