"""East Slavic names as files hold them, taken apart."""

from __future__ import annotations

import pytest

from loaders.names.persons import PersonName, parse

IDS = {"александр": "g1", "сергей": "g2", "николай": "g7", "иван": "g11", "григорий": "g38"}


@pytest.mark.parametrize(
    "spelling",
    [
        "Аляксандр Рыгоравіч Кавалёнак", "Александр Григорьевич Ковалёнок", "КОВАЛЕНОК АЛЕКСАНДР ГРИГОРЬЕВИЧ",
        "Ковалёнок, Александр Григорьевич", "Ковалёнок Александр Григорьевич, 1970 г.р.",
        "капитан Ковалёнок Александр Григорьевич",
        "Aliaksandr Ryhoravich Kavalionak", "Alexander Grigorievich Kovalenok", "Kavalonak Alaksandr Ryhoravič",
        "Ковалёнок Александр Григорьевич, старший лейтенант милиции в отставке", "Коваленок  Александр\u00a0Григорьевич",
        "гражданин Ковалёнок Александр Григорьевич (позывной «Филин»)", "Alexandre Grigorievitch Kovalenok",
    ],
)  # fmt: skip
def test_one_man_in_many_spellings(spelling: str) -> None:
    read = parse(spelling)
    assert (read.surname, read.given, read.patronymic) == ("kAvAlAnAk", IDS["александр"], IDS["григорий"])
    assert (read.given_known, read.patronymic_known, read.sex, read.original) == (True, True, "male", spelling)


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("Иванов И.И.", "IvAnAv"), ("И. И. Иванов", "IvAnAv"), ("И.И.Иванов", "IvAnAv"), ("Иванову И. И.", "IvAnAv"),
        ("Ивановым И.И.", "IvAnAv"), ("I. I. Ivanov", "IvAnAv"), ("Іванову І. І.", "IvAnAv"), ("Ковальчуку И.И.", "kAvAlCUk"),
    ],
)  # fmt: skip
def test_initials(spelling: str, key: str) -> None:
    read, full = parse(spelling), parse("Иванов Иван Иванович")
    assert (read.surname, read.given, read.patronymic, read.flags) == (key, None, None, ("initials only",))
    assert read.given_initials & full.given_initials
    assert read.patronymic_initials & full.patronymic_initials
    assert not read.given_initials & parse("Иванов Сергей Петрович").given_initials


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Иванов", "Иванова"), ("Ковалёв", "Ковалева"), ("Пушкин", "Пушкина"), ("Дубровский", "Дубровская"),
        ("Толстой", "Толстая"),
        ("Драздоў", "Драздова"), ("Дуброўскі", "Дуброўская"), ("Дубровський", "Дубровська"), ("Лісовий", "Лісова"),
        ("Ivanov", "Ivanova"), ("Dubrovsky", "Dubrovskaya"), ("Dubrovskii", "Dubrovskaia"), ("Боровой", "Боровая"),
    ],
)  # fmt: skip
def test_a_wife_shares_the_key(man: str, woman: str) -> None:
    his, hers = ("Sergey", "Svetlana") if man.isascii() else ("Сергей", "Светлана")
    he, she = parse(f"{man} {his}"), parse(f"{woman} {hers}")
    assert he.surname == she.surname
    assert (he.sex, she.sex) == ("male", "female")


@pytest.mark.parametrize(
    ("spelling", "surname", "given", "patronymic"),
    [
        ("Иванова Ивана Ивановича", "IvAnAv", "иван", "иван"),
        ("Иванову Сергею Николаевичу", "IvAnAv", "сергей", "николай"),
        ("Сергеем Николаевичем Дубровским", "dUbrAvskI", "сергей", "николай"),
        ("Александра Сергеевича Новика", "nAvIk", "александр", "сергей"),
    ],
)
def test_cases_of_court_papers(spelling: str, surname: str, given: str, patronymic: str) -> None:
    read = parse(spelling)
    assert (read.surname, read.given, read.patronymic) == (surname, IDS[given], IDS[patronymic])
    assert read.sex == "male"


