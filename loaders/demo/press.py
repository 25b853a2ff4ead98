"""What papers wrote, often one from another; and what the ministry says was not so. Nobody here has a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from loaders.demo import story
from loaders.demo.geography import stations

if TYPE_CHECKING:
    from loaders.demo.officers import Service

_NIGHT = date(2024, 9, 15)


@dataclass(frozen=True, slots=True)
class Report:
    """One article, and whom it names where. `badge` is the truth's, and in no file."""

    url: str
    outlet: str
    title: str
    published: date
    language: str
    derived_from: str = ""
    how: str = ""
    person: str = ""
    badge: str = ""
    unit: str = ""
    station: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement of the ministry that something was not so."""

    number: str
    day: date
    of: Literal["posting", "participation", "presence"]
    text: str
    badge: str = ""
    unit: str = ""
    station: str = ""
    incident: str = ""
    on: date | None = None


def reports(service: Service) -> list[Report]:
    """Four stories, and what became of them in other papers."""
    names = {badge: officer.name for badge, officer in service.officers.items()}
    company, chief = names[story.COMPANY_COMMANDER], names[story.SPECIAL_POLICE_CHIEF]
    city = names[story.CITY_POLICE_ACTING]
    centre, minister = names[story.CENTRE_ACTING], names[story.MINISTER]
    here, night = stations()[story.NIGHT_STATION], _NIGHT
    zaruchyn = stations()["S-19"]
    first, second, third, fourth = (f"https://{at}.example/2024/{n}" for at, n in
        (("velidar-vestnik", "0921-goncharka"), ("svabodny-list", "1003-chyrvonaja-farba"),
         ("rechnoy-kanal", "0924-otpusk"), ("east-monitor", "1110-red-paint")))  # fmt: skip
    wrote = (story.COMPANY_COMMANDER, "ОСОП")
    return [
        Report(first, "Велидарский вестник", "Ночь на Гончарной", date(2024, 9, 21), "ru",
               person=company.short_russian, badge=wrote[0], unit="вторая рота ОСОП", station=here.called[0], on=night),
        Report("https://be.velidar-vestnik.example/2024/0922", "Веснік", "Ноч на Ганчарнай", date(2024, 9, 22), "be",
               first, "translation", company.short_belarusian, wrote[0], "другая рота АСАП", here.called[1], night),
        Report("https://kurier-zr.example/n/8812", "Заручинский курьер", "Что было на Гончарной", date(2024, 9, 22), "ru",
               first, "reprint", company.russian, wrote[0], "рота ОСОП", here.called[0], night),
        Report("https://novosti24.example/a/55120", "Новости 24", "«Гончарка»: свидетельства", date(2024, 9, 23), "ru",
               first, "reprint", company.short_russian, wrote[0], "ОСОП", here.called[0], night),
        Report("https://east-monitor.example/2024/0925-hancharka", "East Monitor", "A night at Hancharka", date(2024, 9, 25),
               "en", "https://be.velidar-vestnik.example/2024/0922", "translation",
               company.latin_of_belarusian, wrote[0], "Second OSOP company", here.called[2], night),
        Report(second, "Свабодны ліст", "Чырвоная фарба", date(2024, 10, 3), "be",
               person=chief.short_belarusian, badge=story.SPECIAL_POLICE_CHIEF, unit="Упраўленне АСАП", station=here.called[1],
               on=date(2024, 9, 16)),
        Report("https://freie-presse-ost.example/1004", "Ostblatt", "Red paint", date(2024, 10, 4), "en", second, "translation",
               chief.latin_of_belarusian, story.SPECIAL_POLICE_CHIEF, "OSOP Directorate", here.called[2], date(2024, 9, 16)),
        Report(third, "Речной канал", "Начальник в отпуске, кто командует?", date(2024, 9, 24), "ru",
               person=city.familiar, badge=story.CITY_POLICE_ACTING, unit="ГУВД", station=here.called[0], on=date(2024, 9, 16)),
        Report("https://novosti24.example/a/55180", "Новости 24", "Кто командует городом", date(2024, 9, 24), "ru", third,
               "reprint", city.short_russian, story.CITY_POLICE_ACTING, "ГУВД Велидара", here.called[0],
               date(2024, 9, 16)),
        Report(fourth, "East Monitor", "Red paint in three towns", date(2024, 11, 10), "en",
               person=names["100-071"].latin_of_russian, badge="100-071", unit="OSOP Detachment Zaruchyn",
               station=zaruchyn.english, on=date(2024, 9, 17)),
        Report("https://east-monitor.example/2024/1118-minister", "East Monitor", "The minister's tour", date(2024, 11, 18),
               "en", person=minister.latin_of_russian, badge=story.MINISTER, unit="Ministry of Internal Affairs",
               station=here.called[2], on=date(2024, 9, 18)),
        Report("https://svabodny-list.example/2024/1120", "Свабодны ліст", "Хто адказваў за Ганчарку", date(2024, 11, 20), "be",
               person=centre.latin_of_belarusian, badge=story.CENTRE_ACTING, unit="ЦІП", station=here.called[1]),
    ]  # fmt: skip


def denials() -> list[Denial]:
    """What the ministry denies: an acting head, a company's part, a chief's visit."""
    return [
        Denial("Заявление 11", date(2024, 9, 24), "posting", "Исполняющего обязанности начальника центра в те дни не было.",
               story.CENTRE_ACTING, story.CENTRE, on=date(2024, 9, 15)),
        Denial("Заявление 12", date(2024, 9, 24), "participation", "Вторая рота в указанном месте не действовала.",
               unit=story.COMPANY, incident="C-004/2"),
        Denial("Заявление 15", date(2024, 10, 9), "presence", "Командир роты в центре изоляции не находился.",
               story.COMPANY_COMMANDER, station=story.NIGHT_STATION, on=date(2024, 9, 15)),
        Denial("Заявление 16", date(2024, 10, 9), "participation", "Отряд из Заручина к событиям отношения не имеет.",
               unit="03-02", incident="C-040/2"),
    ]  # fmt: skip
