"""The plane of two conditions: its four regions, and the place of the answers."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.board import HEAD, PLAIN, STRONG, Board, Style
from maturity.charts.corners import labels
from maturity.charts.medium import SMALL, TITLE
from maturity.charts.palette import Role
from maturity.charts.scene import DASHED, Line, Marker, Rect
from maturity.charts.words import Speech, code, open_
from maturity.questionnaire.rules import Condition, Configuration, Placement
from maturity.scoring.result import ConditionResult, PlacementResult

_INSIDE = 5  # from a region's edge to its text
DOT = 10


@dataclass(frozen=True)
class _Region:
    """A quarter of the plane: its upper left corner, and the configurations that hold in it."""

    corner: tuple[float, float]
    here: tuple[Configuration, ...]


@dataclass(frozen=True)
class Plane:
    """Draws on a board: ``left``, ``width`` and ``height`` are of the plane itself."""

    board: Board
    placement: Placement
    result: PlacementResult
    speech: Speech
    left: float
    width: float
    height: float
    was: PlacementResult | None = None

    def condition(self, id: str | None) -> Condition:
        """The condition on an axis."""
        return {condition.id: condition for condition in self.placement.conditions}[str(id)]

    def of(self, id: str | None, result: PlacementResult | None = None) -> ConditionResult:
        """The result on an axis; of another result than the one shown, where one is given."""
        return {condition.id: condition for condition in (result or self.result).conditions}[str(id)]

    def title(self, id: str | None) -> str:
        """``C · Gouvernance collaborative``."""
        return self.speech.criterion(self.condition(id))

    def answer(self, *, yes: bool) -> str:
        """``oui``, ``pas encore``: what an axis says."""
        return self.speech.say("yes") if yes else self.speech.say("not yet")

    def head(self, id: str | None, top: float, width: float) -> float:
        """The name of a condition beside the plane, on paper: its code, then its words; returns where it ends."""
        condition, right = self.condition(id), self.left - _INSIDE - 1
        if code(condition):
            top = self.board.lines(right, top, (code(condition),), HEAD.to("end"))
        return self.board.paragraph((right, top), self.speech.text(condition.name), width, STRONG.to("end"))

    @property
    def placed(self) -> bool:
        """Whether a place is shown at all."""
        return self.result.status != "screened-out"

    @property
    def half(self) -> tuple[float, float]:
        """Width and height of a region."""
        return self.width / 2, self.height / 2

    @property
    def known(self) -> bool:
        """Whether the answers given have a place of their own."""
        return self._place(0) is not None

    @property
    def open(self) -> bool:
        """Whether missing answers leave the place open."""
        names = (self.placement.map.x, self.placement.map.y, self.placement.map.split)
        return self.placed and any(open_(self.of(name).bounds) for name in names if name)

    @property
    def moved(self) -> bool:
        """Whether the place before a change is seen beside that of now."""
        return self.was is not None and _apart(self._place(0, self.was), self._place(0))

    def side(self, *, yes: bool) -> tuple[Configuration, ...]:
        """The configurations that the condition besides tells apart, on one of its sides."""
        split = str(self.placement.map.split)
        here, there = (labels(self.placement, {split: value}) for value in (yes, not yes))
        return tuple(configuration for configuration in here if configuration not in there)

    def side_found(self, *, yes: bool) -> bool:
        """Whether one of the labels found is on this side."""
        return any(one.id in self.found for one in self.side(yes=yes))

    @property
    def matters(self) -> bool:
        """Whether the labels found are ones that the condition besides tells apart."""
        return self.side_found(yes=True) or self.side_found(yes=False)

    def draw(self, top: float) -> None:
        """Regions, then the place of the answers on top of them."""
        board, (across, along) = self.board, self.half
        place, before = self._place(top), self._place(top, self.was) if self.was else None
        regions = [
            _Region((self.left + across * east, top - along * (not north)), self.here(east=east, north=north))
            for east in (False, True)
            for north in (False, True)
        ]
        board.add(*(Rect(one.corner[0], one.corner[1] - along, across, along, self._ground(one)) for one in regions))
        board.add(
            Line(self.left + across, top, self.left + across, top - self.height, "muted", 0.8, DASHED),
            Line(self.left, top - along, self.left + self.width, top - along, "muted", 0.8, DASHED),
            Rect(self.left, top - self.height, self.width, self.height, None, "muted", 0.8),
        )
        if self.placed:
            self._box(top)
        for region in regions:
            self._names(region, place)
        if before and _apart(before, place):
            board.add(Marker(*before, "ring", DOT, "muted"))
        if place:
            board.add(Marker(*place, "dot", DOT))

    def across(self, value: float) -> float:
        """Where a membership stands from left to right; a sign there lies inside the frame, on paper."""
        inside = 0.0 if self.board.medium.fixed else DOT / 2 + 1.5
        return self.left + min(max(value * self.width, inside), self.width - inside)

    def _at(self, top: float, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.width, top - self.height + y * self.height

    def _place(self, top: float, result: PlacementResult | None = None) -> tuple[float, float] | None:
        x, y = (self.of(name, result).membership for name in (self.placement.map.x, self.placement.map.y))
        if not self.placed or x is None or y is None:
            return None
        inside = 0.0 if self.board.medium.fixed else DOT / 2 + 1.5
        along = min(max(y * self.height, inside), self.height - inside)
        return self.across(x), top - self.height + along

    def _box(self, top: float) -> None:
        x, y = self.of(self.placement.map.x).bounds, self.of(self.placement.map.y).bounds
        if not open_(x) and not open_(y):
            return
        left, bottom = self._at(top, x.low, y.low)
        right, high = self._at(top, x.high, y.high)
        self.board.add(
            Rect(left, bottom, max(1.5, right - left), max(1.5, high - bottom), None, "accent", 1.2, dash=DASHED)
        )

    def here(self, *, east: bool, north: bool) -> tuple[Configuration, ...]:
        """The configurations that hold in a quarter."""
        return labels(self.placement, {str(self.placement.map.x): east, str(self.placement.map.y): north})

    def _ground(self, region: _Region) -> Role:
        found = self.placed and any(configuration.id in self.found for configuration in region.here)
        return "step1" if found else "paper"

    def _names(self, region: _Region, place: tuple[float, float] | None) -> None:
        """A region's name, away from the place of the answers; its ground interrupts the lines behind it."""
        medium, (across, along) = self.board.medium, self.half
        (left, top), width = region.corner, across - 2 * _INSIDE
        head, tail = self._name(region.here)
        heads = medium.wrap(head, width, TITLE, bold=True) if head else ()
        tails = medium.wrap(tail, width, SMALL) if tail else ()
        if heads and (len(heads) + len(tails)) * medium.row(SMALL) > along - medium.gap(_INSIDE):
            tails = ()  # a low window: the code says which, the name stands elsewhere
        height = len(heads) * medium.row(TITLE) + len(tails) * medium.row(SMALL)
        start, low = top - medium.gap(_INSIDE), top - along + height + medium.gap(_INSIDE)
        beside = place is None or not left - DOT < place[0] < left + across + DOT
        if place and not beside and abs(place[1] - start + height / 2) < abs(place[1] - low + height / 2):
            start = low if start - height - DOT < place[1] < top + DOT else start
        x = left + _INSIDE
        if medium.fixed and place and start - height - DOT / 2 < place[1] < start + DOT / 2:
            words = [medium.width(line, TITLE, bold=True) for line in heads] + [medium.width(t, SMALL) for t in tails]
            x = _beside(x, max(words, default=0), place[0], left + across)
        self._lines((x, start), heads, HEAD, self._ground(region))
        self._lines((x, start - len(heads) * medium.row(TITLE)), tails, PLAIN, self._ground(region))

    def _lines(self, place: tuple[float, float], lines: tuple[str, ...], style: Style, ground: Role) -> None:
        medium, (x, top) = self.board.medium, place
        row = medium.row(style.size)
        if not medium.fixed:
            widths = [medium.width(line, style.size, bold=style.bold) for line in lines]
            rects = (Rect(x - 2, top - row * (n + 1), width + 4, row, ground) for n, width in enumerate(widths))
            self.board.add(*rects)
        self.board.lines(x, top, lines, style)

    @property
    def found(self) -> tuple[str, ...]:
        """The label, or the possible ones."""
        return (self.result.label,) if self.result.label else self.result.possible_labels

    def _name(self, here: tuple[Configuration, ...]) -> tuple[str, str]:
        speech, split = self.speech, self.placement.map.split
        if len(here) == 1:
            short, name = speech.short(here[0]), speech.text(here[0].name)
            return (short, name) if short != name else ("", name)
        on = code(self.condition(split)) or speech.text(self.condition(split).name) if split else ""
        tail = speech.say("depending on {condition}").format(condition=on) if split else ""
        return speech.either([speech.short(configuration) for configuration in here]), tail


def _beside(x: float, width: float, sign: float, end: float) -> float:
    """Where words of this width begin that a sign would cover: after it where there is room, else where they were."""
    after = sign + DOT
    return after if x - DOT < sign < x + width + DOT and after + width <= end else x


def _apart(before: tuple[float, float] | None, place: tuple[float, float] | None) -> bool:
    """Whether one sign does not hide the other."""
    if before is None or place is None:
        return before is not None
    return max(abs(before[0] - place[0]), abs(before[1] - place[1])) >= DOT / 2
