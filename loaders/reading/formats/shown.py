"""The text of a value as a spreadsheet shows it in full."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

UNSHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|am/pm|a/p', re.IGNORECASE)


def number(value: float) -> str:
    """Fifteen digits, no exponent, no `.0`."""
    if isinstance(value, int):
        return str(value)
    text = format(value, ".15g")
    return format(Decimal(text), "f") if "e" in text else text


def truth(value: object) -> str:
    """Yes or no."""
    return "TRUE" if value else "FALSE"


def clock(value: dt.time) -> str:
    """A time of day."""
    return value.isoformat("seconds" if value.second else "minutes")


def elapsed(value: dt.timedelta) -> str:
    """Hours that may be more than a day's."""
    seconds = round(value.total_seconds())
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def when(value: dt.date, shown_as: str, *, epoch_1900: bool) -> tuple[str, str]:
    """ISO, to the precision the cell shows: "May 2012" is stored as its first day, which nobody stated. Or the word that says
    why it cannot be relied on.

    `shown_as`: the format of the cell, by the letters of Excel. `epoch_1900`: its days are counted from 1900, no leap year.
    """
    moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
    moment = (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    if epoch_1900 and moment < dt.datetime(1900, 3, 1):
        return "", "calendar"
    shown = UNSHOWN.sub("", shown_as.split(";", maxsplit=1)[0]).lower()
    if moment.time() != dt.time():
        return moment.isoformat(timespec="seconds" if moment.second else "minutes"), ""
    if moment.day == 1 and "y" in shown and not set("dhs") & set(shown):
        if "m" in shown:
            return f"{moment:%Y-%m}", ""
        if moment.month == 1:
            return f"{moment:%Y}", ""
    return moment.date().isoformat(), ""
