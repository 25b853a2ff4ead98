"""What the story turns on, under the codes and names that its files use: a question can be asked with them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

SEED: Final = 1509

ELECTION: Final = date(2024, 9, 15)
NIGHT: Final = ("2024-09-15T20:00", "2024-09-16T08:00")
"""The night after the election: limits of a period, as a question takes them."""
NIGHT_BEGIN: Final = datetime.fromisoformat(NIGHT[0])
NIGHT_END: Final = datetime.fromisoformat(NIGHT[1])

NIGHT_STATION: Final = "S-01"
NIGHT_STATION_NAME: Final = "Центр изоляции правонарушителей, ул. Гончарная"
"""Three units were there that night: its own, a company of the special police, a convoy platoon."""

VICTIM: Final = "C-007"
"""The casefile of the person whose days are known hour by hour."""
VICTIM_NAME: Final = "Глуховежич Антон Павлович"

METHODS: Final = ("corridor of blows", "made to sing on knees", "marked with paint")
"""Done together at four stations, on three days, by four units: all under one directorate."""
METHOD_STATIONS: Final = ("S-01", "S-04", "S-16", "S-19")
METHOD_UNITS: Final = ("03-01-2", "03-01-1", "03-03-1", "03-04-1")
METHOD_UNIT_NAMES: Final = (
    "2-я рота Велидарского батальона ОСОП",
    "1-я рота Велидарского батальона ОСОП",
    "1-й взвод ОСОП Мшанск",
    "1-й взвод ОСОП Заручин",
)

MINISTRY: Final = "01"
PUBLIC_ORDER: Final = "02"
SPECIAL_POLICE: Final = "03"
SPECIAL_POLICE_NAME: Final = "Управление ОСОП МВД"
CITY_POLICE: Final = "04"
BATTALION: Final = "03-01"
"""Taken from the city police and given to the special police five days before the election."""
BATTALION_MOVED: Final = date(2024, 9, 10)
COMPANY: Final = "03-01-2"
CENTRE: Final = "04-06"
CONVOY: Final = "11-00-2"
UNKNOWN: Final = "X-1"
UNNAMED: Final = "X-2"
OPERATION: Final = "OP-1"

MINISTER: Final = "100-001"
SPECIAL_POLICE_CHIEF: Final = "100-003"
CITY_POLICE_CHIEF: Final = "100-004"
CITY_POLICE_ACTING: Final = "100-014"
"""Stood in for the chief of the city police, who was on leave."""
BATTALION_COMMANDER: Final = "100-031"
COMPANY_COMMANDER: Final = "100-032"
CENTRE_LEFT: Final = "100-046"
"""Head of the centre until two days before the night: no commander of it then."""
CENTRE_ACTING: Final = "100-047"
"""Acting head of the centre in that night. The ministry denies it."""
CENTRE_NEXT: Final = "100-048"
"""Head of the centre from the day after: no commander of it in the night."""
CONVOY_COMMANDER: Final = "100-112"
