"""Which of several values holds, whatever order they come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.said.fold import Ballot, fold
from graph.said.origin import Origins
from tests.graph.small_case import Sheet, day, days, lasting, links, nodes, span_of

BALLOTS = st.lists(
    st.builds(
        Ballot,
        st.sampled_from(("1950", "1975", "é", "z", "")),
        st.sampled_from(("s-1", "s-2", "s-3", "s-4")),
        st.sampled_from(("A", "C", "~")),
        st.sampled_from(("1", "3", "~")),
    ),
    min_size=1,
    max_size=6,
)


def itself(source: str) -> str:
    return source


@given(BALLOTS, st.randoms(use_true_random=False), st.sampled_from((None, "1975", "1999")))
def test_the_order_of_claims_does_not_matter(ballots: list[Ballot], random: object, decided: str | None) -> None:
    shuffled = list(ballots)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert fold(shuffled, itself, decided) == fold(ballots, itself, decided)


@given(BALLOTS)
def test_the_order_of_decision_is_origins_reliability_credibility_bytes(ballots: list[Ballot]) -> None:
    def worth(value: str) -> tuple[int, str, str, bytes]:
        mine = [b for b in ballots if b.value == value]
        return -len({b.source for b in mine}), min(b.reliability for b in mine), min(b.credibility for b in mine), value.encode()

    assert fold(ballots, itself).value == min({str(b.value) for b in ballots}, key=worth)


def test_a_person_stands_above_all_sources() -> None:
    held = fold([Ballot("1950", "s-1", "A", "1"), Ballot("1950", "s-2", "A", "1")], itself, "1975")
    assert (held.value, held.all, held.conflict) == ("1975", ("1950", "1975"), True)


def test_more_origins_outweigh_a_better_source() -> None:
    assert fold([Ballot("a", "s-1", "A"), Ballot("b", "s-2", "F"), Ballot("b", "s-3", "F")], itself).value == "b"


def test_reliability_outweighs_credibility_and_any_grade_outweighs_none() -> None:
    assert fold([Ballot("a", "s-1", "B", "1"), Ballot("b", "s-2", "A", "6")], itself).value == "b"
    assert fold([Ballot("a", "s-1"), Ballot("b", "s-2", "F")], itself).value == "b"
    assert fold([Ballot("a", "s-1", "B"), Ballot("b", "s-2", "B", "6")], itself).value == "b"


def test_bytes_decide_last_not_letters() -> None:
    assert fold([Ballot("é", "s-1"), Ballot("z", "s-2")], itself).value == "z"
    assert fold([Ballot("a", "s-1"), Ballot("B", "s-2")], itself).value == "B"


def test_ten_reprints_count_once() -> None:
    origins = Origins({f"s-copy{n}": ["s-report"] for n in range(10)})
    reprints = [Ballot("1950", f"s-copy{n}") for n in range(10)]
    assert origins.count(ballot.source for ballot in reprints) == 1
    assert fold([*reprints, Ballot("1975", "s-2"), Ballot("1975", "s-3")], origins.of).value == "1975"
    assert fold([*reprints, Ballot("1975", "s-2"), Ballot("1975", "s-3")], itself).value == "1950"  # else nothing was tested


def test_a_translation_of_a_copy_has_the_origin_of_the_report() -> None:
    origins = Origins({"s-copy": ["s-report"], "s-translation": ["s-copy"]})
    assert {origins.of(source) for source in ("s-report", "s-copy", "s-translation")} == {"s-report"}
    assert origins.of("s-other") == "s-other"


def test_sources_that_derive_from_each_other_by_mistake_are_one_origin() -> None:
    origins = Origins({"s-1": ["s-2"], "s-2": ["s-3"], "s-3": ["s-1"]})
    assert {origins.of(source) for source in ("s-1", "s-2", "s-3")} == {"s-1"}


def told_twice() -> Sheet:
    """Two copies of one report say 1950, one other source says 1975."""
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum", born="1950")
    sheet.also("p-a", cites="s-2", born="1950").also("p-a", cites="s-3", born="1975").also("p-a", cites="s-4", born="1975")
    return sheet


def test_projection_counts_origins_and_lists_the_conflict() -> None:
    before = nodes(told_twice().state(), "Person")["p-a"].properties
    after = nodes(told_twice().link("l-9", "DERIVED_FROM", "s-4", "s-3").state(), "Person")["p-a"].properties
    assert (before["born"], before["conflicts"]) == ("1950", ["born"])
    assert (after["born"], after["conflicts"]) == ("1950", ["born"])

    copied = told_twice().link("l-9", "DERIVED_FROM", "s-2", "s-1")
    assert nodes(copied.state(), "Person")["p-a"].properties["born"] == "1975"


def test_a_derivation_that_is_denied_leaves_two_origins() -> None:
    sheet = told_twice().link("l-9", "DERIVED_FROM", "s-2", "s-1", denied=True)
    assert nodes(sheet.state(), "Person")["p-a"].properties["born"] == "1950"


def test_a_span_folds_as_one_value() -> None:
    """Never the beginning of one source with the end of another."""
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 9, cited=[1]))
    sheet.also("l-1", cites="s-2", span=lasting(3, 20)).also("l-1", cites="s-3", span=lasting(3, 20))

    (posting,) = links(sheet.state(), "POSTED_TO").values()

    assert span_of(posting) == lasting(3, 20)
    assert posting.properties["possible_from"] == day(3)
    assert span_of(posting).possible == days(3, 20)
    assert posting.properties["conflicts"] == ["span"]
