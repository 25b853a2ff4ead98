"""An outline as the text of a mapping file, with reasons as comments. No name and no value of the sheet stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from loaders.draft.facts import Facts
from loaders.draft.layout import Place
from loaders.draft.outline import Outline, Part
from loaders.draft.questions import Answers
from loaders.draft.toml import comment, key, value

WIDTH = 120


@dataclass(frozen=True, slots=True)
class Head:
    """What the file says of itself: its name, its title, where its table stands."""

    name: str
    title: str
    file: str
    place: Place | None = None
    sheets: tuple[str, ...] = ()
    left_sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def text_of(head: Head, outline: Outline, facts: Facts, answers: Answers) -> str:
    """The whole file."""
    return "\n".join(_lines(head, outline, facts, answers)) + "\n"


def _lines(head: Head, outline: Outline, facts: Facts, answers: Answers) -> Iterator[str]:
    yield comment("A draft by `linkage mapping draft`. Read it, correct it, try it (linkage mapping try), then load.")
    yield comment("Nothing of the sheet was changed, and nothing was loaded.")
    for note in head.notes:
        yield comment(note)
    yield from _open(answers)
    yield f"name  = {value(head.name)}"
    yield f"title = {value(head.title)}"
    dates = outline.top.pop("_dates", "")
    if dates:
        yield comment(dates)
    for name, content in outline.top.items():
        yield f"{name} = {value(content)}"
    yield from _listed("recognised_by", [column.name for column in facts.columns if column.name in outline.read])
    if outline.missing:
        yield f"missing = {value(list(dict.fromkeys(outline.missing)))}"
    yield from _left_out(outline, facts)
    yield from _table(head, outline)
    yield from ("", "[source]", 'kind = "table"')
    if outline.citations:
        yield from ("", "[citations]", *(f"{name} = {value(each)}" for name, each in outline.citations.items()))
    for space, reason in outline.spaces.items():
        yield from ("", f"[key_space.{key(space)}]", f"reason = {value(reason)}")
    for kind, parts in (("thing", outline.things), ("link", outline.links)):
        for name, part in parts.items():
            yield from _part(kind, name, part)


def _open(answers: Answers) -> Iterator[str]:
    if not answers.open:
        return
    yield "#"
    yield comment("Not decided, and so left out or left open. Only a person can say:")
    for number, question in enumerate(answers.open, start=1):
        meant = next((says for name, says in question.choices if name == question.unasked), question.unasked)
        yield comment(f"  {number}. {question.asks} The draft says: {meant}.")
        if question.change:
            yield comment(f"     To say otherwise: {question.change}.")
    yield ""


def _listed(name: str, items: Iterable[str]) -> Iterator[str]:
    yield f"{name} = ["
    yield from (f"  {value(item)}," for item in items)
    yield "]"


def _left_out(outline: Outline, facts: Facts) -> Iterator[str]:
    left = [column for column in facts.columns if column.name in outline.left]
    if not left:
        return
    yield comment("Columns that are left out, and why. To read one, take it out of this list and name it in a part below.")
    yield "unread = ["
    for column in left:
        yield f"  {value(column.name)},  {comment(f'column {column.number}: {outline.left[column.name]}')}"
    yield "]"


def _table(head: Head, outline: Outline) -> Iterator[str]:
    place = head.place
    lines: list[str] = []
    if head.sheets:
        lines.append(f"sheet = {value(list(head.sheets))}")
    if place is not None and place.header != (1,):
        lines.append(f"header = {value(list(place.header))}")
    if place is not None and place.until:
        lines.append(f"until = {value(place.until)}")
    if place is not None and place.skip:
        lines.append(f"skip = {value(place.skip)}")
    for name, columns in (("fill_merged", outline.fill_merged), ("fill_down", outline.fill_down), ("ditto", outline.ditto)):
        if columns:
            lines.append(f"{name} = {value(columns)}")
    if not lines:
        return
    yield ""
    for why in place.why if place else ():
        yield comment(why)
    if head.left_sheets:
        yield comment(f"Sheets left out: {', '.join(head.left_sheets)}")
    yield from ("[table]", *lines)


def _part(kind: str, name: str, part: Part) -> Iterator[str]:
    yield ""
    yield from map(comment, part.why)
    yield f"[{kind}.{name}]"
    wide = max(len(key(field)) for field in part.lines)
    yield from (f"{key(field):{wide}} = {value(content)}" for field, content in part.lines.items())
