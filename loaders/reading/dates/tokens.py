"""A cell as numbers, words with all they may mean, and marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from loaders.reading.dates.splitting import pieces
from loaders.reading.dates.words import MONTH, Meaning, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER, WORD = "n", "w"
DAY_ENDING, DECADE_ENDING = "day_ending", "decade_ending"
_NUMERALS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN: Final = {name: number for number, name in enumerate(_NUMERALS, start=1)}  # of months and quarters
LOOKS_LIKE_A_FIGURE: Final = str.maketrans(
    {
        "l": "1",
        "i": "1",
        "|": "1",
        "o": "0",
        "о": "0",
        "ο": "0",
        "з": "3",
        "б": "6",
        "s": "5",
        "z": "2",
        "ч": "4",
        "b": "8",
        "в": "8",
    }
)
LITTLE: Final = frozenset({"noise", "noise_after", "at", "to", "from", "from_to", "until", "and", "or", "between_and", "before"})
BEHIND: Final = ("until_it", "from_it", "before_it", "after_it")
ELIDED: Final = frozenset({"d", "l", "dell", "nell", "all", "dall", "un"})
"""Little words of French and Italian that lose their vowel before another: "d'août"."""
_GAP: Final = re.compile(r"[xх]{2,}|_{2,}|\?{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece. A number: `value` (None where its figures are unknown), `width` in figures, `ending` of "13th", "1970s".

    `years`: how many years it stands for ("197?": ten). `glued`: no blank before it. `mark` of a mark, else "n" or "w".
    """

    text: str
    mark: str
    glued: bool
    value: int | None = None
    width: int = 0
    years: int = 1
    endings: frozenset[str] = frozenset()
    meanings: tuple[Meaning, ...] = ()

    def means(self, *what: str) -> bool:
        """Whether it may mean one of these."""
        return any(meaning.what in what for meaning in self.meanings)


def tokens(text: str, words: Words, lang: str | None) -> list[Token]:
    """The pieces of a text in one spelling (`figures.plain`)."""
    found = _of_one_language(_joined(_named(_apart(pieces(text), words), words, lang)))
    if found and found[-1].means("noise"):  # "of", "the", "on": something must follow
        found[-1] = replace(found[-1], meanings=tuple(m for m in found[-1].meanings if m.what != "noise"))
    return found


def _of_one_language(found: list[Token]) -> list[Token]:
    """One writer, one cell, one language: where some language explains every word, no other is asked."""
    shared: set[str] | None = None
    for token in found:
        if token.meanings and all(meaning.lang for meaning in token.meanings):
            spoken = {meaning.lang for meaning in token.meanings}
            shared = spoken if shared is None else shared & spoken
    if not shared:
        return found
    return [
        replace(token, meanings=tuple(m for m in token.meanings if not m.lang or m.lang in shared)) if token.meanings else token
        for token in found
    ]


def _apart(found: list[tuple[str, bool]], words: Words) -> list[tuple[str, bool]]:
    """Words at an apostrophe: "d'août", "ağustos'ta", unless such a word is known."""
    parts: list[tuple[str, bool]] = []
    for text, glued in found:
        if "'" in text and len(text) > 1 and text not in words.longest:
            first, *rest = text.split("'")
            if first not in ELIDED:
                parts.append((first, glued))
            parts += [(part, False) for part in rest if part]
        else:
            parts.append((text, glued))
    return parts


def _named(found: list[tuple[str, bool]], words: Words, lang: str | None) -> list[Token]:
    made: list[Token] = []
    at = 0
    while at < len(found):
        text, glued = found[at]
        for length in range(min(words.longest.get(text, 0), len(found) - at), 0, -1):
            phrase = tuple(part for part, _ in found[at : at + length])
            if meanings := words.meanings(phrase, lang):
                made.append(Token(" ".join(phrase), WORD, glued, meanings=_and_roman(phrase, meanings)))
                at += length
                if at < len(found) and found[at] == (".", True):
                    at += 1
                    if length == 1 and len(text) == 1:  # "p. 8/2020", "v. 8/2020": a letter with a dot is no little word
                        made[-1] = replace(made[-1], meanings=tuple(m for m in made[-1].meanings if m.what not in LITTLE))
                break
        else:
            made.append(_single(text, glued))
            at += 1
            if made[-1].mark == WORD and at < len(found) and found[at] == (".", True):
                at += 1
    return made


