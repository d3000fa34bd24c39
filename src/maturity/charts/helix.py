"""Who took part in what, for one named project: families of actors × stages, each cell with its code."""

from __future__ import annotations

from maturity.charts.board import BODY_TEXT, HEAD, NAME, NOTE, PLAIN, STRONG, Board, Style
from maturity.charts.legend import Key, legend
from maturity.charts.marks import hatching
from maturity.charts.medium import BODY, PRINT, SMALL, Medium
from maturity.charts.palette import Role, on, step
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import Line, Marker, Rect
from maturity.charts.words import Speech
from maturity.questionnaire.model import Helix, Questionnaire, Subsystem
from maturity.scoring.result import ProjectResult, Result

_LABELS = 0.3  # of the width
_CELL = 24.0
_NARROW = 340.0  # below, words stand beside the picture and not in it


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    project: int = 0,
) -> Picture:
    """The grid of one of the projects described; LookupError where there is no grid or no such project."""
    if questionnaire.helix is None:
        raise LookupError("helix")
    speech, told = Speech(language), result.projects[project]
    board = _Grid(questionnaire.helix, Board(width, medium), speech).draw(told)
    return Picture(
        board.scene(), _alt(questionnaire.helix, told, speech), _table(questionnaire.helix, told, speech), language
    )


class _Grid:
    def __init__(self, helix: Helix, board: Board, speech: Speech) -> None:
        self.helix, self.board, self.speech = helix, board, speech
        self.left = board.width * _LABELS
        medium = board.medium
        self.narrow = board.width < _NARROW and not medium.fixed
        self.after = 16.0 if self.narrow else medium.width(speech.say("contributed"), SMALL) + medium.aside(20)
        self.across = (board.width - self.left - self.after) / len(helix.stages)
        self.cell = _CELL if not medium.fixed else 10.0 if medium.low else 20.0

    def draw(self, project: ProjectResult) -> Board:
        board = self.board
        if not self.narrow:
            name = project.name or self.speech.say("Project without a name")
            board.top = board.paragraph((0, board.top), name, board.width, HEAD)
            board.down(5)
        if not board.medium.fixed:
            self._sides()
        self._heads()
        for subsystem in self.helix.subsystems:
            self._row(subsystem, project)
        board.down(6)
        self._legend(involved=bool(project.involved))
        return board

    def _sides(self) -> None:
        """Which stages lie before delivery, and which from there on."""
        board, say = self.board, self.speech.say
        for upstream, words in ((True, say("upstream")), (False, say("downstream"))):
            places = [number for number, stage in enumerate(self.helix.stages) if stage.upstream is upstream]
            if not places or places[-1] - places[0] >= len(places):  # none, or not beside one another
                continue
            left, right = self.left + self.across * places[0] + 3, self.left + self.across * (places[-1] + 1) - 3
            board.lines((left + right) / 2, board.top, (words,), NOTE.to("middle"))
            y = board.top - board.medium.row(SMALL) - 1
            board.add(Line(left, y, right, y, "muted", 0.8))
        board.top -= board.medium.row(SMALL) + 3

    def _heads(self) -> None:
        board = self.board
        ends = [
            board.paragraph(
                (self._centre(number), board.top),
                self.speech.text(stage.name),
                self.across - (0 if board.medium.fixed else 4),
                STRONG.to("middle"),
            )
            for number, stage in enumerate(self.helix.stages)
        ]
        board.top = min(ends)
        board.down(3)

    def _centre(self, number: int) -> float:
        return self.left + self.across * (number + 0.5)

    def _row(self, subsystem: Subsystem, project: ProjectResult) -> None:
        board, medium = self.board, self.board.medium
        involved = subsystem.id in project.involved
        lines = medium.wrap(self.speech.text(subsystem.name), self.left - 8, BODY, bold=involved)
        height = max(self.cell, len(lines) * medium.row() + medium.gap(4))
        y = board.top - (self.cell / 2 if not medium.fixed else medium.row() / 2)
        top = y + len(lines) * medium.row() / 2 if not medium.fixed else board.top
        board.lines(0, top, lines, NAME if involved else BODY_TEXT.of("muted"))
        highest = len(self.helix.cell_labels[subsystem.cells]) - 1
        for number, stage in enumerate(self.helix.stages):
            code = project.cells.get(subsystem.id, {}).get(stage.id)
            self._cell(self.left + self.across * number, code, highest)
        if involved:
            board.add(Marker(board.width - self.after + medium.aside(8 if self.narrow else 12), y, "check", 9))
            if not self.narrow:
                self._after(20, y, self.speech.say("contributed"), PLAIN)
        elif not self.narrow:
            self._after(8, y, self._reached(subsystem, project), NOTE)
        board.top -= height

    def _after(self, indent: float, y: float, words: str, style: Style) -> None:
        """Words after the cells of a row whose middle is at ``y``."""
        board, medium = self.board, self.board.medium
        x = board.width - self.after + medium.aside(indent)
        lines = medium.wrap(words, board.width - x, style.size)
        board.lines(x, y + len(lines) * medium.row(style.size) / 2, lines, style)

    def _reached(self, subsystem: Subsystem, project: ProjectResult) -> str:
        """In words, the most that an actor without a real contribution came to."""
        codes = project.cells.get(subsystem.id, {}).values()
        return self.speech.text(self.helix.cell_labels[subsystem.cells][max(codes)]) if codes else ""

    def _cell(self, x: float, code: int | None, highest: int) -> None:
        board, pad = self.board, 0.0 if self.board.medium.fixed else 1.0
        top, centre = board.top, (x + self.across / 2, board.top - self.cell / 2)
        room = (x + pad, top - self.cell + pad, self.across - 2 * pad, self.cell - 2 * pad)
        if board.medium.low:  # one row: the code on its shade
            room, centre = (x, top - self.cell, self.across - 5, self.cell), (x + self.across / 2 - 2.5, top - 5)
        elif board.medium.fixed:  # two rows: the shade below, the code above it
            room, centre = (x, top - self.cell, self.across - 5, 7.5), (x + self.across / 2 - 2.5, top - 5)
        if code is None:
            board.add(*hatching(*room), Rect(*room, None, "grid"))
            board.label(*centre, self._apart("?"), NOTE.to("middle"))
            return
        ground = step(code, highest)
        board.add(Rect(*room, ground, "grid" if code == 0 else None))
        fill: Role = "muted" if code == 0 else "ink" if board.medium.fixed else on(ground)
        style = BODY_TEXT.to("middle").heavy(code >= self.helix.involved_from).of(fill)
        board.label(*centre, self._apart(str(code)), style)

    def _apart(self, sign: str) -> str:
        """With space around, where it stands on its shade."""
        return f" {sign} " if self.board.medium.low else sign

    def _legend(self, *, involved: bool) -> None:
        """The meaning of each code, once for every list of cell labels in use."""
        board, speech = self.board, self.speech
        if self.narrow and involved:
            legend(board, (Key(speech.say("really contributed"), "check", 8),))
            board.down(2)
        kinds: dict[str, list[Subsystem]] = {}
        for subsystem in self.helix.subsystems:
            kinds.setdefault(subsystem.cells, []).append(subsystem)
        most = max(kinds, key=lambda cells: len(kinds[cells]))
        for cells, subsystems in kinds.items():
            labels = [f"{code} {speech.text(words)}" for code, words in enumerate(self.helix.cell_labels[cells])]
            text = "   ".join(label.replace(" ", "\u00a0") for label in labels)
            if cells != most:
                names = speech.both([speech.text(one.name) for one in subsystems])
                text = speech.say("{rows}: {codes}").format(rows=names, codes=text)
            board.top = board.paragraph((0, board.top), text, board.width, NOTE)
            board.down(2)


