"""Fifty invented persons, and the ways their names are written. Made here by hand: nothing of the product is used."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from itertools import islice, product
from urllib.parse import quote, unquote

SOUNDS = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщыьэюя",
        "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y _ e yu ya".replace("_", " ").split(" "),
        strict=False,
    )
) | {"ь": "", "э": "e", "ю": "yu", "я": "ya"}
SCHOLARLY = SOUNDS | {"ж": "ž", "х": "ch", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "й": "j", "ю": "ju", "я": "ja"}

GIVEN = {
    # nominative, genitive, dative, among friends, as Belarusian has it, patronymic
    "m": (
        ("Сергей", "Сергея", "Сергею", "Серёжа", "Сяргей", "Петрович"),
        ("Дмитрий", "Дмитрия", "Дмитрию", "Дима", "Дзмітрый", "Иванович"),
        ("Николай", "Николая", "Николаю", "Коля", "Мікалай", "Андреевич"),
        ("Павел", "Павла", "Павлу", "Паша", "Павал", "Олегович"),
        ("Андрей", "Андрея", "Андрею", "Андрюша", "Андрэй", "Викторович"),
    ),
    "f": (
        ("Анна", "Анны", "Анне", "Аня", "Ганна", "Петровна"),
        ("Ольга", "Ольги", "Ольге", "Оля", "Вольга", "Ивановна"),
        ("Елена", "Елены", "Елене", "Лена", "Алена", "Андреевна"),
        ("Мария", "Марии", "Марии", "Маша", "Марыя", "Олеговна"),
        ("Татьяна", "Татьяны", "Татьяне", "Таня", "Таццяна", "Викторовна"),
    ),
}
STEMS = ("Квильм", "Жвеньт", "Скрыбл", "Трумпск", "Брынк", "Вирштр", "Плембр", "Дзвургл", "Шнырк", "Гвеймб")
ENDINGS = {
    # nominative, genitive, dative, instrumental
    "m": (
        ("ов", "ова", "ову", "овым"),
        ("енко",) * 4,
        ("арк", "арка", "арку", "арком"),
        ("ук", "ука", "уку", "уком"),
        ("евич", "евича", "евичу", "евичем"),
    ),
    "f": (("ова", "овой", "овой", "овой"), ("енко",) * 4, ("арк",) * 4, ("ук",) * 4, ("евич",) * 4),
}


@dataclass(frozen=True, slots=True)
class Canary:
    """One person: how the file calls them, and how others do."""

    name: str
    forms: tuple[str, ...]


def canaries() -> list[Canary]:
    """All fifty, every other one in Latin letters; no two share a surname."""
    shapes = list(islice(product(enumerate(STEMS), range(5)), 50))
    return [_canary(stem, number, ending) for (number, stem), ending in shapes]


def _canary(stem: str, number: int, ending: int) -> Canary:
    sex = "mf"[number % 2]
    family, genitive, dative, instrumental = (stem + end for end in ENDINGS[sex][ending])
    given, given_of, given_to, short, belarusian, patronymic = GIVEN[sex][(number + ending) % 5]
    latin, latin_family = _latin(given, SOUNDS), _latin(family, SOUNDS)
    in_latin = (number + ending) % 2 == 1
    name = f"{latin} {latin_family}" if in_latin else f"{given} {family}"
    first, last = name.split(" ")
    marked = "".join(letter + "\u0301" for letter in last)
    forms = (
        # as the file has it, in other dress
        *(name, name.upper(), name.lower(), f"{last}, {first}", f"{last.upper()} {first}", f"{first}_{last}", f"{last}-{first}"),
        *(f"{first}{last}", f"{first.lower()}{last.lower()}", f"{first}.{last}@example.org".lower(), f"{first} {marked}"),
        *("\u200b".join(name), " ".join(name), "".join(map(_wide, name)), quote(name), html.escape(f"<{name}>")),
        *(
            f"{first[0]}. {last}",
            f"{last} {first[0]}.",
            f"{first[0]}.{last}",
            f"{last}, {first[0]}.",
            last,
            last.lower(),
            last.upper(),
        ),
        # in the other script and in other schemes
        *(f"{given} {family}", f"{latin} {latin_family}", f"{_latin(given, SCHOLARLY)} {_latin(family, SCHOLARLY)}"),
        *(f"{belarusian} {family}", f"{family} {given} {patronymic}", f"{given[0]}.{patronymic[0]}. {family}"),
        *(f"{given[0]}. {family}", f"{latin[0]}. {latin_family}", family, latin_family),
        # declined, short, with what English adds
        *(f"{given_of} {genitive}", f"{given_to} {dative}", f"{short} {family}", genitive, dative, instrumental),
        *(f"{latin} {latin_family}'s", f"{latin_family}'s", f"{family.replace('е', 'e').replace('о', 'o')} {given}"),
    )
    return Canary(name, tuple(dict.fromkeys(forms)))


def _latin(word: str, scheme: dict[str, str]) -> str:
    return "".join(scheme[letter] for letter in word.lower()).capitalize()


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter


def bare(text: str) -> str:
    """Only the letters of a text, whatever hides or dresses them: a name in it shows."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), html.unescape(unquote(text)))
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isalpha())


def cores(canary: Canary) -> frozenset[str]:
    """What every written form comes down to, the shortest ones: "квильмов", "kvilmov" …"""
    letters = sorted({bare(form) for form in canary.forms}, key=len)
    shortest: list[str] = []
    for one in letters:
        if not any(core in one for core in shortest):
            shortest.append(one)
    return frozenset(shortest)
