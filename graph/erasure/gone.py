"""What of a journal goes with a person, and what is left of that which only names them.

Theirs are: what is said of them; every link at them; findings and casefiles that are tied to nobody else. What is said of others
stays: a text of it that names them is taken out of it. Somebody else of the same name keeps it.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from graph.decided.entry import Kind, body_text
from graph.decided.erasing import Gone
from graph.errors import CaseError
from graph.said.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.decided.entry import Entry
    from graph.decided.journal import Journal
    from graph.decided.state import State
    from graph.erasure.spellings import Spellings
    from graph.said.claim import Mention

MARK = "(erased)"
"""Stands where a text named them."""
THEIRS = {"FOUND_ON": "begin", "ABOUT": "begin"}
"""Links that tie a thing to the person it is about, and the end at which the thing is: it goes with them, if with nobody else."""
ID = re.compile(r"[\w-]+")
NAMING = ("name", "aliases")
TEXTS = ("original", "quote", "graded", "issue", "note", "locator")


@dataclass(slots=True)
class Removal:
    """All that goes. `mentions`: by what they are of. `changed`: rows of which a part stays.

    `namesakes`: mentions of others of the same name. `hints`: claims about others that hold a single word of theirs.
    """

    rows: list[Gone] = field(default_factory=list)
    mentions: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    entries: int = 0
    changed: int = 0
    loads: set[int] = field(default_factory=set)
    """Loads of which something goes."""
    tied: set[str] = field(default_factory=set)
    """Mentions at the other end of links that go."""
    namesakes: int = 0
    hints: int = 0


def removal(journal: Journal, state: State, person: str, spellings: Spellings) -> Removal:
    """What goes with the person of this mention."""
    return _Sweep(journal, state, person, spellings).whole()


def mentions_of(journal: Journal, state: State, person: str) -> set[str]:
    """All mentions of the person, of older versions of files too."""
    root = state.identity.root(person)
    own = {root, *state.identity.components().get(root, ())}
    own |= {old for old, new in state.moves.items() if new in own}
    names = _names(journal, own)
    return own | {id_ for id_, called in replaced(journal, state) if names & called}


def replaced(journal: Journal, state: State) -> Iterator[tuple[str, set[str]]]:
    """People who stand in older versions of files alone, and what they are called there."""
    for load in state.superseded:
        for mention in journal.mentions(load):
            if mention.what == "Person" and mention.id not in state.mentions:
                yield mention.id, _names(journal, {mention.id})


def _names(journal: Journal, mentions: set[str]) -> set[str]:
    claims = (claim for _, _, claim in journal.claims_about(sorted(mentions)))
    return {str(claim.value) for claim in claims if claim.property in NAMING}


class _Sweep:
    def __init__(self, journal: Journal, state: State, person: str, spellings: Spellings) -> None:
        self._journal, self._state, self._spellings = journal, state, spellings
        self._mentions = {(load, mention.id): mention for load in state.loads for mention in journal.mentions(load)}
        self._gone = mentions_of(journal, state, person)
        """Ids of mentions that go whole; later also of claims."""
        self._namesakes: dict[str, bool] = {}
        self._removal = Removal()

    def whole(self) -> Removal:
        self._closure()
        for (load, id_), mention in self._mentions.items():
            self._mention(load, id_, mention)
        for load, body in self._state.loads.items():
            for held in self._journal.claims(load, str(body["file"])):
                self._claim(load, held.id, held.claim)
        self._gone |= {row.id for row in self._removal.rows if row.part == "claim" and row.left is None}
        self._entries()
        self._removal.namesakes = sum(self._namesakes.values())
        return self._removal

    def _closure(self) -> None:
        """Findings and casefiles of theirs alone, and every link at what goes."""
        links = [mention for mention in self._mentions.values() if mention.is_link]
        ties: defaultdict[str, set[str]] = defaultdict(set)
        for link in links:
            if THEIRS.get(link.what) == "begin":
                ties[self._state.identity.root(link.begin or "")].add(link.end or "")
        alone = {thing for thing, ends in ties.items() if ends <= self._gone}
        self._gone |= alone | {member for thing in alone for member in self._state.identity.components().get(thing, ())}
        for link in links:
            if {link.begin, link.end} & self._gone:
                self._removal.tied |= {end for end in (link.begin, link.end) if end and end not in self._gone}
        self._gone |= {link.id for link in links if {link.begin, link.end} & self._gone}

    def _mention(self, load: int, id_: str, mention: Mention) -> None:
        if id_ in self._gone:
            self._take(Gone("mention", load, id_))
            self._removal.mentions[mention.what] += 1
            return
        if self._namesake(id_):
            return
        left = replace(mention, locator=self._cleared(mention.locator), part=self._cleared(mention.part))
        if mention.key is not None and self._spellings.name(mention.key):
            left = replace(left, key=None, space=None)
        if left != mention:
            self._take(Gone("mention", load, id_, left.as_text()))

    def _namesake(self, mention: str) -> bool:
        """Whether this is somebody else, of the same name."""
        if mention not in self._namesakes:
            held = self._state.mentions.get(mention)
            named = held is not None and held.what == "Person" and map(self._spellings.called, _names(self._journal, {mention}))
            self._namesakes[mention] = bool(named) and any(named or ())
        return self._namesakes[mention]

    def _claim(self, load: int, id_: str, claim: Claim) -> None:
        if claim.about in self._gone:
            self._take(Gone("claim", load, id_))
            return
        if claim.property in NAMING and self._namesake(claim.about):
            return
        value = claim.value if isinstance(claim.value, str) else json.dumps(claim.value, ensure_ascii=False)
        if self._spellings.name(value):
            self._take(Gone("claim", load, id_))
            return
        texts: dict[str, Any] = {name: getattr(claim, name) for name in TEXTS}
        cleared: dict[str, Any] = {name: text and self._cleared(text) for name, text in texts.items()}
        if cleared != texts:
            self._take(Gone("claim", load, id_, replace(claim, **cleared).as_text()))
        elif any(self._spellings.hint(text) for text in (value, *filter(None, texts.values()))):
            self._removal.hints += 1

    def _take(self, row: Gone) -> None:
        self._removal.rows.append(row)
        if row.part != "entry":
            self._removal.loads.add(row.load)
        if row.left is not None:
            self._removal.changed += 1
        elif row.part == "claim":
            self._removal.claims += 1
        elif row.part == "entry":
            self._removal.entries += 1

    def _entries(self) -> None:
        gone: set[int] = set()
        for entry in self._journal.entries():
            if entry.kind in (Kind.SEAL, Kind.ERASURE):
                continue
            if entry.kind is not Kind.LOAD and self._about_them(entry, gone):
                gone.add(entry.sequence)
                self._take(Gone("entry", entry.sequence, ""))
                continue
            left = {name: self._left(value) for name, value in entry.body.items()}
            if left == entry.body:
                continue
            if entry.kind is Kind.LOAD and left["file_name"] != entry.body["file_name"]:
                left["file_name"] = f"{MARK}{PurePath(entry.body['file_name']).suffix}"
            self._take(Gone("entry", entry.sequence, "", body_text(left)))

    def _about_them(self, entry: Entry, gone: set[int]) -> bool:
        """Whether nothing of the entry stands without them."""
        body = entry.body
        if body.get("mention") in self._gone or body.get("claim") in self._gone or body.get("retracts") in gone:
            return True
        members = body.get("members")
        if entry.kind is not Kind.IDENTITY or not members:
            return False
        left = len([member for member in members if member not in self._gone])
        return left < len(members) and left < (2 if body["decision"] in ("same", "different", "unsure") else 1)

    def _left(self, value: Any) -> Any:
        """A value of a body without them."""
        if isinstance(value, str):
            return self._cleared(value)
        if isinstance(value, list):
            return [self._left(item) for item in value if not (isinstance(item, str) and item in self._gone)]
        if isinstance(value, dict):
            return {name: self._left(item) for name, item in value.items()}
        return value

    def _cleared(self, text: str) -> str:
        """The text, or a mark in its place where it names them or one of the ids that go."""
        return MARK if self._spellings.name(text) or not self._gone.isdisjoint(ID.findall(text)) else text


def check_reason(spellings: Spellings, text: str) -> None:
    """CaseError where a reason would keep what is to go."""
    if not text.strip():
        raise CaseError("a reason is required, and stays in the journal: leave out the name")
    if spellings.name(text):
        raise CaseError("the reason names the person, and would stay in the journal: leave out the name")
