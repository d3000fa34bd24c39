"""The logo of an authority: a PNG or SVG file, checked, small, with nothing in it but the picture.

Nothing is fetched and nothing that a file says of itself goes into a report: pixels are written anew without metadata
and colour profile, on white (ISO 19005-3, 6.2.4: colours mean sRGB), shapes are drawn anew (`vector`).
"""

from __future__ import annotations

import os
import struct
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from maturity.errors import ReportError
from maturity.locale import domain
from maturity.report.tagging.figure import Figure
from maturity.report.vector.outline import Refused
from maturity.report.vector.reading import read
from maturity.report.vector.shapes import Drawing, scaled, written
from maturity.toml import read_bytes, shown_file

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

    from maturity.report.composer import Composer

_ = domain("report").gettext

ROOM = (150.0, 60.0)  # points on the cover: the widest and the tallest
LIMIT, SIDE = 1024 * 1024, 4_000  # bytes of a file; pixels of a side
_DENSITY = 300 / 72  # pixels a point: more is not seen, neither printed nor enlarged
_PNG = b"\x89PNG\r\n\x1a\n"
NAMES = ("logo.svg", "logo.png")  # beside the answers, the first that is there


@dataclass(frozen=True)
class Logo:
    """A logo that was checked. ``data``: PNG or SVG, with nothing in it but the picture; ``size``: points."""

    kind: Literal["png", "svg"]
    data: bytes
    size: tuple[float, float]

    @property
    def name(self) -> str:
        """What it is called inside the report."""
        return f"logo.{self.kind}"

    @property
    def mime(self) -> str:
        """Its media type."""
        return {"png": "image/png", "svg": "image/svg+xml"}[self.kind]

    def paint(self, canvas: Canvas) -> None:
        """Draw it from (0, 0) to its size."""
        if self.kind == "svg":
            _paint_shapes(canvas, read(self.data))
            return
        from reportlab.lib.utils import ImageReader

        canvas.drawImage(ImageReader(BytesIO(self.data)), 0, 0, *self.size)


def place(composer: Composer, logo: Logo, alt: str, *, after: float = 10) -> None:
    """Say and draw it where the story has come to."""
    element = composer.parent.add("Figure", alt=composer.gate.plain(alt))
    composer.things.append(Figure(logo.paint, logo.size, element, after=after))


def beside(path: Path) -> Path | None:
    """The logo that stands beside the answers in ``path``; None where there is none."""
    return next((path.with_name(name) for name in NAMES if os.path.lexists(path.with_name(name))), None)


def load(path: Path) -> Logo:
    """The logo in a file.

    Raises:
        ReportError: it is not there, too large, damaged, or holds what a logo may not hold.
    """
    data = read_bytes(path, ReportError, LIMIT)
    try:
        return _png(data) if data.startswith(_PNG) else _svg(data)
    except Refused as refused:
        raise ReportError.of(shown_file(path), *_told(refused, data)) from refused


def attached(files: Mapping[str, bytes]) -> Logo | None:
    """The logo among the files inside a report, kept to the byte; None where there is none.

    Raises:
        ReportError: it is not what this module makes of a logo.
    """
    for name in NAMES:
        if name in files:
            try:
                made = _png(files[name]) if name.endswith("png") else _svg(files[name])
            except Refused as refused:
                raise ReportError.of(name, *_told(refused, files[name])) from refused
            return Logo(made.kind, files[name], made.size)
    return None


def _fitted(width: float, height: float) -> tuple[float, float]:
    """Points on the cover of something ``width`` by ``height`` in any unit: as large as `ROOM` lets it be."""
    scale = min(ROOM[0] / width, ROOM[1] / height)
    return width * scale, height * scale


def _svg(data: bytes) -> Logo:
    drawing = read(data)
    scale = min(ROOM[0] / drawing.width, ROOM[1] / drawing.height)
    made = written(scaled(drawing, scale))
    there = read(made)  # what is drawn is what travels inside
    return Logo("svg", made, (there.width, there.height))


def _png(data: bytes) -> Logo:
    """Decoded within bounds, made as small as it can be seen, written anew."""
    if len(data) < 24:
        raise Refused("pixels")
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= SIDE and 0 < height <= SIDE):
        raise Refused("side")
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(data), formats=["PNG"]) as image:
                image.load()
                flat = _on_white(image)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, struct.error, Warning) as error:
        raise Refused("pixels") from error
    target = BytesIO()
    flat.save(target, "PNG", optimize=True)
    return Logo("png", target.getvalue(), _fitted(*flat.size))


def _on_white(image: Image) -> Image:
    """RGB without transparency, no larger than what is seen."""
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bits a pixel: Pillow cuts the upper half off instead of the lower
        image = image.point(lambda value: value / 256).convert("L")
    wanted = [max(1, round(points * _DENSITY)) for points in _fitted(*image.size)]
    transparent = image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info
    small = image.convert("RGBA" if transparent else "RGB")
    if small.width > wanted[0]:
        small = small.resize((wanted[0], wanted[1]), Image.Resampling.LANCZOS, reducing_gap=2.0)
    made = Image.new("RGB", small.size, "white")
    made.paste(small, mask=small if transparent else None)
    return made


def _paint_shapes(canvas: Canvas, drawing: Drawing) -> None:
    """Shapes from the top down, cut off at the edges of their ground."""
    canvas.saveState()
    edge = canvas.beginPath()
    edge.rect(0, 0, drawing.width, drawing.height)
    canvas.clipPath(edge, stroke=0, fill=0)
    for shape in drawing.shapes:
        path = canvas.beginPath()
        for name, points in shape.segments:
            turned = [value for x, y in points for value in (x, drawing.height - y)]
            steps: dict[str, Callable[..., None]] = {
                "M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close,
            }  # fmt: skip
            steps[name](*turned)
        width, cap, join, limit = shape.line
        if shape.fill:
            canvas.setFillColor(shape.fill)
        if shape.stroke:
            canvas.setStrokeColor(shape.stroke)
            canvas.setLineWidth(width)
            canvas.setLineCap(cap)
            canvas.setLineJoin(join)
            canvas.setMiterLimit(limit)
        canvas.drawPath(path, stroke=bool(shape.stroke), fill=bool(shape.fill), fillMode=not shape.even_odd)
    canvas.restoreState()


def _told(refused: Refused, data: bytes) -> tuple[str, str]:
    """Why, and what to do."""
    size = _("Make it smaller: {n} pixels wide are enough for print.").format(n=round(ROOM[0] * _DENSITY))
    png = _("Save it as PNG in the program that drew it, and name that file.")
    if refused.kind == "side":
        return _("The picture has more than {n} pixels on a side, or none.").format(n=SIDE), size
    if refused.kind == "pixels":
        return _("This PNG file is damaged."), _("Open it in a picture program and save it again as PNG.")
    if refused.kind == "xml" and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _("This is neither a PNG nor an SVG file."), png
    told = {
        "xml": _("This is not an SVG file, or it is damaged."),
        "empty": _("Nothing is drawn in this SVG file."),
        "many": _("This SVG file holds more shapes, or deeper ones, than a logo has."),
        "number": _("This SVG file holds numbers that cannot be drawn: {what}."),
        "doctype": _("This SVG file declares a document type or entities, which are not read."),
        "instruction": _("This SVG file asks for another file to be used with it."),
        "element": _("This SVG file holds more than plain shapes: {what}."),
        "style": _("This SVG file holds more than plain colours and shapes: {what}."),
    }
    from maturity.text import clean_text

    return told[refused.kind].format(what=clean_text(refused.what)), png
