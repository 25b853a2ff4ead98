"""What a load reads from a sheet, in lines that a reader of the documentation understands."""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from pathlib import Path

from graph import words
from graph.kept.case import Case
from graph.said.claim import EXISTS, SPAN, Claim, Mention
from graph.said.span import Span
from graph.words import claims as said
from graph.words import spans
from loaders.load.load import Load, harvest, prepare
from loaders.mapping import parse


def harvested(sheet: str, mapping: str) -> str:
    """One line for each thing and link that the rows name, and one for each of their values."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.csv"
        path.write_text(sheet, "utf-8")
        load = prepare(path, parse(mapping, "mapping.toml"))
        with Case.create(Path(folder) / "case", title="Example", zone="Europe/Lisbon") as case:
            harvest(load, case)
    return "\n".join(_lines(load))


def _lines(load: Load) -> list[str]:
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in load.claims.values():
        claims[claim.about].append(claim)
    names = {mention.id: _name(mention, claims[mention.id]) for mention in load.mentions.values()}
    lines = []
    for mention in load.mentions.values():
        if mention.part == "file" or (mention.part == "cited" and mention.what == "Source"):
            continue
        own = claims[mention.id]
        denied = " DENIED:" if any(claim.polarity == "denies" for claim in own) else ""
        place = mention.locator.split(",")[0]
        if mention.is_link:
            lines.append(f"{place}{denied} {names[mention.begin or '']} —{mention.what}→ {names[mention.end or '']}")
        else:
            lines.append(f"{place} {mention.what} {names[mention.id]}{_key(mention)}")
        lines += [f"    {line}" for claim in sorted(own, key=_order) for line in _value(claim, names)]
    lines += [f"{_row(issue.row, issue.column)} odd: {issue.what}" for issue in load.issues]
    lines += [f"{_row(reject.row, reject.column)} refused: {reject.reason}" for reject in load.rejects]
    lines += [f"journal: {kind} {_body(body, names)}" for kind, body in load.entries]
    return lines


def _name(mention: Mention, own: list[Claim]) -> str:
    by_name = {claim.property: str(claim.value) for claim in reversed(own)}
    return by_name.get("name") or by_name.get("aliases") or _key(mention).strip(" ()") or "(no name)"


def _key(mention: Mention) -> str:
    if not mention.key:
        return ""
    return f" (key {' + '.join(json.loads(mention.key)) if mention.key.startswith('[') else mention.key})"


def _order(claim: Claim) -> tuple[bool, str, str]:
    return claim.property == SPAN, claim.property, str(claim.value)


def _value(claim: Claim, names: dict[str, str]) -> list[str]:
    more = [f"source {names[claim.cites]}"] if names.get(claim.cites, "").startswith("E-") else []
    more += [
        f"{name} {text}" for name, text in (("grade", claim.graded), ("quote", claim.quote), ("language", claim.language)) if text
    ]
    more += [f"basis {claim.basis}"] if claim.basis != "not_stated" else []
    beside = f"   [{', '.join(more)}]" if more else ""
    if claim.property == SPAN and isinstance(claim.value, dict):
        return [f"{word}: {text}" for word, text in spans.line_by_line(Span.of_text(claim.value).as_properties())]
    if claim.property == EXISTS:
        return [f"is stated by: {said.original(claim.original)}{beside}"]
    return [f"{claim.property}: {words.value(claim.value)}{beside}"]


def _row(row: int | None, column: str | None) -> str:
    return ", ".join(part for part in (f"row {row}" if row else "", f"column {column}" if column else "") if part)


def _body(body: dict[str, str], names: dict[str, str]) -> str:
    return ", ".join(f"{name} {names.get(text, text)}" for name, text in body.items())
