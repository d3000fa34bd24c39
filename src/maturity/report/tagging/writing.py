"""Spans as text operators, each as short as it can be.

ReportLab's own text objects name font, leading and colour again for every piece and measure what they have written,
which took a third of the time of a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont

from maturity.report.tagging.packing import PackedDocument, in_brackets
from maturity.report.tagging.spans import Span

Run = tuple[float, float, Sequence[Span]]  # where its baseline begins, in points: x, y


def text_object(document: PackedDocument, runs: Iterable[Run]) -> str:
    """``BT`` … ``ET`` on one line (ISO 32000-1, 9.4.1); one character a byte, to be encoded as Latin-1."""
    operators = ["BT"]
    at_x, at_y, font, colour = 0, 0, "", ""
    for left, base, spans in runs:
        x, y = round(left * 100), round(base * 100)
        operators.append(f"{hundredths(x - at_x)} {hundredths(y - at_y)} Td")
        at_x, at_y = x, y
        for span in spans:
            if span.look.colour != colour:
                colour = span.look.colour
                operators.append(f"{rgb(colour)} rg")
            face: Any = getFont(span.look.font)
            for subset, codes in face.splitString(span.text, document):
                name = f"{face.getSubsetInternalName(subset, document)} {span.look.size:g} Tf"
                if name != font:
                    font = name
                    operators.append(name)
                operators.append(f"{in_brackets(codes)} Tj")
    operators.append("ET")
    return " ".join(operators)


def hundredths(number: int) -> str:
    """A hundredth part as a number in PDF syntax: 1250 → 12.5."""
    whole, part = divmod(abs(number), 100)
    shown = f"{whole}.{part:02}".rstrip("0") if part else str(whole)
    return f"-{shown}" if number < 0 else shown


@lru_cache(maxsize=64)
def rgb(colour: str) -> str:
    """``#rrggbb`` as three numbers from 0 to 1; three digits tell all 256 steps apart."""
    shares = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return " ".join(f"{share:.3f}".rstrip("0").rstrip(".") for share in shares)
