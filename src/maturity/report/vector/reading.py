"""A drawing in SVG, read strictly: plain shapes in plain colours, nothing that fetches, runs, repeats or hides.

What is outside of the subset is refused by name and never guessed at: a logo that looks almost right is wrong. Expat
stands behind it without document types and entities; elements, depth and segments are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from maturity.report.vector.basic import SHAPES, length
from maturity.report.vector.outline import FARTHEST, MOST, Refused, Segment, number, numbers
from maturity.report.vector.shapes import NAMESPACE, Drawing, Shape, moved
from maturity.report.vector.style import INHERITED, SAID, colour, declarations, must_be_plain, sheet
from maturity.report.vector.transforms import SAME, Matrix, apply, times, transforms

DEEPEST, ELEMENTS = 64, 5_000
_SKIPPED = frozenset(["title", "desc", "metadata"])
_UNSEEN = frozenset(["linearGradient", "radialGradient", "stop"])  # harmless until a shape asks for one
_GROUPS = frozenset(["svg", "g", "defs"])
_CLASSES = 20  # of one element


@dataclass
class _Level:
    """An open element. ``style``: what its children inherit; ``drawn``: whether shapes here are seen."""

    name: str
    matrix: Matrix = SAME
    style: Mapping[str, str] = field(default_factory=dict)
    drawn: bool = True


def read(data: bytes) -> Drawing:
    """The drawing in these bytes; Refused when it is none, or holds what a logo may not hold."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse("doctype")
    parser.EntityDeclHandler = _refuse("doctype")
    parser.ProcessingInstructionHandler = _refuse("instruction")
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Refused("xml") from error
    return reader.drawing()


def _refuse(kind: str) -> Callable[..., None]:
    def handler(*_about: object) -> None:
        raise Refused(kind)

    return handler


class _Reader:
    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self.shapes: list[Shape] = []
        self.rules: dict[str, dict[str, str]] = {}
        self.count = self.skipping = self.segments = 0
        self.sheet: list[str] | None = None
        self.box: tuple[float, float, float, float] | None = None

    def begin(self, full: str, attributes: dict[str, str]) -> None:
        namespace, _, name = full.rpartition(" ")
        self.count += 1
        if self.count > ELEMENTS or len(self.levels) + self.skipping >= DEEPEST:
            raise Refused("many")
        if not self.levels and (namespace, name) != (NAMESPACE, "svg"):
            raise Refused("xml")
        if self.skipping or name in _SKIPPED or namespace != NAMESPACE:  # what an editor keeps for itself
            self.skipping += 1
            return
        for key in attributes:
            if key.rpartition(" ")[2].startswith("on") or key.rpartition(" ")[2] == "href":
                raise Refused("element", key.rpartition(" ")[2])
        self._known(name, attributes)

    def _known(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self.sheet = []
            self.levels.append(_Level(name))
        elif name in _UNSEEN:
            self.levels.append(_Level(name, drawn=False))
        elif name == "svg" and self.levels:
            raise Refused("element", "svg")
        elif name in _GROUPS:
            if name == "svg":
                self.box = _view(attributes)
            self.levels.append(self._level(name, attributes))
        elif name in SHAPES:
            level = self._level(name, attributes)
            self.levels.append(level)
            if level.drawn:
                self._shape(level, SHAPES[name](attributes))
        else:
            raise Refused("element", name)

    def end(self, _name: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        if self.levels.pop().name == "style":
            self.rules |= sheet("".join(self.sheet or []))
            self.sheet = None

    def text(self, text: str) -> None:
        if self.sheet is not None:
            self.sheet.append(text)

    def _level(self, name: str, attributes: Mapping[str, str]) -> _Level:
        """What holds inside of an element: its own words win over the sheet's, these over its attributes'."""
        above = self.levels[-1] if self.levels else _Level("")
        said = {key: attributes[key] for key in SAID - {"transform"} if key in attributes}
        for one in attributes.get("class", "").split()[:_CLASSES]:
            said |= self.rules.get(one, {})
        said |= declarations(attributes.get("style", ""))
        must_be_plain(said)
        own = {key: value for key, value in said.items() if key in INHERITED and value != "inherit"}
        matrix = above.matrix
        for step in transforms(attributes.get("transform", "")):
            matrix = times(matrix, step)
        drawn = above.drawn and name != "defs" and said.get("display") != "none"
        return _Level(name, matrix, {**above.style, **own}, drawn)

    def _shape(self, level: _Level, segments: Sequence[Segment]) -> None:
        style = level.style
        fill, stroke = colour(style, "fill", "black"), colour(style, "stroke", "none")
        width = length(style.get("stroke-width", "1"))
        if width <= 0:
            stroke = ""
        if not segments or not (fill or stroke) or style.get("visibility", "visible") != "visible":
            return
        if stroke and style.get("stroke-dasharray", "none") != "none":
            raise Refused("style", "stroke-dasharray")
        self.segments += len(segments)
        if self.segments > MOST:
            raise Refused("many")
        a, b, c, d, _e, _f = level.matrix
        line = (
            width * abs(a * d - b * c) ** 0.5,
            {"round": 1, "square": 2}.get(style.get("stroke-linecap", ""), 0),
            {"round": 1, "bevel": 2}.get(style.get("stroke-linejoin", ""), 0),
            max(1.0, number(style.get("stroke-miterlimit", "4"))),
        )
        placed = [(name, tuple(apply(level.matrix, point) for point in points)) for name, points in segments]
        self.shapes.append(Shape(placed, fill, style.get("fill-rule") == "evenodd", stroke, line))

    def drawing(self) -> Drawing:
        """All shapes, moved so that the ground begins at (0, 0)."""
        if self.box is None or not self.shapes:
            raise Refused("empty")
        x, y, width, height = self.box
        return Drawing(width, height, [moved(shape, (1, 0, 0, 1, -x, -y)) for shape in self.shapes])


def _view(attributes: Mapping[str, str]) -> tuple[float, float, float, float]:
    """The ground: its corner, width and height."""
    if "viewBox" in attributes:
        found = numbers(attributes["viewBox"])
    elif not {"width", "height"} <= attributes.keys():
        raise Refused("number", "viewBox")
    else:
        found = [0, 0, *(length(attributes.get(key, "")) for key in ("width", "height"))]
    if len(found) != 4 or not (0 < found[2] <= FARTHEST and 0 < found[3] <= FARTHEST):
        raise Refused("number", "viewBox")
    x, y, width, height = found
    return x, y, width, height