def _and_roman(phrase: tuple[str, ...], meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    roman = ROMAN.get(phrase[0]) if len(phrase) == 1 else None
    return (*meanings, Meaning("roman", roman)) if roman else meanings


def _single(text: str, glued: bool) -> Token:
    if text.isdigit():
        return Token(text, NUMBER, glued, int(text) if len(text) < 20 else None, len(text))
    if _GAP.fullmatch(text):
        return Token(text, NUMBER, glued, None, len(text))
    if text[0].isalpha():
        return Token(text, WORD, glued, meanings=_and_roman((text,), ()))
    return Token(text, text, glued)


def _joined(found: list[Token]) -> list[Token]:
    """Numbers with what belongs to them: unknown figures, endings; and words with the hyphen behind them."""
    made: list[Token] = []
    for at, token in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        before = made[-1] if made else None
        number = before is not None and before.mark == NUMBER and token.glued
        if number and before and (gap := _unknown_figures(before, token)):
            made[-1] = gap
        elif number and before and (ending := _ending(token)):
            made[-1] = replace(before, endings=before.endings | ending)
        elif token.mark in ("-", "'", "–") and number and following and following.glued and following.mark == WORD:
            if following.means(*BEHIND):  # "2015'ten beri", "13-ig"
                found[at + 1] = replace(following, glued=False)
            elif token.mark == "'" or _ending(following):
                found[at + 1] = replace(following, glued=True)
            else:
                made.append(token)
        elif token.mark == "-" and token.glued and before and _leads(before) and following and following.glued:
            found[at + 1] = replace(following, glued=False)  # "mid-August", "ika-13"
        else:
            made.append(token)
    return [_not_among_figures(_asked(token, made, at), made, at) for at, token in enumerate(made)]


def _asked(token: Token, all_: Sequence[Token], at: int) -> Token:
    """ "?.08.2020": a question mark where the day or the month would stand, and not behind a date."""
    following = all_[at + 1] if at + 1 < len(all_) else None
    before = all_[at - 1] if at else None
    if token.mark != "?" or following is None or (before and before.mark not in (".", "/", "-")):
        return token
    if (following.mark in (".", "/") and following.glued) or (before is None and following.means(MONTH)):
        return Token("??", NUMBER, token.glued, None, 2)
    return token


def _unknown_figures(number: Token, gap: Token) -> Token | None:
    """ "197?", "19xx": ten or a hundred years. "1x": a day that is not known."""
    signs = len(gap.text)
    if gap.text.strip("?xх_") or number.value is None:
        return None
    if number.width + signs == 4 and number.width >= 2:
        return replace(number, text=number.text + gap.text, value=number.value * 10**signs, width=4, years=10**signs)
    if number.width == 1 and signs == 1 and gap.text in ("x", "х"):
        return replace(number, text=number.text + gap.text, value=None, width=2)
    return None


def _ending(token: Token) -> frozenset[str]:
    if token.mark == "°":
        return frozenset({DAY_ENDING})
    if token.means("year", "hour", "am", "pm", "minute"):
        return frozenset()
    return frozenset(m.what for m in token.meanings if m.what in (DAY_ENDING, DECADE_ENDING))


def _leads(word: Token) -> bool:
    return word.mark == WORD and word.means("early", "mid", "late", "noise")


def _not_among_figures(token: Token, all_: Sequence[Token], at: int) -> Token:
    """A letter that looks like a figure and touches one is no word: "13.О8.2020" has a slip in it."""
    following = all_[at + 1] if at + 1 < len(all_) else None
    touches = (token.glued and all_[at - 1].mark == NUMBER) or (following and following.glued and following.mark == NUMBER)
    if token.mark != WORD or not touches:
        return token
    if len(token.text) > 1 or not token.text.translate(LOOKS_LIKE_A_FIGURE).isdigit():
        if unicodedata.name(token.text[0], "").startswith(("LATIN", "CYRILLIC")):  # "1998-W05": a week is no month
            return replace(token, meanings=tuple(m for m in token.meanings if m.what not in LITTLE - {"noise_after"}))
        return token
    return replace(token, meanings=tuple(m for m in token.meanings if m.what in ("hour", "roman", MONTH, "quarter")))
