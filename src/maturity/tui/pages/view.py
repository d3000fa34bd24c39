"""What every page of results is made from, and the words they share."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.medium import COLUMN
from maturity.charts.palette import Role
from maturity.charts.picture import Picture
from maturity.charts.terminal import draw
from maturity.charts.words import Speech
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from maturity.scoring.result import Result
from maturity.tui.widgets.rows import Sheet

_ = domain("tui").gettext
WIDEST = 110  # columns of a picture
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
    """One result as it is looked at: ``table`` shows figures in place of pictures."""

    questionnaire: Questionnaire
    response: Response
    result: Result
    language: str
    table: bool = False

    @property
    def speech(self) -> Speech:
        """Numbers, lists and names in this language."""
        return Speech(self.language)

    def points(self, sheet: Sheet) -> float:
        """How wide a picture may be, in points."""
        return float(min(sheet.width - 4, WIDEST) * COLUMN)

    def picture(self, sheet: Sheet, picture: Picture) -> None:
        """The picture, or the same figures as a table."""
        if self.table:
            sheet.text(picture.table.caption, "strong")
            sheet.table(picture.table.headers, picture.table.rows)
        else:
            for line in draw(picture.scene):
                spans = [(text, "strong" if bold and role == "ink" else _ROLES[role]) for text, role, bold in line]
                sheet.add(("  ", ""), *spans)
        sheet.blank()

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
        given = self.response.answer(item)
        if given.level is not None:
            return str(given.level)
        return {"dont-know": "?", "not-applicable": "x"}.get(given.missing or "", "–")
