"""What is hashed and stored is byte for byte what `json.dumps` writes: ids and proofs made before stay as they are."""

from __future__ import annotations

import base64
import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from graph import ids
from graph.compact import compact
from graph.said.claim import Claim

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = TEXT | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(TEXT, inner))


@given(VALUES)
def test_it_is_what_the_library_writes(value: object) -> None:
    assert compact(value) == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@given(st.lists(VALUES))
def test_an_id_is_the_first_80_bits_in_base_32(parts: list[object]) -> None:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    letters = base64.b32encode(hashlib.sha256(text.encode()).digest())[:16].decode().lower()
    assert ids.short("u", *parts) == f"u-{letters}"


@given(
    TEXT,
    TEXT | st.floats(allow_nan=False) | st.booleans() | st.just({"possible": ["b", "a"], "core": None}),
    TEXT,
    st.none() | TEXT,
)
def test_a_claim_is_its_fields_in_their_order(
    about: str, value: str | float | dict[str, object], cites: str, quote: str | None
) -> None:
    claim = Claim(about, "name", value, about, "row 3", cites, quote=quote, issue=quote, note=quote)
    said = {name: getattr(claim, name) for name in Claim.__slots__ if getattr(claim, name) is not None}
    assert claim.as_text() == json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    assert Claim.of_text(claim.as_text()) == claim
