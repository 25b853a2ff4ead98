"""Numbers as people write them: a decimal comma is read, and what could be two numbers is neither."""

from __future__ import annotations

import pytest

from loaders.reading import NumberError, plain_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("0,500", "0.500"),
        ("12,3456", "12.3456"),
        ("-0,25", "-0.25"),
        ("−3", "-3"),
        ("1 234", "1234"),
        ("1\u00a0234,5", "1234.5"),
        ("1'234.5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("١٢٫٥", "12.5"),
        ("1e-3", "1e-3"),
    ],
)
def test_read(text: str, number: str) -> None:
    assert plain_number(text) == number


@pytest.mark.parametrize("text", ["1,500", "12,000", "-1,234"])
def test_what_could_be_thousands_or_decimals_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="several ways"):
        plain_number(text)


@pytest.mark.parametrize("text", ["", "about 5", "5 km", "1_000", "inf", "nan", "1,2,3", "12.34.56", "1 2", "5-6", "½"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="not a number"):
        plain_number(text)
