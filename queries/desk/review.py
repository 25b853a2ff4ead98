"""A review: what waits for a person, one question at a time, strongest first; every answer is an entry of the journal.

    review = Review(case)
    while question := review.next():
        review.same(question, reason) | review.different(question) | review.unsure(question) | review.skip(question)

A group of several things is asked pair by pair; what is said of a pair holds for the things its rows belong to, so that a
question that is settled by earlier answers is not asked. Nothing but the journal remembers where a review stands.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from graph.decide import decide
from graph.decided.decision import PERSON
from graph.decided.entry import CHANGES_GRAPH, Kind
from graph.errors import CaseError
from loaders.names.lookup import folded
from loaders.resolve import backlog
from queries.desk.rows import Rows
from queries.desk.sides import Sides, beside, latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.decided.decision import Verdict
    from graph.decided.entry import Entry
    from graph.decided.state import State
    from graph.kept.case import Case
    from loaders.resolve.proposal import Conflict, Edge, Group

DIFFERENT = "not the same, as shown in review"
UNSURE = "left open in review"
UNDONE = "taken back in review"
ORDER = ("Area", "Station", "Unit", "Person")
"""Whom things are told apart by comes before who is told apart."""


@dataclass(frozen=True, slots=True)
class Question:
    """One pair to decide. `group`: what is left of its group. `joined_by`: of an alert, the decisions that joined the pair."""

    group: Group | None
    conflict: Conflict | None
    edge: Edge
    sides: Sides
    joined_by: tuple[Entry, ...] = ()

    @property
    def why(self) -> str:
        """Why a person is asked, in words."""
        return self.group.why if self.group else "a rule joined these, and what is known now speaks against it"


class Review:
    """One person's session. `label`: only groups of this label. Everything it shows is read from the journal."""

    def __init__(self, case: Case, *, label: str | None = None) -> None:
        self._case, self._label = case, label
        self._skipped: set[tuple[str, str]] = set()
        self._words: tuple[str, ...] = ()
        self._at: frozenset[str] = frozenset()
        self._own: list[Entry] = []
        self.done: Counter[str] = Counter()
        self.shown = 0
        """Groups and alerts asked about so far."""
        self._read()

    @property
    def waiting(self) -> backlog.Backlog:
        """Everything that still waits, of every label."""
        return self._waiting

    @property
    def left(self) -> int:
        """How many groups and alerts of this review still wait, skipped ones included."""
        return sum(1 for _ in self._conflicts()) + sum(1 for _ in self._groups())

    def next(self) -> Question | None:
        """What to decide next: alerts first, then the strongest group; what was skipped is not asked again.

        When all that a search found is decided, the others come again.
        """
        question = self._next()
        if question is None and self._words:
            self._words = ()
            question = self._next()
        return question

    def _next(self) -> Question | None:
        for conflict in self._conflicts():
            if _key(conflict.edge) not in self._skipped and self._matches(conflict.edge):
                return self._question(conflict.edge, conflict=conflict)
        for group in sorted(self._groups(), key=self._rank):
            edges = [edge for edge in group.edges if _key(edge) not in self._skipped and self._matches(edge)]
            if edges:
                return self._question(min(edges, key=lambda edge: not self._is_at(edge)), group=group)
        return None

    def same(self, question: Question, reason: str) -> Entry:
        """They are one. A reason is required; CaseError, and nothing recorded, where another decision stands against it."""
        return self._decided("same", question, reason)

    def different(self, question: Question, reason: str = DIFFERENT) -> Entry:
        """They are two."""
        return self._decided("different", question, reason)

    def unsure(self, question: Question, reason: str = UNSURE) -> Entry:
        """Nobody can say: no rule will join them, and they are asked about no more until this is taken back."""
        return self._decided("unsure", question, reason)

    def part(self, question: Question, joined_by: int, reason: str) -> Entry:
        """Of an alert: one of the decisions that joined them was wrong. Of many mentions, this one leaves it."""
        entry = next((entry for entry in question.joined_by if entry.sequence == joined_by), None)
        if entry is None:
            raise CaseError(f"entry {joined_by} is not one of those that joined these")
        many = len(entry.body["members"]) > 2
        leaving = [end for end in (question.edge.other, question.edge.one) if many and end in entry.body["members"]][:1]
        return self._record(self._decide("retract", leaving, reason=reason, retracts=joined_by), "parted")

    def skip(self, question: Question) -> None:
        """Not now. It waits for another session."""
        self._skipped |= {_key(edge) for edge in (question.group.edges if question.group else (question.edge,))}
        self._at = frozenset()
        self.done["skipped"] += 1

    def last(self) -> Entry | None:
        """The reviewer's last decision that stands, of this session or an earlier one: what `undo` takes back."""
        while self._own and not self._stands(self._own[-1]):
            self._own.pop()
        if self._own:
            return self._own[-1]
        entries = self._case.journal.entries(Kind.IDENTITY)
        own = [entry for entry in entries if entry.who == self._case.who and entry.body["rule"] == PERSON and self._stands(entry)]
        return own[-1] if own else None

    def is_of_this_session(self, entry: Entry) -> bool:
        """Whether it was decided since this review began."""
        return entry in self._own

    def undo(self) -> Entry | None:
        """Takes back the reviewer's last decision, and asks about it next. The entry taken back, or None where there is none."""
        last = self.last()
        if last is None:
            return None
        self._decide("retract", reason=UNDONE, retracts=last.sequence)
        self._waiting = backlog.load(self._case)
        self._at = frozenset(last.body["members"])
        self._skipped -= {key for key in self._skipped if self._at.issuperset(key)}
        self.done["taken back"] += 1
        return last

    def search(self, text: str) -> int:
        """From now on only pairs in whose names all these words stand, in any script; with no words, all again. How many."""
        self._words = tuple(_spelt(text).split())
        self._skipped -= {_key(edge) for edge in self._edges() if self._words and self._matches(edge)}
        return sum(self._matches(edge) for edge in self._edges())

    # ------------------------------------------------------------------ what it stands on

    def _read(self) -> None:
        self._state: State = self._case.state
        self._rows = Rows(self._case, self._state)
        self._waiting = backlog.load(self._case)

    def _decide(self, verdict: Verdict, members: Iterable[str] = (), **more: Any) -> Entry:
        """Records it, and goes on from there; where somebody else wrote in the meantime, from all that they wrote too."""
        try:
            entry = decide(self._case, verdict, members, **more)
        except CaseError:
            self._read()
            raise
        if any(self._case.journal.entries(*CHANGES_GRAPH, after=self._state.sequence, until=entry.sequence - 1)):
            self._read()
        else:
            self._state = self._case.state
            self._rows.state = self._state
        return entry

    def _record(self, entry: Entry, what: str) -> Entry:
        again = entry.body["decision"] == "retract"  # what comes apart may be asked again
        self._waiting = backlog.load(self._case) if again else backlog.after(self._waiting, self._state)
        self._own.append(entry)
        self.done[what] += 1
        return entry

    def _decided(self, verdict: Verdict, question: Question, reason: str) -> Entry:
        edge = question.edge
        shown: dict[str, Any] = {"evidence": [asdict(part) for part in edge.evidence]}
        shown |= {"bits": edge.bits} if edge.bits is not None else {}
        return self._record(self._decide(verdict, (edge.one, edge.other), reason=reason, more=shown), verdict)

    def _stands(self, entry: Entry) -> bool:
        return entry.body["decision"] != "retract" and self._state.identity.stands(entry.sequence)

    def _question(self, edge: Edge, group: Group | None = None, conflict: Conflict | None = None) -> Question:
        sides = beside(self._rows, edge.one, edge.other)
        about = frozenset(end for one in (group.edges if group else (edge,)) for end in _key(one))
        self.shown += about.isdisjoint(self._at)
        self._at = about
        chain = self._state.identity.joining(edge.one, edge.other) if conflict else ()
        entries = (self._case.journal.entry(sequence) for sequence in chain)
        return Question(group, conflict, edge, sides, tuple(entry for entry in entries if entry))

    # ------------------------------------------------------------------ what is asked, and in which order

    def _groups(self) -> Iterator[Group]:
        return (group for group in self._waiting.groups if self._label in (None, group.label))

    def _conflicts(self) -> Iterator[Conflict]:
        return (conflict for conflict in self._waiting.conflicts if self._label in (None, conflict.label))

    def _edges(self) -> Iterator[Edge]:
        yield from (conflict.edge for conflict in self._conflicts())
        yield from (edge for group in self._groups() for edge in group.edges)

    def _rank(self, group: Group) -> tuple[bool, int, float]:
        elsewhere = not any(self._is_at(edge) for edge in group.edges)  # a group is asked about to its end
        place = ORDER.index(group.label) if group.label in ORDER else len(ORDER)
        return elsewhere, place, -max(edge.bits or 0.0 for edge in group.edges)

    def _is_at(self, edge: Edge) -> bool:
        """Whether it belongs to what was asked about last, or is what was just taken back."""
        return self._at.issuperset(_key(edge))

    def _matches(self, edge: Edge) -> bool:
        if not self._words:
            return True
        names = " ".join(_spelt(name) for end in (edge.one, edge.other) for name in self._rows.names(self._rows.members(end)))
        return all(word in names for word in self._words)


def _key(edge: Edge) -> tuple[str, str]:
    return edge.one, edge.other


def _spelt(text: str) -> str:
    """As names are searched for: in Latin letters, folded."""
    return folded(latin(text) or text)
