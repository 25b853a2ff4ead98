"""A mapping drafted from sheets as people keep them: it fits its file, and claims nothing that nobody said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from loaders.draft.draft import Draft, drafts_of
from loaders.draft.questions import Ask
from loaders.load.fit import need_columns
from loaders.mapping import parse
from loaders.reading import fetch, read

HELD = """Список задержанных по состоянию на 1 сентября;;;;;;
;;;;;;
№;ФИО;Дата рождения;Пол;Место содержания;Дата задержания;Примечание
1;Тиховежик Иван Игоревич;03.05.1991;м;ЦИП Гончарная;12.08.2020;
2;Рударадзец Марыя Сцяпанаўна;1970;ж;СИЗО-1;13.08.2020;болела
3;Ледонивук Виктор Олегович;14.01.1988;м;СИЗО-1;14.08.2020;
Итого: 3;;;;;;
"""


def drafted(folder: Path, text: str, ask: Ask | None = None) -> Draft:
    """The draft of a sheet of one table. It is read and fits its file, or this fails."""
    path = folder / "sheet.csv"
    path.write_text(text, "utf-8")
    draft = drafts_of(fetch(path), ask=ask).drafts[0]
    mapping = parse(draft.text, "sheet.toml")
    for table in read(path, layout=mapping.layout).tables:
        need_columns(mapping, table, path.name)
    return draft


def parts(draft: Draft) -> dict[str, dict[str, Any]]:
    """Its parts by name."""
    return {name: part.lines for name, part in (draft.outline.things | draft.outline.links).items()}


def test_a_list_of_persons_held_with_a_title_and_a_total(tmp_path: Path) -> None:
    draft = drafted(tmp_path, HELD)
    assert draft.place is not None and (draft.place.header, draft.place.until) == ((3,), "^Итого:")
    assert parts(draft)["person"]["name"] == "ФИО"
    assert parts(draft)["held"]["span"] == {"begin": "Дата задержания"}
    assert draft.outline.top["dates"] == "day-first"
    assert list(draft.outline.left) == ["№", "Примечание"]


def test_no_value_of_the_sheet_stands_in_the_draft_but_words_of_code_lists(tmp_path: Path) -> None:
    text = drafted(tmp_path, HELD).text
    assert not any(word in text for word in ("Тиховежик", "Рударадзец", "СИЗО-1", "болела"))
    assert '"м" = "male"' in text


OFFICERS = """name,rank,unit,chief,from
Kesto Marrane,Lt.,2nd Harbour Guard Company,Ruvo Almeskar,2012-05-03
Teodar Vinsk,Capt.,Coast Battalion,Ruvo Almeskar,2012-05-04
"""


def test_nobody_is_a_commander_unless_a_person_says_so(tmp_path: Path) -> None:
    draft = drafted(tmp_path, OFFICERS)
    assert "commander" not in parts(draft) and "function" not in parts(draft)["posted"]
    assert draft.outline.left["chief"].startswith("a head of something")
    asked = drafted(tmp_path, OFFICERS, lambda question: "yes" if "command" in question.asks else question.default)
    assert parts(asked)["commands"]["function"] == {"text": "commander"}


def test_a_header_may_say_that_somebody_commands(tmp_path: Path) -> None:
    draft = drafted(tmp_path, OFFICERS.replace("chief", "commander"))
    assert parts(draft)["commands"]["begin"] == "commander"


def test_a_superior_is_one_of_an_unknown_kind_until_somebody_says(tmp_path: Path) -> None:
    sheet = "unit,superior\n2nd Company,Coast Battalion\n3rd Company,Coast Battalion\n"
    assert parts(drafted(tmp_path, sheet))["under"]["relation"] == {"text": "unknown"}
    asked = drafted(tmp_path, sheet, lambda question: "operation" if "operation" in dict(question.choices) else question.default)
    assert parts(asked)["under"]["type"] == "JOINED"


def test_a_place_of_which_nobody_says_what_happened_there_is_left_out(tmp_path: Path) -> None:
    sheet = "victim,place,date\nOrsolin Vade,Tannery Street,2013-05-03\nIlka Brennoy,Salt Quay,2013-05-04\n"
    draft = drafted(tmp_path, sheet)
    assert "held" not in parts(draft) and "place" in draft.outline.left
    assert any("take 'place' out of unread" in line for line in draft.text.splitlines())
    asked = drafted(tmp_path, sheet, lambda question: "held" if "held there" in question.asks else question.default)
    assert parts(asked)["held"]["span"] == {"on": "date"}
