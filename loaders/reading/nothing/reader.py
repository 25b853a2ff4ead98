"""Whether a cell names anybody: by its marks, and by words that all name nobody."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.reading.nothing.marks import QUOTES, by_marks
from loaders.reading.nothing.words import COUNTED, KINDS, Phrase, about, first_words, languages, spoken, words_of

if TYPE_CHECKING:
    from loaders.reading.nothing.what import Nothing

MOST_SIGNS, MOST_WORDS = 80, 9
"""Of a cell that is looked at: longer ones are names with more in them."""
BEGINNING: Final = 160
"""Signs of a cell that are looked at for how it begins."""
SAYS: Final[dict[str, Nothing]] = {
    "total": "total",
    "sum": "total",
    "unknown": "unknown",
    "absent": "not applicable",
    "illegible": "illegible",
    "ditto": "ditto",
    "withheld": "withheld",
    "several": "count",
    "kin": "kin",
}
ALONE: Final = frozenset({"absent", "ditto", "sum"})
"""Said alone only, since beside a word they may be part of a name: None, Same, Sum."""
OF_SOMEBODY: Final = frozenset({"beside", KINDS})
"""What a word says that may stand beside one for unknown: man, masked, captain."""
_QUOTED: Final = re.compile(rf"[{QUOTES}‘’'`][^\W\d_].*[{QUOTES}‘’'`]")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.\s*){1,4}")
_NOMEN: Final = re.compile(r"\b[NН]\.?\s?[NН]\.(?=[\s,(]|$)", re.I)
_NUMBER_SIGN: Final = re.compile(r"\b[nN][°ºo]?\.?\s*(?=\d)|[°º№#]")
_FIRST: Final = re.compile(r"[^\W\d_ªº]{3,}(?=\s|$)")
_ELSEWHERE: Final = re.compile(
    r"(?:see|cf|same as|same|см|смотри|то же, что|гл|ver|véase|mismo que|voir|même que|siehe|s|wie|zob|patrz|jak|vidi|vedi|bkz"
    r"|див)[.:]*\s*(?:in |в |на |en |la |el |the )?"
    r"(?:row|line|no|nr|n|num|entry|record|item|case|person|п|пункт|строк[ауе]|ряд(?:ок|ку)?|fila|línea|ligne|zeile|wiersz|poz|satır"
    r"|caso|cas|fall|persona|лицо)?[.:]*\s*[#№°º]*\s*\d+\)?\.?"
)
_POINTS: Final = re.compile(
    r"(?:see|cf|refer to|см|смотри|смотреть|глядзі|гл|див|ver|véase|voir|siehe|zob|patrz|vidi|vedi|bkz)[.:]*\s+"
    r"(?:also |the |in |on |next |other |в |на |la |el |le |die |der |também )*"
    r"(?:lists?|sheets?|pages?|annex|appendix|attachments?|attached|tables?|tabs?|below|overleaf"
    r"|списо?к\w*|лист\w*|стр|страниц\w*|приложени\w*|таблиц\w*|дадат\w*|спіс\w*|додат\w*|ниже|ніжэй|нижче"
    r"|liste|blatt|seite|anlage|tabelle|unten|hoja|página|anexo|tabla|lista|listy|abajo|annexe|feuille|arkusz|strona|załącznik)"
    r"\b.*"
)
_HEADED: Final = re.compile(
    r"(?:grand |sub-?)?totals?\s*:.*|total (?:for|in|by|per|number of|of) .*"
    r"|(?:итого|всего|итог|усяго|усього|разом|всього)(?:\s*:.*|\s(?:по|за|в|на|у) .*)"
    r"|(?:sub)?total (?:por|en|por el|du mois|pour|por mes|geral|général|general) .*"
    r"|(?:gesamt|insgesamt|summe|łącznie|razem|toplam|totale?)\s*:.*"
)


@lru_cache(maxsize=65_536)
def names_nothing(text: str) -> Nothing | None:
    """What the cell says instead of a name; None where it may be one. Words in quotation marks are a nickname."""
    text = unicodedata.normalize("NFC", text).strip()
    if not text or len(text) > MOST_SIGNS:
        return None
    if says := by_marks(text):
        return says
    if _QUOTED.search(text):
        return None
    small = " ".join(text.casefold().split())
    if _ELSEWHERE.fullmatch(small):
        return "ditto"
    if _POINTS.fullmatch(small):
        return "elsewhere"
    if _HEADED.fullmatch(small):
        return "total"
    if (first := _FIRST.match(text)) and not _is_spoken(first[0]):
        return None  # nearly every name, and no closer look
    words = () if _INITIALS.fullmatch(text) else words_of(_NUMBER_SIGN.sub(" ", _NOMEN.sub("nn", text)))
    if not words or len(words) > MOST_WORDS:
        return None
    figures = any(sign.isdigit() for sign in small)
    counts = small[:1].isdigit() or small.startswith(("+", "~"))
    known = spoken()
    common = frozenset.intersection(*(known.get(word, frozenset()) for word in words))
    found = [said for lang in sorted(common) if (said := _all_say(words, lang, figures=figures, counts=counts))]
    return next((says for says in SAYS.values() if says in found), None)


@lru_cache(maxsize=65_536)
def _is_spoken(word: str) -> bool:
    """Whether a word stands in any phrase."""
    return all(part in spoken() for part in words_of(word))


@lru_cache(maxsize=65_536)
def describes(text: str) -> bool:
    """Whether a cell that names nobody says what he was: "unknown man in a mask", and not "name unknown"."""
    words = words_of(text[:BEGINNING])
    known = spoken()
    for lang in frozenset.intersection(*(known.get(word, frozenset()) for word in words)) if words else ():
        parts = _phrases(words, lang) or []
        if any(says & OF_SOMEBODY and says.isdisjoint(SAYS) and not about().issuperset(phrase) for phrase, says in parts):
            return True
    return describes_unknown(text)


@lru_cache(maxsize=65_536)
def describes_unknown(text: str) -> bool:
    """Whether a cell begins with a word for unknown and goes on with one for somebody: "Unknown masked officer, wolf on him".
    It may go on with a name: "Unknown officer Dol".
    """
    text = unicodedata.normalize("NFC", text[:BEGINNING]).strip()
    if (first := _FIRST.match(text)) and not _is_spoken(first[0]):
        return False
    words = words_of(text)
    if len(words) < 2 or _QUOTED.match(text):
        return False
    for lang in spoken().get(words[0], ()):
        phrases, longest = languages()[lang], first_words()[lang]
        for length in range(min(longest.get(words[0], 0), len(words) - 1), 0, -1):
            if "unknown" in phrases.get(words[:length], ()) and _of_somebody(words[length:], lang):
                return True
    return False


def _of_somebody(words: Phrase, lang: str) -> bool:
    """Whether they begin with a word for somebody."""
    phrases, longest = languages()[lang], first_words()[lang]
    lengths = range(1, min(longest.get(words[0], 0), len(words)) + 1)
    return any(phrases.get(words[:length], frozenset()) & OF_SOMEBODY for length in lengths)


def _all_say(words: Phrase, lang: str, *, figures: bool, counts: bool) -> Nothing | None:
    """What all these words say in one language; None where one of them may be a name. `counts`: a figure stands before them."""
    whole = languages()[lang].get(words, frozenset())
    if alone := [says for says in SAYS if says in whole & ALONE]:
        return None if figures and alone != ["sum"] else SAYS[alone[0]]
    found = _phrases(words, lang)
    said = None if found is None else [says for _, says in found]
    if said is None or any(part <= ALONE for part in said):
        return None
    heads = [says for says in SAYS if says not in ALONE and any(says in part for part in said)]
    if any(part == {KINDS} for part in said) and (figures or heads[:1] != ["unknown"]):
        return None  # Unknown Battalion, 7 Division; General Total
    if not heads:
        return "count" if counts and all(COUNTED in part for part in said) else None
    return SAYS[heads[0]]


def _phrases(words: Phrase, lang: str) -> list[tuple[Phrase, frozenset[str]]] | None:
    """What each phrase of them says, the longest phrases first; None where a word is in none."""
    phrases, longest = languages()[lang], first_words()[lang]
    parts: list[tuple[Phrase, frozenset[str]]] = []
    at = 0
    while at < len(words):
        for length in range(min(longest.get(words[at], 0), len(words) - at), 0, -1):
            if says := phrases.get(words[at : at + length]):
                parts.append((words[at : at + length], says))
                at += length
                break
        else:
            return None
    return parts
