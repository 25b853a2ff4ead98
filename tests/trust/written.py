"""Fifty more invented persons, and how a second hand writes them, who has not read a line of the code under test.

A surname here ends as adjectives do, changes a vowel when declined, is two surnames, stands first in the file, is
written in Belarusian or in Latin letters; the last ten persons share theirs, so that it says by itself nothing about any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.trust.canaries import Canary


@dataclass(frozen=True, slots=True)
class Given:
    """A given name in its cases, among friends, in Belarusian, on a passport of Belarus, abroad; and the father's."""

    cases: tuple[str, str, str, str]
    friends: tuple[str, ...]
    belarusian: str
    passport: str
    abroad: str
    father: tuple[str, str, str]


GIVEN = {
    "m": (
        Given(
            ("Александр", "Александра", "Александру", "Александром"),
            ("Саша", "Шура"),
            *("Аляксандр", "Aliaksandr", "Alexander"),
            ("Юрьевич", "Юрьевича", "Юрьевичу"),
        ),
        Given(
            ("Владимир", "Владимира", "Владимиру", "Владимиром"),
            ("Володя", "Вова"),
            *("Уладзімір", "Uladzimir", "Wladimir"),
            ("Ильич", "Ильича", "Ильичу"),
        ),
        Given(
            ("Юрий", "Юрия", "Юрию", "Юрием"),
            ("Юра", "Юрка"),
            *("Юрый", "Yury", "Juri"),
            ("Фёдорович", "Фёдоровича", "Фёдоровичу"),
        ),
        Given(
            ("Евгений", "Евгения", "Евгению", "Евгением"),
            ("Женя", "Женька"),
            *("Яўген", "Yauhen", "Eugene"),
            ("Алексеевич", "Алексеевича", "Алексеевичу"),
        ),
        Given(
            ("Константин", "Константина", "Константину", "Константином"),
            ("Костя", "Костик"),
            *("Канстанцін", "Kanstantsin", "Constantin"),
            ("Григорьевич", "Григорьевича", "Григорьевичу"),
        ),
    ),
    "f": (
        Given(
            ("Наталья", "Натальи", "Наталье", "Натальей"),
            ("Наташа", "Ната"),
            *("Наталля", "Natallia", "Natalie"),
            ("Юрьевна", "Юрьевны", "Юрьевне"),
        ),
        Given(
            ("Екатерина", "Екатерины", "Екатерине", "Екатериной"),
            ("Катя", "Катюша"),
            *("Кацярына", "Katsiaryna", "Catherine"),
            ("Ильинична", "Ильиничны", "Ильиничне"),
        ),
        Given(
            ("Юлия", "Юлии", "Юлии", "Юлией"),
            ("Юля", "Юлька"),
            *("Юлія", "Yuliya", "Julia"),
            ("Фёдоровна", "Фёдоровны", "Фёдоровне"),
        ),
        Given(
            ("Светлана", "Светланы", "Светлане", "Светланой"),
            ("Света", "Светик"),
            *("Святлана", "Sviatlana", "Swetlana"),
            ("Алексеевна", "Алексеевны", "Алексеевне"),
        ),
        Given(
            ("Дарья", "Дарьи", "Дарье", "Дарьей"),
            ("Даша", "Дашенька"),
            *("Дар'я", "Darya", "Daria"),
            ("Григорьевна", "Григорьевны", "Григорьевне"),
        ),
    ),
}

STEMS = (
    *("Верждан", "Хмыздар", "Цвурдан", "Шкварбан", "Дробзан"),
    *("Грюмстан", "Жбанкар", "Плюскван", "Ржемплан", "Тшиндар"),
)
BELARUSIAN_STEMS = (
    *("Верждан", "Хмыздар", "Цвурдан", "Шкварбан", "Драбзан"),
    *("Грумстан", "Жбанкар", "Плюскван", "Ржэмплан", "Тшындар"),
)

