"""Other names and other ids for one recipient: keyed, so that nobody without the case key can compute or reverse them.

The same recipient under the same profile gets the same ones again; two recipients cannot join theirs.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

from graph.errors import CaseError, IntegrityError

KEY_BYTES = 32
CONSONANTS = "bdfghjklmnprstvz"
VOWELS = "aeiou"
SYLLABLES = 6
"""80 syllables to the sixth: 38 bits. Among 10,000 persons two share a pseudonym once in 5,000 cases, and it is noticed."""


class Rekeyed:
    """The pseudonyms and ids of one release. Refuses to give two things one name."""

    def __init__(self, key: bytes, profile: str, recipient: str) -> None:
        if len(key) < KEY_BYTES:
            raise CaseError(f"the case's pseudonym key is shorter than {KEY_BYTES} bytes: put back keys/ from a backup")
        self._key, self._profile, self._recipient = key, profile, recipient
        self._taken: dict[str, str] = {}

    def id(self, old: str) -> str:
        """The id under which this recipient knows a node, link or claim. Begins with a letter: no spreadsheet reads a number."""
        return self._once("x" + base64.b32encode(self._digest("id", old)[:15]).decode().lower(), old)

    def name(self, old: str) -> str:
        """What this recipient calls a protected person: "P-KORA-VELU-MITA"."""
        return self._once(f"P-{self._spoken(old)}", old)

    def neutral(self, label: str, old: str) -> str:
        """What this recipient calls a thing that is named after one: "Unit KORA-VELU-MITA". No number: units have numbers."""
        return self._once(f"{label} {self._spoken(old)}", old)

    def _spoken(self, old: str) -> str:
        number = int.from_bytes(self._digest("name", old), "big")
        syllables = []
        for _ in range(SYLLABLES):
            number, which = divmod(number, len(CONSONANTS) * len(VOWELS))
            syllables.append(CONSONANTS[which // len(VOWELS)] + VOWELS[which % len(VOWELS)])
        return "-".join("".join(syllables[at : at + 2]) for at in range(0, SYLLABLES, 2)).upper()

    def _digest(self, use: str, old: str) -> bytes:
        # JSON, because a plain join would let ("a", "bc") and ("ab", "c") meet.
        message = json.dumps(["linkage", use, self._profile, self._recipient, old]).encode()
        return hmac.new(self._key, message, hashlib.sha256).digest()

    def _once(self, new: str, old: str) -> str:
        if self._taken.setdefault(new, old) != old:
            raise IntegrityError(
                "two things would get one pseudonym in this release: name the recipient a little differently, nothing was written"
            )
        return new
