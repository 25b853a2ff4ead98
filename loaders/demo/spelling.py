"""One name as a dozen hands write it: three languages, two scripts, initials, diminutives, slips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.demo.words import words

if TYPE_CHECKING:
    from random import Random

_RUSSIAN = dict(zip("абвгдезийклмнопрстуфцыэ", "abvgdeziyklmnoprstufcye", strict=True))
_RUSSIAN |= {"ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
_BELARUSIAN = _RUSSIAN | {"г": "h", "і": "i", "ў": "u", "ё": "io", "й": "i", "ю": "iu", "я": "ia", "'": "", "’": ""}
_SLIPS = (("о", "а"), ("е", "и"), ("ий", "ый"), ("д", "т"), ("г", "к"))


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name by its places in the word lists: the same however it is spelt."""

    given: int
    father: int
    first: int
    second: int
    ending: int
    female: bool = False

    @property
    def surname(self) -> str:
        """In Russian."""
        return self._surname(0)

    @property
    def family(self) -> tuple[int, int, int]:
        """Whoever shares it bears one surname."""
        return self.first, self.second, self.ending

    @property
    def russian(self) -> str:
        """In full, as a register writes it."""
        return f"{self.surname} {self.given_name(0)} {self._patronymic(0)}"

    @property
    def belarusian(self) -> str:
        """In full."""
        return f"{self._surname(1)} {self.given_name(1)} {self._patronymic(1)}"

    @property
    def short_russian(self) -> str:
        """Surname and initials."""
        return f"{self.surname} {self.given_name(0)[0]}.{self._patronymic(0)[0]}."

    @property
    def short_belarusian(self) -> str:
        """Initials before the surname, as Belarusian papers like it."""
        return f"{self.given_name(1)[0]}. {self._patronymic(1)[0]}. {self._surname(1)}"

    @property
    def latin_of_russian(self) -> str:
        """As foreign papers write a Russian name."""
        return f"{self.given_name(2)} {romanised(self.surname, _RUSSIAN)}"

    @property
    def latin_of_belarusian(self) -> str:
        """As passports write a Belarusian one."""
        return f"{self.given_name(3)} {romanised(self._surname(1), _BELARUSIAN)}"

    @property
    def familiar(self) -> str:
        """As comrades call him."""
        return f"{self._row[-1]} {self.surname}"

    def written(self, language: str) -> str:
        """As an interview in this language writes it down."""
        return {"ru": self.russian, "be": self.belarusian}.get(language, self.latin_of_belarusian)

    @property
    def spellings(self) -> tuple[str, ...]:
        """All of these."""
        return (
            self.russian, self.belarusian, self.short_russian, self.short_belarusian, self.latin_of_russian,
            self.latin_of_belarusian, self.familiar,
        )  # fmt: skip

    def given_name(self, column: int) -> str:
        """The given name: 0 Russian, 1 Belarusian, 2 and 3 Latin from either."""
        return str(self._row[column])

    @property
    def _row(self) -> list[str]:
        row: list[str] = words("names")["female" if self.female else "male"][self.given]
        return row

    def _surname(self, language: int) -> str:
        listed = words("names")
        ending = listed["ending"][self.ending][language + (2 if self.female else 0)]
        root = str(listed["first"][self.first][language] + listed["second"][self.second][language])
        return _softened(root, ending) if language else root + ending

    def _patronymic(self, language: int) -> str:
        stem = str(words("names")["male"][self.father][4 + language])
        if not self.female:
            return stem + ("ич", "іч")[language]
        return stem + "на" if language == 0 else stem[:-1] + "ўна"


def _softened(root: str, ending: str) -> str:
    """Belarusian writes what it says: hard ж and р before ы and э, soft д and т as дз and ц."""
    if ending[0] not in "іе":
        return root + ending
    if root[-1] in "жр":
        return root + {"і": "ы", "е": "э"}[ending[0]] + ending[1:]
    return root[:-1] + {"д": "дз", "т": "ц"}.get(root[-1], root[-1]) + ending


def romanised(text: str, letters: dict[str, str]) -> str:
    """Letter by letter, capitals kept."""
    found = []
    for letter in text:
        latin = letters.get(letter.lower(), letter)
        found.append(latin.capitalize() if letter.isupper() else latin)
    return "".join(found)


def any_name(chance: Random, *, female: bool = False) -> Name:
    """Somebody."""
    listed = words("names")
    return Name(
        chance.randrange(len(listed["female" if female else "male"])),
        chance.randrange(len(listed["male"])),
        chance.randrange(len(listed["first"])),
        chance.randrange(len(listed["second"])),
        chance.randrange(len(listed["ending"])),
        female,
    )


def slip(text: str, chance: Random) -> str:
    """The same with one error of a typist: a vowel misheard, a letter doubled or lost."""
    fitting = [(right, wrong) for right, wrong in _SLIPS if right in text[2:]]
    if fitting and chance.random() < 0.7:
        right, wrong = chance.choice(fitting)
        return text[:2] + text[2:].replace(right, wrong, 1)
    at = chance.randrange(2, max(3, len(text.split(" ", maxsplit=1)[0])))
    return text[:at] + text[at] + text[at:] if chance.random() < 0.5 else text[:at] + text[at + 1 :]