@pytest.mark.parametrize(
    ("spelling", "flag"),
    [
        ("Ивaнов Иван", "mixed script"), ("Иван0в Иван", "mixed script"), ("Ivanоv Ivan", "mixed script"),
        ("Иванова-Петрова Анна Ивановна", "double surname"), ("Иван Петрович", "surname or patronymic"),
        ("Саша Ковальчук", "short form"), ("Мороз Зубр", "order guessed"),
        ("Ковальчук Сергкй Иванович", "given name nearly spelt"),
        ("Ковальчук С.И., в/ч 3214", "unit number"),         ("Ковальчук (урожд. Мороз) Анна Ивановна", "former surname"),
        ("Ковальчук Анна Иванович", "given name and patronymic of two sexes"),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_flagged(spelling: str, flag: str) -> None:
    assert flag in parse(spelling).flags


def test_a_letter_of_another_script_changes_nothing_else() -> None:
    clean, slip = parse("Ковальчук Сергей"), parse("Koвальчук Cергей")
    assert (slip.surname, slip.given) == (clean.surname, clean.given)


def test_a_double_surname_is_one_key_of_both_halves() -> None:
    read = parse("Иванова-Петрова Анна Ивановна")
    assert (read.surname, read.surname_spelt) == ("IvAnAv-pAtrAv", "иванов-петров")
    assert parse("Иванова Петрова Анна Ивановна").surname == "IvAnAv-pAtrAv"


def test_a_given_name_and_a_patronymic_alone_are_no_surname() -> None:
    read = parse("Анна Ивановна")
    assert (read.surname, read.patronymic, read.sex) == (None, IDS["иван"], "female")


def test_a_given_name_alone_is_no_surname_but_with_initials_it_is() -> None:
    assert parse("Наталля").surname is None
    assert parse("Роман А.С.").surname == "rAmAn"


@pytest.mark.parametrize(
    ("spelling", "rank", "call_sign"),
    [
        ("подполковник Новик", "подполковник", None),
        ("Новик С.И., подполковник милиции", "подполковник милиции", None),
        ("ст. лейтенант Новик", "ст. лейтенант", None),
        ("старшы сяржант Новік", "старшы сяржант", None),
        ("Lt. Col. Novik", "Lt. Col.", None),
        ("майор В.А. Новик", "майор", None),
        ("Новик «Филин»", None, "Филин"),
        ('Новик "Филин" Сергей', None, "Филин"),
        ("Новик, позывной Филин", None, "Филин"),
        ("Новик (Филин)", None, "Филин"),
        ("г-н Новик", None, None),
    ],
)
def test_ranks_and_call_signs_are_taken_off(spelling: str, rank: str | None, call_sign: str | None) -> None:
    read = parse(spelling)
    assert (read.surname, read.rank, read.call_sign) == ("nAvIk", rank, call_sign)


def test_a_rank_alone_may_be_a_name() -> None:
    assert "rank or name" in parse("Майор").flags
    assert parse("Майор").rank is None


@pytest.mark.parametrize(("spelling", "sex"), [("Алиев Эльдар Рашид оглы", "male"), ("Алиева Лейла Рашид кызы", "female")])
def test_turkic_patronymics(spelling: str, sex: str) -> None:
    read, plain = parse(spelling), parse("Алиев Эльдар Рашидович")
    assert (read.surname, read.patronymic, read.sex) == (plain.surname, plain.patronymic, sex)


@pytest.mark.parametrize(
    ("spelling", "language"),
    [
        ("Сергей Ковальчук", "ru"), ("Сяргей Кавальчук", "be"), ("Сергій Ковальчук", "uk"), ("Дзмітрый Паўлаў", "be"),
        ("Ігор Коваль", "uk"), ("Ірына Мароз", "be"), ("Siarhei Kavalchuk", "la"), ("محمد البشير", "ar"), ("习近平", "other"),
    ],
)  # fmt: skip
def test_language(spelling: str, language: str) -> None:
    assert parse(spelling).language == language


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "Новик Сергей Иванович",
            "Сергей Иванович Новик",
            "НОВИК СЕРГЕЙ ИВАНОВИЧ",
            "Новик, Сергей Иванович",
            "сергей иванович новик",
        ),
        ("Семёнов Пётр", "Семенов Петр", "Пётр Семёнов", "СЕМЕНОВ Петр"),
        ("Дар'я Мар'янава", "Дарʼя Марʼянава", "Дар’я Мар’янава", "Мар'янава Дар'я"),
        ("Siarhei Novik", "NOVIK Siarhei", "Novik, Siarhei", "novik siarhei"),
    ],
)
def test_order_case_and_signs_change_no_key(spellings: tuple[str, ...]) -> None:
    assert len({keys(parse(spelling)) for spelling in spellings}) == 1


def keys(read: PersonName) -> tuple[str | None, ...]:
    return read.surname, read.given, read.patronymic, read.sex


def test_no_sex_is_taken_from_a_given_name_that_is_only_nearly_spelt() -> None:
    written, slip = parse("Кавалёнак Аляксандр"), parse("Кавалёнак Аляксанбр")

    assert written.sex == "male"
    assert "given name nearly spelt" in slip.flags
    assert (slip.given, slip.sex) == (written.given, None)
    assert parse("Кулацька Аляксанбр").sex is None
