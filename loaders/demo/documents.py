"""What was written to offices and by them: complaints, refusals, charges, a case abroad; orders, reports, notices, silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Literal

from loaders.demo import story

if TYPE_CHECKING:
    from loaders.demo.victims import Victim

AGENCY, PROSECUTOR, INTERNAL = "20", "21", "12"


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A complaint, what answers it, a charge, a case abroad. `by` and `against`: casefiles; `office`: a unit's code."""

    number: str
    kind: Literal["complaint", "refusal", "charge", "case_abroad"]
    day: date
    forum: str
    by: str = ""
    office: str = ""
    addressed_to: str = ""
    answers: str = ""
    incident: str = ""
    against: str = ""
    accused: str = ""
    """A badge."""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An order, report, notice, measure, omission or promotion. Badges and codes of units."""

    number: str
    kind: Literal["order", "report", "notice", "measure", "omission", "promotion"]
    day: date
    channel: str
    content: str
    by_badge: str = ""
    by_unit: str = ""
    to_badge: str = ""
    to_unit: str = ""
    about_unit: str = ""
    about_badge: str = ""
    about_incident: str = ""
    about_document: str = ""


def proceedings(seed: int, victims: dict[str, Victim]) -> list[Proceeding]:
    """Thirty complaints: twenty-nine refused, one never answered; six complainants charged; ten go abroad."""
    chance = Random(f"{seed}/proceedings")  # noqa: S311 - a story, not a secret
    filed: list[Proceeding] = []
    files = sorted([*chance.sample([file for file in victims if file != story.VICTIM], 29), story.VICTIM])
    charged = set(files[3:27:4])
    for at, file in enumerate(files, start=1):
        day = max(victims[file].released.date(), date(2024, 9, 23)) + timedelta(days=chance.randrange(3, 60))
        number = f"Ж-{at:03}/24"
        forum = chance.choice(("Следственное ведомство", "Генеральная прокуратура"))
        office = AGENCY if forum.startswith("След") else PROSECUTOR
        filed.append(Proceeding(number, "complaint", day, forum, by=file, addressed_to=office, incident=f"{file}/2"))
        if at != 30:
            answered = day + timedelta(days=chance.randrange(20, 150))
            filed.append(
                Proceeding(f"О-{at:03}/25", "refusal", answered, forum, office=office, answers=number,
                           outcome="в возбуждении дела отказано: состава преступления нет")
            )  # fmt: skip
        if file in charged:
            filed.append(
                Proceeding(f"У-{at:03}/24", "charge", day + timedelta(days=chance.randrange(5, 40)), "Следственное ведомство",
                           office=AGENCY, against=file, outcome="обвинение: участие в беспорядках")
            )  # fmt: skip
    for file, accused in zip(files[::3], 5 * (story.MINISTER, story.SPECIAL_POLICE_CHIEF), strict=True):
        filed.append(
            Proceeding("UJ-12/2025", "case_abroad", date(2025, 5, 12), "Federal Prosecutor of Nordmark",
                       by=file, incident=f"{file}/2", accused=accused, outcome="preliminary examination")
        )  # fmt: skip
    return filed


def acts() -> list[Act]:
    """What superiors ordered, which reports reached them, and what they did."""
    night = date(2024, 9, 16)
    top, chief, acting = story.MINISTER, story.SPECIAL_POLICE_CHIEF, story.CITY_POLICE_ACTING
    return [
        Act("Приказ 214", "order", date(2024, 9, 8), "приказ по министерству",
            "Велидарский батальон ОСОП переподчинить Управлению ОСОП с 10 сентября.", top, to_unit="04", about_unit="03-01"),
        Act("Приказ 221", "order", date(2024, 9, 13), "приказ по министерству", "Провести операцию «Тишина». Силы не жалеть.",
            top, to_badge=chief, about_unit=story.OPERATION),
        Act("Приказ 221-д", "order", date(2024, 9, 13), "дополнение",
            "Центр изоляции на время операции передать в оперативное подчинение ГУОП.", top, to_unit="02", about_unit="04-06"),
        Act("Донесение 1", "report", night, "телефонограмма", "Происшествий нет, доставлено 212.",
            story.COMPANY_COMMANDER, to_badge=story.BATTALION_COMMANDER, about_unit="03-01-2"),
        Act("Донесение 2", "report", date(2024, 9, 17), "рапорт", "Доставленные имели травмы до прибытия.",
            story.CENTRE_ACTING, to_badge=acting, about_incident="EV-01"),
        Act("Извещение 77", "notice", date(2024, 9, 17), "скорая помощь",
            "Городская больница № 3: 41 обращение с одинаковыми травмами из одного места.",
            to_badge=acting, about_incident="EV-01"),
        Act("Извещение 81", "notice", date(2024, 9, 18), "письмо", "Городская больница № 3 министру: 96 обращений.",
            to_badge=top, about_incident="EV-00"),
        Act("UN-441", "notice", date(2024, 9, 23), "letter", "Allegation letter of the special procedures to the Minister.",
            to_badge=top, about_incident="EV-00"),
        Act("Извещение 90", "notice", date(2024, 10, 2), "пересылка жалобы", "Жалоба переслана начальнику Управления ОСОП.",
            by_unit=AGENCY, to_badge=chief, about_document="Ж-001/24"),
        Act("Проверка 5", "measure", date(2024, 10, 20), "служебная проверка", "Нарушений не установлено.",
            by_unit=INTERNAL, to_badge=chief, about_unit="03-01-2", about_badge=story.COMPANY_COMMANDER),
        Act("Бездействие 1", "omission", date(2024, 12, 1), "запись составителя", "По извещению 81 не сделано ничего.",
            top, about_document="Извещение 81"),
        Act("Указ 303", "promotion", date(2024, 12, 21), "указ", "Назначить заместителем министра.", top, about_badge=chief),
        Act("Приказ 17-н", "promotion", date(2024, 12, 1), "приказ", "Наградить за образцовую службу в сентябре.",
            chief, about_badge=story.COMPANY_COMMANDER, about_unit="03-01-2"),
    ]  # fmt: skip
