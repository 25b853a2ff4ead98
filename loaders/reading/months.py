"""Month names as rosters write them: English, French, Spanish, Russian, Belarusian, Ukrainian.

Slavic names stand in the nominative ("май 2012") and the genitive ("9 мая 2012"). Names are case-folded; a dot after an
abbreviation is the reader's to drop. No name means two months in any two of these languages (a test says so).
"""

from __future__ import annotations

from typing import Final

LANGUAGES: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "january jan", "february feb", "march mar", "april apr", "may", "june jun",
        "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
    ),
    "fr": (
        "janvier", "février fevrier", "mars", "avril", "mai", "juin",
        "juillet", "août aout", "septembre", "octobre", "novembre", "décembre decembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre setiembre", "octubre", "noviembre", "diciembre",
    ),
    "ru": (
        "январь января", "февраль февраля", "март марта", "апрель апреля", "май мая", "июнь июня",
        "июль июля", "август августа", "сентябрь сентября", "октябрь октября", "ноябрь ноября", "декабрь декабря",
    ),
    "be": (
        "студзень студзеня", "люты лютага", "сакавік сакавіка", "красавік красавіка", "май мая травень траўня", "чэрвень чэрвеня",
        "ліпень ліпеня", "жнівень жніўня", "верасень верасня", "кастрычнік кастрычніка", "лістапад лістапада", "снежань снежня",
    ),
    "uk": (
        "січень січня", "лютий лютого", "березень березня", "квітень квітня", "травень травня", "червень червня",
        "липень липня", "серпень серпня", "вересень вересня", "жовтень жовтня", "листопад листопада", "грудень грудня",
    ),
}  # fmt: skip

MONTH: Final[dict[str, int]] = {
    name: number for months in LANGUAGES.values() for number, names in enumerate(months, start=1) for name in names.split()
}
