"""A proof: that one claim stands under a seal, without another claim, another entry's body, or the file.

It holds the claim with its salt, the way from its leaf to the root of what its load brought, the load's entry with its body
as a digest, the way from that entry to the root of all entries, and the seal. A file of its own, checked by itself.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.decided import merkle
from graph.decided.entry import Kind, hash_of
from graph.decided.leaves import leaves_of
from graph.errors import IntegrityError, QueryError
from graph.said.claim import Claim, claim_id
from graph.sealed.seal import Seal, entry_leaves

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from graph.decided.entry import Entry
    from graph.decided.journal import Journal

FORMAT = "linkage proof 1"
ENTRY = ("sequence", "at", "who", "digest", "brought", "previous")
CHANGED = "this is no proof, or was changed after it was made: it proves nothing"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof shows: a claim, by its id and its text, of a file; the entry that brought it; the seal it stands under."""

    id: str
    file: str
    claim: str
    salt: bytes
    way: tuple[int, int, tuple[bytes, ...]]
    """Place among how many leaves, and the hashes beside it from below."""
    entry: Mapping[str, Any]
    """The load's entry: see ENTRY. Its body is in it as a digest alone."""
    entry_way: tuple[bytes, ...]
    seal: Seal

    def text(self) -> str:
        """As its file has it; `read` is the inverse."""
        place, size, beside = self.way
        told = {
            "format": FORMAT,
            "id": self.id,
            "file": self.file,
            "claim": self.claim,
            "salt": self.salt.hex(),
            "place": [place, size],
            "way": _written(beside),
            "entry": {name: self.entry[name] for name in ENTRY},
            "entry_way": _written(self.entry_way),
            "seal": self.seal.table(),
        }
        return json.dumps(told, ensure_ascii=False, indent=0) + "\n"

    @classmethod
    def read(cls, text: str) -> Proof:
        """The proof in a file, checked: IntegrityError where anything in it is not as it was made."""
        try:
            told = json.loads(text)
            place, size = told["place"]
            proof = cls(
                told["id"],
                told["file"],
                told["claim"],
                bytes.fromhex(told["salt"]),
                (place, size, _read(told["way"])),
                told["entry"],
                _read(told["entry_way"]),
                Seal.of_table(told["seal"]),
            )
            holds = proof.text() == text and proof._holds()
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise IntegrityError(CHANGED) from None
        if not holds:
            raise IntegrityError(CHANGED)
        return proof

    def _holds(self) -> bool:
        """Whether the claim leads to the load's root, and the load's entry to the seal's."""
        place, size, beside = self.way
        (leaf,) = leaves_of("claim", self.file, [(self.id, self.salt, self.claim)])
        brought = merkle.climbed(leaf, place, size, beside)
        entry = self.entry
        hash_ = hash_of(
            entry["sequence"], entry["at"], entry["who"], Kind.LOAD, entry["digest"], entry["brought"], entry["previous"]
        )
        under = merkle.climbed(merkle.leaf(bytes.fromhex(hash_)), entry["sequence"] - 1, self.seal.sequence, self.entry_way)
        return (
            brought is not None
            and under is not None
            and brought.hex() == entry["brought"]
            and under.hex() == self.seal.tree
            and claim_id(Claim.of_text(self.claim)) == self.id
        )


class Prover:
    """Makes proofs under one seal. What a load brought is hashed once."""

    def __init__(self, journal: Journal, seal: Seal) -> None:
        seal.hold_against(journal)
        self._journal, self._seal = journal, seal
        self._entries = merkle.Tree(entry_leaves(journal, seal.sequence))
        self._loads: dict[int, tuple[merkle.Tree, dict[bytes, int]]] = {}

    def prove(self, claim: str, load: int | None = None) -> Proof:
        """Of the claim of this id; where several loads brought it, the first under the seal, or the one named.

        QueryError where there is none.
        """
        loads = [held for held, _, _ in self._journal.claims_of([claim])]
        if not loads:
            raise QueryError("no claim of this case has this id: `linkage why NAME` lists claims with their ids")
        sealed = [held for held in loads if held <= self._seal.sequence and load in (None, held)]
        if not sealed:
            raise QueryError(f"this claim came by entry {min(loads)}, after the seal: seal the case again (`linkage seal`)")
        entry = self._journal.entry(sealed[0])
        assert entry is not None  # noqa: S101 - the entry of a load is never erased whole
        return self._proof(claim, entry)

    def _proof(self, claim: str, entry: Entry) -> Proof:
        file = str(entry.body["file"])
        tree, places = self._tree(entry.sequence)
        salt, text = self._journal.salted_claim(entry.sequence, claim)
        (leaf,) = leaves_of("claim", file, [(claim, salt, text)])
        if leaf not in places:
            raise QueryError("a part of this claim was erased, so it can no longer be shown as it was sealed")
        told = {name: getattr(entry, name) for name in ENTRY}
        way = (places[leaf], tree.size, tree.way(places[leaf]))
        return Proof(claim, file, text, salt, way, told, self._entries.way(entry.sequence - 1), self._seal)

    def _tree(self, load: int) -> tuple[merkle.Tree, dict[bytes, int]]:
        if load not in self._loads:
            leaves = sorted(self._journal.leaves(load))
            self._loads[load] = merkle.Tree(leaves), {leaf: at for at, leaf in enumerate(leaves)}
        return self._loads[load]


def _written(hashes: Sequence[bytes]) -> list[str]:
    return [b64encode(hash_).decode() for hash_ in hashes]


def _read(texts: Sequence[str]) -> tuple[bytes, ...]:
    return tuple(b64decode(text, validate=True) for text in texts)