# Nominative, genitive, dative, instrumental, the family, of the family; then the nominative in Belarusian.
ADJECTIVE = {
    "m": (("ский", "ского", "скому", "ским", "ские", "ских"), "скі"),
    "f": (("ская", "ской", "ской", "ской", "ские", "ских"), "ская"),
}
VOWEL_GONE = {
    "m": (("ец", "ца", "цу", "цом", "цы", "цов"), "ец"),
    "f": (("ец", "ец", "ец", "ец", "цы", "цов"), "ец"),
}
IN_A = dict.fromkeys("mf", (("уха", "ухи", "ухе", "ухой", "ухи", "ух"), "уха"))
IN_OV = {
    "m": (("ёв", "ёва", "ёву", "ёвым", "ёвы", "ёвых"), "ёў"),
    "f": (("ёва", "ёвой", "ёвой", "ёвой", "ёвы", "ёвых"), "ёва"),
}
IN_IN = {
    "m": (("ин", "ина", "ину", "иным", "ины", "иных"), "ын"),
    "f": (("ина", "иной", "иной", "иной", "ины", "иных"), "ына"),
}

BGN = {"ж": "zh", "й": "y", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "э": "e", "ю": "yu", "я": "ya", "ё": "yo"}
ISO_9 = {"ж": "ž", "й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "э": "è", "ю": "û", "я": "â", "ё": "ë", "ь": "ʹ"}
PASSPORT = {
    "ж": "zh",
    "й": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "э": "e",
    "ю": "iu",
    "я": "ia",
    "ё": "e",
}
GERMAN = {
    **{"ж": "sch", "й": "i", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "э": "e", "ю": "ju", "я": "ja"},
    **{"ё": "jo", "в": "w", "з": "s"},
}
MINSK = {
    **{"г": "h", "і": "i", "ў": "u", "ж": "zh", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "э": "e", "ю": "iu"},
    **{"я": "ia", "ё": "io", "'": ""},
}
"""How Belarus writes its own spelling on passports. The four above write the Russian one."""
PLAIN = dict(zip("абвгдезиклмнопрстуфыьъ", (*"abvgdeziklmnoprstufy", "", ""), strict=True))


def written() -> list[Canary]:
    """All fifty. The last ten have one surname, four in ten stand in the file with the surname before the given name."""
    kinds = (ADJECTIVE, VOWEL_GONE, IN_A, IN_OV)
    alone = [_person(kind, number, kinds[kind]) for kind in range(4) for number in range(10)]
    return alone + [_namesake(number) for number in range(10)]


def _person(kind: int, number: int, endings: Mapping[str, tuple[tuple[str, ...], str]]) -> Canary:
    sex = "mf"[number % 2]
    tails, tail_there = endings[sex]
    family = [STEMS[number] + tail for tail in tails]
    there = BELARUSIAN_STEMS[number] + tail_there
    if kind == 3:  # two surnames, the first as it is
        family = [f"Кресло-{one}" for one in family]
        there = f"Крэсла-{there}"
    given = GIVEN[sex][(number // 2 + kind) % 5]
    in_file = {
        0: f"{family[0]} {given.cases[0]} {given.father[0]}",
        1: f"{given.belarusian} {there}",
        2: f"{latin(given.cases[0], PASSPORT)} {latin(family[0], PASSPORT)}",
        3: f"{family[0]} {given.cases[0]}",
    }[kind]
    if kind == 1 and number % 2:
        in_file = f"{given.cases[0]} {given.father[0]} {family[0]}"
    return Canary(in_file, _forms(in_file, given, family, there, alone=True))


def _namesake(number: int) -> Canary:
    sex = "mf"[number % 2]
    family = ["Бжестр" + tail for tail in IN_IN[sex][0]]
    given = GIVEN[sex][number // 2]
    in_file = f"{family[0]} {given.cases[0]} {given.father[0]}" if number % 3 else f"{given.cases[0]} {family[0]}"
    return Canary(in_file, _forms(in_file, given, family, "Бжэстр" + IN_IN[sex][1], alone=False))


def _forms(in_file: str, given: Given, family: list[str], there: str, *, alone: bool) -> tuple[str, ...]:
    """Every way; without those that are the surname and nothing else, if it is not theirs alone."""
    first, last, father = given.cases[0], family[0], given.father[0]
    with_given = [
        # declined, both parts or with the father's name between or behind
        *(f"{one} {two}" for one, two in zip(given.cases[1:], family[1:4], strict=True)),
        *(f"{two} {one}" for one, two in zip(given.cases[1:], family[1:4], strict=True)),
        *(f"{family[case]} {given.cases[case]} {given.father[case]}" for case in (0, 1, 2)),
        *(f"{given.cases[case]} {given.father[case]} {family[case]}" for case in (0, 1, 2)),
        # initials
        *(f"{first[0]}. {father[0]}. {last}", f"{last} {first[0]}.{father[0]}.", f"{last} {first[0]}. {father[0]}."),
        *(f"{first[0]}.{father[0]}. {family[1]}", f"{family[2]} {first[0]}.{father[0]}.", f"{first[0]}{father[0]} {last}"),
        *(f"{first[0]}.{last}", f"{last}, {first[0]}", f"{last.upper()} {first[0]}.{father[0]}."),
        # order, case, what joins
        *(f"{last}, {first}", f"{last.upper()}, {first} {father}", f"{first.upper()} {last.upper()}", f"{last} {first}".lower()),
        *(
            f"{first}-{last}",
            f"{last}_{first}",
            f"{first}  {last}",
            f"{first}\u00a0{last}",
            f"{first}\n{last}",
            f"{first}+{last}",
        ),
        *(f"{first}{last}", f"{last.lower()}{first.lower()}", f"{first}/{last}"),
        f"{first} {last.replace('-', ' ')}" if "-" in last else f"{first} «{last}»",
        f"{first} {last.replace('-', chr(0x2013))}" if "-" in last else f"{first} ({father}) {last}",
        f"{first} {last.replace('-', '')}" if "-" in last else f"«{first} {last}»",
        f"{first} {last[:3]}\u00ad{last[3:]}",
        *((f"{first} {last.split('-')[1]}", f"{last.split('-')[1]} {first[0]}.{father[0]}.") if "-" in last else ()),
        # titles
        *(
            f"свидетель {last} {first}",
            f"гр. {last} {first[0]}.{father[0]}.",
            f"доктор {first} {last}",
            f"Dr. {latin(first, BGN)} {latin(last, BGN)}",
        ),
        # among friends, in Belarusian, abroad
        *(f"{friend} {last}" for friend in given.friends),
        f"{last} {given.friends[0]}",
        *(f"{given.belarusian} {there}", f"{there} {given.belarusian}", f"{given.belarusian[0]}. {there}"),
        f"{given.passport} {latin(there, MINSK)}",
        f"{latin(there, MINSK).upper()} {given.passport.upper()}",
        *(f"{given.abroad} {latin(last, scheme)}" for scheme in (BGN, GERMAN)),
        # in Latin letters, by the three systems and as German papers write
        *(f"{latin(first, scheme)} {latin(last, scheme)}" for scheme in (BGN, ISO_9, PASSPORT, GERMAN)),
        *(f"{latin(last, scheme)}, {latin(first, scheme)}" for scheme in (BGN, ISO_9, PASSPORT)),
        *(f"{latin(first, scheme)[0]}. {latin(last, scheme)}" for scheme in (BGN, PASSPORT)),
        f"{latin(first, BGN)} {latin(family[1], BGN)}",
        f"{latin(last, BGN)}-{latin(first, BGN)}".lower(),
        # as what somebody is called on the net
        f"@{latin(first + last, BGN)}_77".lower(),
        f"{latin(first, PASSPORT)[0]}{latin(last, PASSPORT)}@example.org".lower(),
    ]
    surname = [
        *family,
        *(
            f"г-н {last}",
            f"Mr {latin(last, BGN)}",
            f"Frau {latin(last, GERMAN)}",
            f"семья {family[5]}",
            f"the {latin(last, PASSPORT)}s",
        ),
        *(latin(last, scheme) for scheme in (BGN, ISO_9, PASSPORT, GERMAN)),
        *(f"беседа с {family[3]}", f"у {family[1]}", f"т. {last}"),
        *(there, latin(there, MINSK), latin(last, BGN).upper()),
    ]
    return tuple(dict.fromkeys([in_file, *with_given, *(surname if alone else ())]))


def latin(words: str, scheme: dict[str, str]) -> str:
    """The words in Latin letters by this scheme, each word with a capital."""
    table = PLAIN | {"і": "i"} | scheme
    written_ = "".join(table.get(letter, letter) for letter in words.lower())
    return "-".join(" ".join(part.capitalize() for part in word.split(" ")) for word in written_.split("-"))
