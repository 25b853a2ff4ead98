"""Several things in one cell are several things: each with its own mention, its own claims and its own key."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.pieces import UNEQUAL, WHO
from tests.loaders.load.several.sheet import ALLEGED, EVENT, MEN, links, names, odd, read, refused, said

KEYED = MEN + 'key = { space = "file", columns = ["men"] }\n'


@pytest.mark.parametrize(
    ("split", "cell", "men"),
    [
        ('";"', "Ada Brum; Olu Zent;Ida Korr", ["Ada Brum", "Olu Zent", "Ida Korr"]),
        ('";"', "Орсолин Вейд; Ілка Бренной", ["Орсолин Вейд", "Ілка Бренной"]),
        ('[";", "،"]', "آدا بروم، اولو زنت; إيدا كور", ["آدا بروم", "اولو زنت", "إيدا كور"]),
        ('"、"', "王小明、李小红", ["王小明", "李小红"]),
        ("{ by = [' - ', '/'] }", "Jean-Luc Brum - Olu Zent/Ida Korr", ["Jean-Luc Brum", "Olu Zent", "Ida Korr"]),
        ("{ matches = ',|\\s+and\\s+' }", "Ada Brum, Olu Zent and Ida Korr", ["Ada Brum", "Olu Zent", "Ida Korr"]),
        ("{ matches = '(?i)\\s+и\\s+' }", "Ада Брум И Илья Зент", ["Ада Брум", "Илья Зент"]),
        ("{ matches = '\\s*\\d+[.)]\\s*' }", "1) Ada Brum 2) Olu Zent", ["Ada Brum", "Olu Zent"]),
        ('"; "', "Ada Brum;Olu Zent", ["Ada Brum;Olu Zent"]),  # letter for letter
    ],
)
def test_each_piece_is_a_thing(split: str, cell: str, men: list[str], tmp_path: Path) -> None:
    load = read(tmp_path, f'id,men\n1,"{cell}"\n', MEN.replace('";"', split))
    assert names(load, "man") == men
    assert odd(load) == refused(load) == []


def test_what_is_said_of_each_is_its_own_piece_and_lies_in_the_same_cell(tmp_path: Path) -> None:
    """Who is shown the claim about one of them is not shown the other."""
    load = read(tmp_path, "id,men\n1,Ada Brum; Olu Zent\n", MEN)
    claims = [(c.value, c.original, c.locator) for c in load.claims.values() if c.property == "name" and c.about[0] == "p"]
    assert claims == [(name, name, "row 2, men") for name in ("Ada Brum", "Olu Zent")]
    assert {m.locator for m in load.mentions.values() if m.part == "man"} == {"row 2, men"}


@pytest.mark.parametrize("cell", ["Ada Brum;", ";Ada Brum", " ; Ada Brum;; ;", "Ada Brum; Ada Brum", "Ada Brum;-", "Ada Brum"])
def test_nothing_between_two_signs_is_nobody_and_what_repeats_is_one(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men\n1,{cell}\n", 'missing = ["-"]\n', EVENT, MEN, ALLEGED)
    assert names(load, "man") == ["Ada Brum"]
    assert links(load, "ALLEGED_IN") == [("Ada Brum", "1")]
    assert odd(load) == []


@pytest.mark.parametrize("cell", ["", ";", " ; ;", "-", "-;-"])
def test_where_nobody_is_named_there_is_nobody(cell: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men\n1,{cell}\n", 'missing = ["-"]\n', EVENT, MEN, ALLEGED)
    assert (names(load, "man"), links(load, "ALLEGED_IN"), refused(load), odd(load)) == ([], [], [], [])


def test_two_who_are_not_known_are_two(tmp_path: Path) -> None:
    """A name that repeats is one; "unknown" is no name, and no key."""
    load = read(tmp_path, "id,men\n1,unknown man; Ada Brum; unknown man; and others\n", EVENT, KEYED, ALLEGED)
    men = [mention for mention in load.mentions.values() if mention.part == "man"]
    assert [mention.key for mention in men] == [None, "Ada Brum", None]
    assert len(links(load, "ALLEGED_IN")) == 3 and set(odd(load)) == {(2, "men")}


def test_a_cell_in_quotation_marks_holds_what_divides_the_sheet(tmp_path: Path) -> None:
    load = read(tmp_path, 'id;men\n1;"Ada ""Fox"" Brum; Olu Zent"\n2;Ida Korr\n', MEN)
    assert names(load, "man") == ['Ada "Fox" Brum', "Olu Zent", "Ida Korr"]


def test_columns_with_as_many_values_go_by_their_place(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,born,also\n1,Ada Brum; Olu Zent; Ida Korr,1950; ;1970,;the Fox / Olu;Id\n", BORN)
    assert said(load, "man", "born") == [("Ada Brum", "1950"), ("Ida Korr", "1970")]
    assert said(load, "man", "aliases") == [("Olu Zent", "the Fox"), ("Olu Zent", "Olu"), ("Ida Korr", "Id")]
    assert odd(load) == []


BORN = MEN + 'born = "born"\naliases = { column = "also", split = "/" }\n'


@pytest.mark.parametrize(
    ("men", "born"),
    [
        ("Ada Brum; Olu Zent", "1950"),
        ("Ada Brum; Olu Zent", "1950;"),
        ("Ada Brum; Olu Zent; Ida Korr", "1950; 1960"),
        ("Ada Brum; ; Ida Korr", "1950; 1960"),
        ("Ada Brum; Ada Brum", "1950"),
    ],
)
def test_where_there_are_not_as_many_nobody_guesses_whose_they_are(men: str, born: str, tmp_path: Path) -> None:
    load = read(tmp_path, f"id,men,born,also\n1,{men},{born},\n", BORN)
    assert set(names(load, "man")) == {name.strip() for name in men.split(";") if name.strip()}
    assert said(load, "man", "born") == []
    assert [(issue.row, issue.column, issue.what) for issue in load.issues] == [(2, "born", UNEQUAL)]


def test_what_is_true_of_each_is_said_of_each(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,born,also\n1,Ada Brum; Olu Zent,1950,\n", BORN + 'shared = ["born"]\n')
    assert said(load, "man", "born") == [("Ada Brum", "1950"), ("Olu Zent", "1950")]
    assert odd(load) == []


def test_a_value_where_nobody_is_named_is_reported(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,born,also\n1,Ada Brum; ; Ida Korr,1950;1960;1970,\n", BORN)
    assert said(load, "man", "born") == [("Ada Brum", "1950"), ("Ida Korr", "1970")]
    assert odd(load) == [(2, "born")]
    assert "the cell that names it is empty: men" in load.issues[0].what


def test_one_alone_may_have_several_names_sources_and_quotes(tmp_path: Path) -> None:
    more = 'citations = { space = "file/source" }\n[key_space."file/source"]\nreason = "its own"\n'
    men = (
        MEN.replace('"men"', '{ column = "men", source = "by", quote = "words" }')
        + 'aliases = { column = "also", split = ";" }\n'
    )
    load = read(tmp_path, "id,men,also,by,words\n1,Ada Brum,Fox; Owl,S1;S2,I saw; I heard\n", more, men)
    assert set(said(load, "man", "aliases")) == {("Ada Brum", "Fox"), ("Ada Brum", "Owl")}
    named = [c for c in load.claims.values() if c.property == "name" and c.value == "Ada Brum"]
    assert len(named) == 2 and {c.quote for c in named} == {"I saw; I heard"}
    assert odd(load) == []


@pytest.mark.parametrize(("by", "told"), [("", 1), ('shared = ["by", "words"]\n', 2)])
def test_sources_beside_several_are_theirs_only_if_the_mapping_says_so(by: str, told: int, tmp_path: Path) -> None:
    """Two sources beside two names: both may speak of both, or each of one. Who counts them counts too many."""
    more = 'citations = { space = "file/source" }\n[key_space."file/source"]\nreason = "its own"\n'
    men = MEN.replace('"men"', '{ column = "men", source = "by", quote = "words" }') + by
    load = read(tmp_path, "id,men,by,words\n1,Ada Brum; Olu Zent,S1;S2,I saw; I heard\n", more, men)
    named = [c for c in load.claims.values() if c.property == "name" and c.about.startswith("p-")]
    assert len(named) == 2 * told
    assert (len([m for m in load.mentions.values() if m.part == "cited"]), {c.quote for c in named}) == (
        (0, {None}) if told == 1 else (2, {"I saw; I heard"})
    )
    assert {(2, "by"), (2, "words")} & set(odd(load)) == (set() if by else {(2, "by"), (2, "words")})


def test_a_name_in_two_columns_is_put_together_by_place_or_the_row_is_refused(tmp_path: Path) -> None:
    men = MEN.replace('"men"', '{ columns = ["men", "family"] }')
    load = read(tmp_path, "id,men,family\n1,Ada;Olu,Brum;Zent\n2,Ada;Olu,Brum\n3,Ida;Ute,\n", men)
    assert names(load, "man") == ["Ada Brum", "Olu Zent", "Ida", "Ute"]
    (reject,) = load.rejects
    assert (reject.row, reject.line, reject.column, reject.reason) == (3, 3, "men, family", WHO)


@pytest.mark.parametrize(
    ("latin", "told", "issues"),
    [
        ("Ada Brum; Olu Zent", [("Ада Брум", "Ada Brum"), ("Олу Зент", "Olu Zent")], []),
        ("Ada Brum", [], [(2, "latin")]),
        ("", [], []),
    ],
)
def test_a_second_name_goes_by_place(
    latin: str, told: list[tuple[str, str]], issues: list[tuple[int, str]], tmp_path: Path
) -> None:
    load = read(tmp_path, f"id,men,latin\n1,Ада Брум; Олу Зент,{latin}\n", MEN.replace('"men"', '["men", "latin"]'))
    assert [pair for pair in said(load, "man", "name") if pair[0] != pair[1]] == told
    assert (names(load, "man"), odd(load), refused(load)) == (["Ада Брум", "Олу Зент"], issues, [])


def test_whoever_has_only_a_second_name_is_there(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men,latin\n1,Ада Брум;;Ида Кор,Ada Brum;Olu Zent;\n", MEN.replace('"men"', '["men", "latin"]'))
    assert (names(load, "man"), odd(load)) == (["Ада Брум", "Ида Кор"], [(2, "latin")])
    (tmp_path / "more").mkdir()
    sheet = "id,men,latin\n1,Ада Брум;;Ида Кор,Ada Brum;Olu Zent;Ida Kor\n2,,Ute Rahn; Eva Lind\n"
    load = read(tmp_path / "more", sheet, MEN.replace('"men"', '["men", "latin"]'))
    assert names(load, "man") == ["Ада Брум", "Olu Zent", "Ида Кор", "Ute Rahn", "Eva Lind"]


def test_the_key_of_each_is_its_piece(tmp_path: Path) -> None:
    load = read(tmp_path, "id,men\n1,Ada Brum; Olu Zent\n2,Olu Zent ;Ida Korr\n", KEYED)
    assert [m.key for m in load.mentions.values() if m.part == "man"] == ["Ada Brum", "Olu Zent", "Olu Zent", "Ida Korr"]
    (join,) = load.joins
    assert {load.mentions[id_].key for id_ in join.members} == {"Olu Zent"} and len(join.members) == 2


def test_a_key_of_its_own_goes_by_place_and_two_of_one_name_are_two(tmp_path: Path) -> None:
    men = MEN + 'key = { space = "file", columns = ["number"] }\n'
    load = read(tmp_path, "id,men,number\n1,Ada Brum; Ada Brum,7; 8\n2,Ada Brum; Olu Zent,7\n", men)
    keys = [(mention.locator, mention.key) for mention in load.mentions.values() if mention.part == "man"]
    assert keys == [("row 2, men", "7"), ("row 2, men", "8"), ("row 3, men", None), ("row 3, men", None)]
    assert odd(load) == [(3, "number")]


def test_a_key_of_the_row_and_the_piece(tmp_path: Path) -> None:
    men = MEN + 'key = { space = "file", columns = ["id", "men"] }\nshared = ["id"]\n'
    load = read(tmp_path, "id,men\n1,Ada Brum; Olu Zent\n", men)
    assert [m.key for m in load.mentions.values() if m.part == "man"] == ['["1", "Ada Brum"]', '["1", "Olu Zent"]']


def test_keys_alone_are_split(tmp_path: Path) -> None:
    men = MEN.replace('name = "men"', 'key = { space = "file", columns = ["men"] }')
    assert names(read(tmp_path, "id,men\n1,P7; P8\n", men), "man") == ["P7", "P8"]


def test_a_condition_is_asked_of_each_where_it_is_told_of_each(tmp_path: Path) -> None:
    men = MEN + 'when = { column = "known", is = ["yes"] }\n'
    sheet = "id,men,known\n1,Ada Brum; Olu Zent,yes; no\n2,Ida Korr; Ute Rahn,yes\n3,Eva Lind; Jon Ask; Per Holt,yes; no\n"
    load = read(tmp_path, sheet, EVENT, men)
    assert names(load, "man") == ["Ada Brum", "Ida Korr", "Ute Rahn"]
    assert odd(load) == [(4, "known"), (4, "men")]


@pytest.mark.parametrize("born", ["1950", "1950; 1960; 1970"])
def test_a_value_that_a_condition_looks_at_is_nobodys_either(born: str, tmp_path: Path) -> None:
    load = read(
        tmp_path,
        f"id,men,born\n1,Ada Brum; Olu Zent,{born}\n",
        EVENT,
        MEN + 'born = "born"\nwhen = { column = "men", filled = true }\n',
    )
    assert said(load, "man", "born") == []
    (tmp_path / "also").mkdir()
    both = MEN + 'born = "born"\nwhen = [{ column = "men", filled = true }, { column = "born", filled = true }]\n'
    load = read(tmp_path / "also", f"id,men,born\n1,Ada Brum; Olu Zent,{born}\n", EVENT, both)
    assert names(load, "man") == ["Ada Brum", "Olu Zent"]
    assert (said(load, "man", "born"), odd(load)) == ([], [(2, "born")])


def test_numbered_columns_of_several(tmp_path: Path) -> None:
    men = MEN.replace('"men"', '"men_{each}"') + "each = [1, 2]\n"
    alleged = ALLEGED.replace('"men"', '"men_{each}"') + "each = [1, 2]\n"
    load = read(tmp_path, "id,men,men_1,men_2\n1,,Ada Brum; Olu Zent,Ida Korr;Ada Brum\n", EVENT, men, alleged)
    assert links(load, "ALLEGED_IN") == [(name, "1") for name in ("Ada Brum", "Olu Zent", "Ida Korr", "Ada Brum")]
    assert len([m for m in load.mentions.values() if m.what == "Person"]) == 4


def test_one_name_in_its_cell_is_who_it_was_before_the_mapping_split_it(tmp_path: Path) -> None:
    """What was decided about a row stays with it, until its cell names several."""
    sheet = "id,men\n1,Ada Brum\n2,Olu Zent; Ida Korr\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    whole = read(tmp_path / "a", sheet, EVENT, MEN.replace('split = ";"\n', ""), ALLEGED)
    cut = read(tmp_path / "b", sheet, EVENT, MEN, ALLEGED)
    same = {id_ for id_, mention in whole.mentions.items() if id_ in cut.mentions and mention.what in ("Person", "ALLEGED_IN")}
    assert {whole.mentions[id_].locator for id_ in same} == {"row 2, men"} and len(same) == 2


def test_a_cell_too_long_for_a_pattern_is_refused(tmp_path: Path) -> None:
    men = MEN.replace('";"', "{ matches = ',|;' }")
    load = read(tmp_path, f"id,men\n1,Ada Brum\n2,{'x' * 2000};y\n3,{'x' * 5000}\n", men)
    assert [len(name) for name in names(load, "man")] == [8, 5000]
    assert [reject.reason for reject in load.rejects] == ["more than 2,000 letters are not cut by a pattern: give signs"]
