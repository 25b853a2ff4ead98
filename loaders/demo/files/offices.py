"""What offices and papers wrote: proceedings, acts, articles, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.demo.files.sheets import write_csv, write_lines
from loaders.demo.files.workbook import write_workbook
from loaders.demo.forces import units
from loaders.demo.geography import stations

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from loaders.demo.republic import Republic

_KIND = {"complaint": "жалоба", "refusal": "отказ", "charge": "обвинение", "case_abroad": "дело за рубежом"}


def write_proceedings(folder: Path, country: Republic) -> Path:
    """Complaints and what came of them."""
    rows: list[list[str | date | None]] = [
        ["№ документа", "Вид", "Дата", "Орган", "Дело заявителя", "Код органа", "Наименование органа", "Кому (код)", "Кому",
         "В ответ на №", "Эпизод", "Против (дело)", "Кого касается (номер)", "Кого касается", "Результат"]
    ]  # fmt: skip
    for p in country.proceedings:
        accused = country.service.officers[p.accused].name.latin_of_russian if p.accused else ""
        rows.append([
            p.number, _KIND[p.kind], p.day, p.forum, p.by, p.office, units()[p.office].russian if p.office else "",
            p.addressed_to, units()[p.addressed_to].russian if p.addressed_to else "", p.answers, p.incident, p.against,
            p.accused, accused, p.outcome,
        ])  # fmt: skip
    return write_workbook(folder / "proceedings.xlsx", {"Реестр": rows})


def write_acts(folder: Path, country: Republic) -> Path:
    """Orders, reports, notices, measures, and what was left undone. One line has lost a cell: it is refused."""
    rows = [["№", "вид", "дата", "канал", "содержание", "кто (номер)", "кто", "кто (код)", "подразделение", "кому (номер)",
             "кому", "кому (код)", "кому подразделение", "о подразделении (код)", "о подразделении", "о ком (номер)", "о ком",
             "эпизод", "о документе №", "о жалобе №"]]  # fmt: skip
    known = {a.number for a in country.acts}

    def unit(code: str) -> list[str]:
        return [code, units()[code].russian if code else ""]

    def man(badge: str) -> list[str]:
        return [badge, country.service.officers[badge].name.short_russian if badge else ""]

    for a in country.acts:
        about = (a.about_document, "") if a.about_document in known else ("", a.about_document)
        rows.append([
            a.number, a.kind, f"{a.day:%d.%m.%Y}", a.channel, a.content, *man(a.by_badge), *unit(a.by_unit), *man(a.to_badge),
            *unit(a.to_unit), *unit(a.about_unit), *man(a.about_badge), a.about_incident, *about,
        ])  # fmt: skip
    rows.append(["Приказ 230", "order", "01.10.2024", "приказ"])
    return write_csv(folder / "acts.csv", rows, delimiter=";")


def write_press(folder: Path, country: Republic) -> Path:
    """Articles. People, units and places stand there as they were spelt, and without any number."""
    return write_lines(
        folder / "press.jsonl",
        (
            {
                "url": r.url, "outlet": r.outlet, "title": r.title, "published": f"{r.published}", "lang": r.language,
                "taken_from": r.derived_from, "how": r.how, "names": r.person, "as_of_unit": r.unit, "at_place": r.station,
                "on_day": f"{r.on}" if r.on else "",
            }
            for r in country.reports
        ),
    )  # fmt: skip


def write_statements(folder: Path, country: Republic) -> Path:
    """What the ministry says was not so."""
    rows = [["statement", "date", "denies", "badge", "name", "unit_code", "unit", "station_code", "station", "incident", "day",
             "words"]]  # fmt: skip
    for d in country.denials:
        rows.append([
            d.number, f"{d.day}", d.of, d.badge, country.service.officers[d.badge].name.short_russian if d.badge else "", d.unit,
            units()[d.unit].russian if d.unit else "", d.station, stations()[d.station].russian if d.station else "",
            d.incident, f"{d.on}" if d.on else "", d.text,
        ])  # fmt: skip
    return write_csv(folder / "statements.csv", rows)
