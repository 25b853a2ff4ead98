"""Clusters never hold two who cannot be one, however the pairs come."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from loaders.resolve.persons import policy
from loaders.resolve.persons.clusters import DECIDED, DISTINCT, Cluster, ClusterPart, Clusters, split_keys
from loaders.resolve.persons.contradiction import forbidden
from loaders.resolve.persons.pairs import Pair, join
from loaders.resolve.persons.review import ask
from loaders.resolve.persons.traits import Traits
from tests.loaders.resolve.persons.people import nobody_apart

MARGIN = 3.0


def row(given: str | None, year: int | None, sex: str | None) -> Traits:
    """A record with a surname, and of the rest what is given."""
    return Traits(
        surname="krInICAr", spelt="криничар", tongue="ru", given=given, given_known=True, given_initials=int(bool(given)),
        patronymic=None, patronymic_known=False, patronymic_initials=0, born=None, born_day=None, year=year, month=None,
        sex=sex, unit=None, place=None, side=None,
    )  # fmt: skip


ROWS = st.builds(
    row, st.sampled_from((None, "g1", "g2")), st.sampled_from((None, 1970, 1971, 1973)), st.sampled_from((None, "male", "female"))
)
PARTS = st.lists(
    st.tuples(st.lists(ROWS, min_size=1, max_size=2), st.sampled_from(((), (("roster", "1"),), (("roster", "2"),)))),
    min_size=2,
    max_size=9,
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[ClusterPart], list[Pair], set[frozenset[str]]]:
    """Things, pairs of their records strongest first (a record a thing), and which things people keep apart."""
    parts = []
    for number, (rows, keys) in enumerate(draw(PARTS)):
        contradicts = any(forbidden(one, other, policy()) for one, other in combinations(rows, 2))
        parts.append(ClusterPart(f"t{number}", frozenset(rows), frozenset(keys), contradicts))
    numbers = st.integers(0, len(parts) - 1)
    ends = draw(st.lists(st.tuples(numbers, numbers, st.floats(0, 30), st.sampled_from((None, 0))), max_size=25))
    pairs = [Pair(min(a, b), max(a, b), round(bits, 3), gate) for a, b, bits, gate in ends if a != b]
    apart = draw(st.lists(st.tuples(numbers, numbers), max_size=4))
    return (
        parts,
        sorted(pairs, key=lambda pair: (-pair.bits, pair.one, pair.other)),
        {frozenset((f"t{a}", f"t{b}")) for a, b in apart if a != b},
    )


@given(worlds())
def test_what_rules_join_can_be_one_person_throughout(world: tuple[list[ClusterPart], list[Pair], set[frozenset[str]]]) -> None:
    parts, pairs, apart = world
    clusters = Clusters(lambda n: Cluster((parts[n],)), policy(), lambda one, other: frozenset((one, other)) in apart)

    join(pairs, range(len(parts)), clusters, MARGIN)

    for members in _clusters(clusters, len(parts)):
        for one, other in combinations((parts[n] for n in members), 2):
            assert not (one.contradicts or other.contradicts)
            assert not any(forbidden(mine, theirs, policy()) for mine in one.traits for theirs in other.traits)
            assert not split_keys(one, other)
            assert frozenset((one.thing, other.thing)) not in apart


@given(worlds())
def test_what_is_asked_could_be_one_person_and_is_small_enough_to_look_at(
    world: tuple[list[ClusterPart], list[Pair], set[frozenset[str]]],
) -> None:
    parts, pairs, apart = world

    def kept_apart(one: str, other: str) -> bool:
        return frozenset((one, other)) in apart

    clusters = Clusters(lambda n: Cluster((parts[n],)), policy(), kept_apart)
    join(pairs, range(len(parts)), clusters, MARGIN)

    for group in ask(pairs, range(len(parts)), clusters, policy(), kept_apart):
        assert 2 <= len(group.clusters) <= policy().review_things
        assert len(group.pairs) == len(group.clusters) - 1
        assert [pair.bits for pair in group.pairs] == sorted((pair.bits for pair in group.pairs), reverse=True)
        for one, other in combinations(group.clusters, 2):
            assert set(clusters.reasons(one, other)) <= ({DISTINCT} if group.distinct else set())


def test_a_chain_of_likely_pairs_does_not_join_its_ends() -> None:
    older, unsaid, younger = row("g1", 1950, None), row("g1", None, None), row("g1", 1975, None)
    parts = [ClusterPart(f"t{n}", frozenset((one,)), frozenset()) for n, one in enumerate((older, unsaid, younger))]
    clusters = Clusters(lambda n: Cluster((parts[n],)), policy(), nobody_apart)

    clusters.join(0, 1)

    assert clusters.apart(1, 2) == "persons/birth year"


def test_somebody_who_fits_nearly_as_well_and_cannot_be_both_holds_a_pair_back() -> None:
    parts = [ClusterPart(f"t{n}", frozenset((row("g1", year, None),)), frozenset()) for n, year in enumerate((1950, None, 1975))]
    near = [Pair(0, 1, 12.0, 0), Pair(1, 2, 9.5, None)]
    far = [Pair(0, 1, 12.0, 0), Pair(1, 2, 8.5, None)]

    held_back, joined = (
        join(pairs, (0, 1, 2), Clusters(lambda n: Cluster((parts[n],)), policy(), nobody_apart), MARGIN) for pairs in (near, far)
    )

    assert held_back == []
    assert joined == [far[0]]


def test_a_persons_word_keeps_apart_what_agrees_in_everything() -> None:
    parts = [ClusterPart(f"t{n}", frozenset((row("g1", 1950, None),)), frozenset()) for n in range(2)]
    clusters = Clusters(lambda n: Cluster((parts[n],)), policy(), lambda _one, _other: True)

    assert clusters.apart(0, 1) == DECIDED
    assert join([Pair(0, 1, 30.0, 0)], (0, 1), clusters, MARGIN) == []


def test_a_group_too_large_to_look_at_is_cut_where_it_is_weakest() -> None:
    number = policy().review_things + 4
    parts = [ClusterPart(f"t{n:02d}", frozenset((row("g1", None, None),)), frozenset()) for n in range(number)]
    clusters = Clusters(lambda n: Cluster((parts[n],)), policy(), nobody_apart)
    weakest = 5
    bits = [20.0 - step * 0.5 if step != weakest else 1.0 for step in range(number - 1)]
    chain = sorted((Pair(n, n + 1, bits[n], None) for n in range(number - 1)), key=lambda pair: -pair.bits)

    groups = ask(chain, range(number), clusters, policy(), nobody_apart)

    assert {group.clusters for group in groups} == {tuple(range(weakest + 1)), tuple(range(weakest + 1, number))}


def _clusters(clusters: Clusters, number: int) -> list[list[int]]:
    held: dict[int, list[int]] = {}
    for thing in range(number):
        held.setdefault(clusters.find(thing), []).append(thing)
    return list(held.values())
