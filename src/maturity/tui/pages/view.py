"""What every page of results is made from, and the words they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.charts.medium import COLUMN, TALL, Medium
from maturity.charts.palette import Role
from maturity.charts.picture import Picture
from maturity.charts.terminal import draw as draw_cells
from maturity.charts.words import Speech, open_
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from maturity.scoring.result import Interval, Result
from maturity.tui.widgets.rows import Sheet, beside

if TYPE_CHECKING:
    from maturity.tui.comparing import Since

_ = domain("tui").gettext
WIDE = 120  # from here on, words stand beside the picture
LEFT = 80  # columns of the picture then
WIDEST = 100  # columns of a picture above its words
Draw = Callable[..., Picture]  # called with the width in points and the medium
_ROLES: dict[Role, str] = {
    "ink": "",
    "muted": "dim",
    "grid": "grid",
    "accent": "own",
    "second": "second",
    "pale": "grid",
    "paper": "strong",
    "step0": "dim",
    "step1": "",
    "step2": "accent",
    "step3": "own",
    "step4": "own",
}


@dataclass(frozen=True)
class View:
    """One result as it is looked at: ``table`` shows figures in place of pictures; ``height``: of the page, in rows."""

    questionnaire: Questionnaire
    response: Response
    result: Result
    language: str
    table: bool = False
    height: int = 50
    since: Since | None = None  # an earlier wave held against this one

    @property
    def speech(self) -> Speech:
        """Numbers, lists and names in this language."""
        return Speech(self.language)

    def medium(self, sheet: Sheet) -> Medium:
        """For a picture that comes next on this page; with words beside it, it may be longer than the window."""
        rows = max(self.height - len(sheet.rows) - 1, 8)
        return Medium(fixed=True, rows=None if sheet.width >= WIDE and rows < TALL else rows)

    def spread(self, sheet: Sheet, draw: Draw, words: Callable[[Sheet], None]) -> None:
        """The picture with its words beside it, or below it where the page is narrow; what is above stays above."""
        wide = sheet.width >= WIDE
        column = Sheet(LEFT if wide else sheet.width)
        across = min(column.width - 4, WIDEST) * COLUMN
        self.add_picture(column, draw(width=float(across), medium=self.medium(sheet)))
        if not wide:
            sheet.rows += column.rows
            sheet.blank()
            words(sheet)
            return
        right = Sheet(sheet.width - LEFT - 4)
        words(right)
        sheet.rows += beside(column.rows, right.rows, LEFT)

    def add_picture(self, sheet: Sheet, picture: Picture) -> None:
        """The picture, or the same figures as a table."""
        if self.table:
            sheet.text(picture.table.caption, "strong")
            sheet.table([self._plain(header) for header in picture.table.headers], picture.table.rows)
            return
        for line in draw_cells(picture.scene):
            spans = [(text, "strong" if bold and role == "ink" else _ROLES[role]) for text, role, bold in line]
            sheet.add(("  ", ""), *spans)

    def _plain(self, header: str) -> str:
        """An everyday word before the term of the report."""
        words = {"Membership": _("Closeness, 0 to 1"), "Secured level": _("Reached everywhere")}
        plain = next((word for term, word in words.items() if self.speech.say(term) == header), "")
        return f"{plain} ({header[:1].lower()}{header[1:]})" if plain else header

    def level(self, level: float | None, bounds: Interval | None) -> str:
        """A level, and what missing answers leave open; a dash where nothing was answered."""
        if level is None or bounds is None or not open_(bounds):
            return self.speech.level(level, bounds)
        return _("{level} ({range} with the missing answers)").format(
            level=self.speech.number(level), range=self.speech.range(bounds)
        )

    def subdimension(self, id: str) -> str:
        """Its name."""
        return self.speech.text(self.questionnaire.subdimensions[id].name)

    def limit(self, part: str) -> str:
        """What keeps a condition from being met, by name."""
        return self.speech.both(list(map(self.speech.text, self.questionnaire.names(part))))

    def stem(self, item: str) -> str:
        """The question itself."""
        return self.speech.text(self.questionnaire.item(item).stem)

    def answer(self, item: str) -> str:
        """An answer in a sign: its level, ``?`` don't know, ``x`` not applicable, ``–`` none yet."""
        return self.sign(self.response, item)

    @staticmethod
    def sign(response: Response, item: str) -> str:
        """The same, of any response."""
        given = response.answer(item)
        if given.level is not None:
            return str(given.level)
        return {"dont-know": "?", "not-applicable": "x"}.get(given.missing or "", "–")
