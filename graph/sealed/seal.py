"""A seal: the head of a journal on one day, signed, to be kept outside. Later it shows whether the journal only grew.

`tree` is the root of a hash tree (`graph.decided.merkle`) over the hashes of all entries up to the sealed one, so that one entry
can be shown to stand under the seal without the others. The signature is Ed25519, over the rest of the file.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from graph.decided import merkle
from graph.errors import IntegrityError
from graph.sealed import signing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from graph.decided.journal import Journal
    from graph.sealed.signing import Key

FORMAT = "linkage seal 1"
FILE = "seal.json"
"""Its name in a backup."""


@dataclass(frozen=True, slots=True)
class Seal:
    """`sequence` and `head`: number and hash of the sealed entry. `at`: what the clock said. `key`: public, in hex."""

    sequence: int
    head: str
    tree: str
    at: str
    key: str
    signature: str

    @classmethod
    def of(cls, journal: Journal, at: str, key: Key) -> Seal:
        """Of a journal as it stands, signed."""
        sequence, head = journal.head
        unsigned = cls(sequence, head, tree_of(journal, sequence).hex(), at, key.public, "")
        return replace(unsigned, signature=key.sign(unsigned.signed_part()))

    def table(self) -> dict[str, Any]:
        """Its members; `of_table` is the inverse."""
        return {"format": FORMAT, **asdict(self)}

    def text(self) -> str:
        """As its file has it; `read` is the inverse."""
        return json.dumps(self.table(), ensure_ascii=False, indent=1) + "\n"

    def signed_part(self) -> bytes:
        """What is signed: all but the signature, as compact JSON with its names in order."""
        told = self.table()
        del told["signature"]
        return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def read(cls, text: str) -> Seal:
        """The seal in a file. IntegrityError where it is none, or not as it was signed."""
        try:
            seal = cls.of_table(json.loads(text))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise IntegrityError("this is no seal, or was changed after it was signed") from None
        if seal.text() != text:
            raise IntegrityError("the seal was changed after it was signed: ask whoever keeps it for the file as it was")
        return seal

    @classmethod
    def of_table(cls, table: Mapping[str, Any]) -> Seal:
        """From its members. IntegrityError where they are not as they were signed; KeyError, TypeError where they are none."""
        told = dict(table)
        if told.pop("format") != FORMAT:
            raise TypeError
        seal = cls(**told)
        if not signing.signed(seal.key, seal.signature, seal.signed_part()):
            raise IntegrityError("the signature does not fit the seal: it was changed after it was signed")
        return seal

    def hold_against(self, journal: Journal) -> None:
        """IntegrityError where this journal is not the sealed one, grown."""
        last = journal.head[0]
        if self.sequence > last:
            raise IntegrityError(
                f"the seal is of entry {self.sequence:,}, and the journal ends at entry {last:,}: its end was cut off,"
                " or this is an older copy of the case"
            )
        if journal.hash_of(self.sequence) != self.head or tree_of(journal, self.sequence).hex() != self.tree:
            raise IntegrityError(
                f"the journal up to entry {self.sequence:,} is not the one that was sealed: it was written anew,"
                " or the seal is of another case"
            )


def tree_of(journal: Journal, sequence: int) -> bytes:
    """The root over the hashes of all entries up to this one."""
    return merkle.root(entry_leaves(journal, sequence))


def entry_leaves(journal: Journal, sequence: int) -> list[bytes]:
    """The leaves of that tree."""
    return [merkle.leaf(bytes.fromhex(hash_)) for hash_ in journal.hashes(until=sequence)]
