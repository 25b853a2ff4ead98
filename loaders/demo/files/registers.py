"""What the ministry wrote: places, the staffing order, a leaked roster, a duty list."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from loaders.demo import story
from loaders.demo.files.sheets import write_csv
from loaders.demo.files.workbook import write_workbook
from loaders.demo.forces import bases, joined, subordinations, units
from loaders.demo.geography import areas, stations
from loaders.demo.officers import AS_OF
from loaders.demo.spelling import slip

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.demo.officers import Tenure
    from loaders.demo.republic import Republic

_RELATION = {"command": "командование", "administrative": "административное", "informal": "фактическое", "unknown": "не ясно"}
_KIND = {"real": "штатное", "unknown": "не установлено", "unnamed": "без названия"}
_DUTY = (("S-01", ("04-06-1", "04-06-2", "03-01-2")), ("S-04", ("04-01-1", "03-01-1")), ("S-16", ("06-02", "03-03-1")))


def write_stations(folder: Path) -> Path:
    """Places with their coordinates, semicolons between the cells."""
    rows = [["code", "name_ru", "name_be", "name_en", "called", "kind", "lat", "lon", "precision_km", "area_code",
             "area_ru", "area_be", "area_en", "area_kind"]]  # fmt: skip
    for s in stations().values():
        a = areas()[s.area]
        rows.append([s.code, s.russian, s.belarusian, s.english, "; ".join(s.called), s.kind, str(s.latitude), str(s.longitude),
                     "0.5" if s.kind != "van" else "25", a.code, a.russian, a.belarusian, a.english, a.kind])  # fmt: skip
    return write_csv(folder / "stations.csv", rows, delimiter=";")


def write_structure(folder: Path) -> Path:
    """The staffing order: a row for each subordination, each base, each part taken in the operation."""
    head = ["Код", "Наименование", "Найменне", "English", "Вид", "Классификация", "Код вышестоящего", "Вышестоящее", "Подчинение",
            "Подчинён с", "Подчинён по", "Код места", "Место", "Место с", "Место по", "Код территории", "Территория",
            "Код операции", "Операция", "Операция с", "Операция по"]  # fmt: skip
    rows: list[list[str | date | None]] = [[*head]]

    def row(code: str, **cells: str | date) -> None:
        unit = units()[code]
        named = [code, unit.russian, unit.belarusian, unit.english, _KIND[unit.kind], unit.classification]
        rows.append([*named, *(cells.get(name.replace(" ", "_")) for name in head[6:])])

    for s in subordinations():
        row(s.unit, Код_вышестоящего=s.superior, Вышестоящее=units()[s.superior].russian, Подчинение=_RELATION[s.relation],
            Подчинён_с=s.begin, Подчинён_по=s.end)  # fmt: skip
    for code in ("01", "20", "21", story.UNNAMED):
        row(code)
    for b in bases():
        row(b.unit, Код_места=b.station, Место=stations()[b.station].russian, Место_с=b.begin, Место_по=b.end)
    for unit in units().values():
        if unit.area:
            row(unit.code, Код_территории=unit.area, Территория=areas()[unit.area].russian)
    for code in joined():
        row(code, Код_операции=story.OPERATION, Операция=units()[story.OPERATION].russian,
            Операция_с=date(2024, 9, 14), Операция_по=date(2024, 9, 20))  # fmt: skip
    # What no mapping can read without guessing: it is refused, and kept among the rejects.
    row("04-08", Код_вышестоящего="02", Вышестоящее=units()["02"].russian, Подчинение="кураторство", Подчинён_с=date(2024, 9, 1))
    return write_workbook(folder / "structure.xlsx", {"Штат 2023-2024": rows})


def write_roster(folder: Path, country: Republic) -> Path:
    """The leaked roster, keyed by somebody who added two columns, in two sheets, with the slips of typing."""
    chance = Random(f"{country.seed}/roster")  # noqa: S311 - a story, not a secret
    head = ["Личный номер", "Ф.И.О.", "Дата рождения", "Звание", "Должность", "Код подразделения", "Подразделение", "Назначен",
            "Освобождён", "ВрИО", "По состоянию на", "start_confirmed", "still_in_post"]  # fmt: skip
    sheets: dict[str, list[list[str | date | None]]] = {"Центр": [[*head]], "Области": [[*head]]}
    seen: set[str] = set()
    for tenure in country.service.tenures:
        if tenure.badge == story.CENTRE_ACTING and tenure.acting:
            continue  # three days: no personnel office wrote them down
        unit = units()[tenure.unit]
        again = tenure.badge in seen
        seen.add(tenure.badge)
        sheet = "Центр" if unit.area in ("", "VD") else "Области"
        sheets[sheet].append(_posting(tenure, country, again, chance))
    sheets["Центр"].append(list(sheets["Центр"][5]))  # keyed twice
    return write_workbook(folder / "roster.xlsx", sheets)


def _posting(tenure: Tenure, country: Republic, again: bool, chance: Random) -> list[str | date | None]:
    officer = country.service.officers[tenure.badge]
    name = slip(officer.name.russian, chance) if again and chance.random() < 0.3 else officer.name.russian
    cast = tenure.badge.startswith("100-")
    begin: str | date = tenure.begin
    if not cast and chance.random() < 0.06:
        begin = f"{tenure.begin:%Y}" if chance.random() < 0.5 else "31.02.2021"
    # one in twenty of the younger has no number: nothing then joins the row to any other
    badge = "" if not cast and tenure.function == "member" and chance.random() < 0.03 else tenure.badge
    return [
        badge, name, officer.born if chance.random() < 0.9 else f"{officer.born:%Y}", tenure.rank, tenure.post, tenure.unit,
        units()[tenure.unit].russian, begin, tenure.end, "да" if tenure.acting else "нет",
        None if tenure.end else AS_OF, None if tenure.end else "Y", None if tenure.end else "Y",
    ]  # fmt: skip


def write_duty_list(folder: Path, country: Republic) -> Path:
    """Who was on duty at three stations, night by night: in Belarusian, with initials, some without a number."""
    chance = Random(f"{country.seed}/duty")  # noqa: S311 - a story, not a secret
    rows = [["Дата", "З", "Па", "Код месца", "Месца", "Код падраздзялення", "Падраздзяленне", "Асабісты нумар", "Прозвішча",
             "Пасада", "Роля", "В.а."]]  # fmt: skip
    for night in (date(2024, 9, 14), date(2024, 9, 15), date(2024, 9, 16), date(2024, 9, 17)):
        begin = datetime.combine(night, datetime.min.time()) + timedelta(hours=20)
        hours = [f"{begin:%d.%m.%Y %H:%M}", f"{begin + timedelta(hours=12):%d.%m.%Y %H:%M}"]
        for station, on_duty in _DUTY:
            for code in on_duty:
                for badge in country.service.serving(code, night)[:6]:
                    post = next(t for t in country.service.tenures if t.badge == badge and t.unit == code)
                    number = badge if chance.random() < 0.85 or badge.startswith("100-") else ""
                    role = "медык" if post.post == "фельдшер" else "кіроўца" if "водитель" in post.post else "варта"
                    rows.append([f"{night:%d.%m.%Y}", *hours, station, stations()[station].belarusian, code,
                                 units()[code].belarusian, number, country.service.officers[badge].name.short_belarusian,
                                 post.post, role, "не"])  # fmt: skip
        for tenure in country.service.commanding(story.CENTRE, night):
            if tenure.acting and night == story.ELECTION:  # only this sheet was photographed to its foot
                called = country.service.officers[tenure.badge].name.short_belarusian
                rows.append([
                    f"{night:%d.%m.%Y}", *hours, "S-01", stations()["S-01"].belarusian, story.CENTRE,
                    units()[story.CENTRE].belarusian, tenure.badge, called, "в.а. начальніка", "варта", "так",
                ])  # fmt: skip
    return write_csv(folder / "duty_list.csv", rows, delimiter=";", mark=True)
