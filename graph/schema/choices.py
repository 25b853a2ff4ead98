"""Words with a fixed meaning: the only values that some properties may have."""

from __future__ import annotations

from typing import Final

SEXES: Final = ("female", "male", "other")
IDENTIFIED: Final = ("named", "described")
UNITS: Final = ("real", "unknown", "unnamed")
TO_PERSONS: Final = (
    "arrest",
    "transfer",
    "detention",
    "beating",
    "torture",
    "sexual_violence",
    "killing",
    "death",
    "disappearance",
)
"""Events that are done to somebody."""
EVENTS: Final = (*TO_PERSONS, "hearing", "release", "operation", "other")
PROCEEDINGS: Final = ("complaint", "domestic_case", "refusal", "case_abroad", "charge", "sanction", "other")
ACTS: Final = ("order", "report", "notice", "measure", "omission", "promotion", "other")
EXAMINED: Final = ("body", "photographs", "records")
ISTANBUL: Final = ("not_consistent", "consistent", "highly_consistent", "typical_of", "diagnostic_of", "not_assessed")
RELIABILITY: Final = ("A", "B", "C", "D", "E", "F")
CREDIBILITY: Final = ("1", "2", "3", "4", "5", "6")
KNOWING: Final = ("saw", "heard_from", "document", "opinion", "not_stated")
"""How a source knows what it says."""
RELATIONS: Final = ("command", "administrative", "informal", "unknown")
FUNCTIONS: Final = ("commander", "deputy", "staff", "member", "unknown")
BASES: Final = ("de_jure", "de_facto", "unknown")
RECOGNISED: Final = ("name", "voice", "face", "insignia", "vehicle", "document")
ROLES: Final = ("direct", "ordered", "supervised", "present", "medical")
"""What somebody is alleged to have had to do with an event."""
FROM_AFAR: Final = ("ordered", "supervised")
"""Of these, what one need not have been there for."""