def _names(helix: Helix, ids: tuple[str, ...], speech: Speech) -> str:
    return speech.say("; ").join(speech.text(one.name) for one in helix.subsystems if one.id in ids)


def _alt(helix: Helix, project: ProjectResult, speech: Speech) -> str:
    name = project.name or speech.say("Project without a name")
    if not project.involved:
        return speech.say("{project}: no family of actors really contributed.").format(project=name)
    text = speech.say("{project}: really contributed: {names}.").format(
        project=name, names=_names(helix, project.involved, speech)
    )
    if project.absent:
        text += " " + speech.say("Without a real contribution: {names}.").format(
            names=_names(helix, project.absent, speech)
        )
    return text


def _table(helix: Helix, project: ProjectResult, speech: Speech) -> Table:
    rows = []
    for subsystem in helix.subsystems:
        labels = helix.cell_labels[subsystem.cells]
        cells = [project.cells.get(subsystem.id, {}).get(stage.id) for stage in helix.stages]
        told = [speech.say("not answered") if code is None else f"{code} {speech.text(labels[code])}" for code in cells]
        rows.append((speech.text(subsystem.name), *told))
    headers = (speech.say("Actors"), *(speech.text(stage.name) for stage in helix.stages))
    return Table(project.name or speech.say("Project without a name"), headers, tuple(rows))
