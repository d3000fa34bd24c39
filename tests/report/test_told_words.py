"""Words that depend on where a reader is: countries that are not listed, laws and bodies among the references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.response.model import Response
from tests.report.conftest import words


def test_a_country_that_is_not_listed(responses: Mapping[str, Response], written: Callable[..., Path]) -> None:
    """Its code does not stand alone: the cover says that it is another country."""
    response = responses["wexcombe"]
    away = response.model_copy(update={"authority": response.authority.model_copy(update={"country": "NZ"})})

    assert "· Another country (NZ) ·" in words(written(away, "en"))


@pytest.mark.parametrize(
    ("language", "told", "not_told"),
    [
        ("en", "Regulation (EU) 2016/679 (GDPR)", "Règlement"),
        ("fr", "Règlement (UE) 2016/679 (RGPD)", "Regulation (EU)"),
    ],
)
def test_laws_are_named_in_the_language(
    responses: Mapping[str, Response], written: Callable[..., Path], language: str, told: str, not_told: str
) -> None:
    """A law is no title of a publication: each reader finds it under the name used at home."""
    said = words(written(responses["wexcombe"], language))

    assert told in said
    assert not_told not in said
