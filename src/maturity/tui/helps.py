"""The help beside a question, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from maturity.answering.helps import help_sections
from maturity.tui.widgets.rows import Row, Sheet

if TYPE_CHECKING:
    from maturity.answering.views import Section
    from maturity.questionnaire.model import Item, Questionnaire


def help_rows(questionnaire: Questionnaire, item: Item, width: int, language: str, *, full: bool = True) -> list[Row]:
    """Title and paragraphs of each section (see `help_sections`)."""
    return section_rows(help_sections(questionnaire, item, language, full=full), width)


def section_rows(sections: Iterable[Section], width: int) -> list[Row]:
    """Title and paragraphs of each."""
    sheet = Sheet(width)
    for section in sections:
        sheet.title(section.title)
        for text in section.texts:
            sheet.text(text)
        sheet.blank()
    return sheet.rows
