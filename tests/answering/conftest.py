"""The same real questionnaire as the terminal's tests."""

from __future__ import annotations

from tests.tui.conftest import questionnaire

__all__ = ["questionnaire"]
