"""The first two rows of every question: what it belongs to, where it is, how much is left."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from maturity.answering.views import Card, CountsView, GridView
from maturity.tui.widgets.rows import Sheet, Span

_BESIDE, _BAR = 64, 10  # cells kept for the texts beside the bar, and at least for the bar


def head(
    sheet: Sheet, view: Card | GridView | CountsView, left: Sequence[str] = (), marks: Sequence[Span] = ()
) -> None:
    """Part and place; below, a bar and what marks the answer.

    Of ``left`` (the minutes, longest first) the first text that cuts nothing stands beside the place, else at the bar.
    The bar is as long whatever stands beside it: one that shrinks would say that one went back.
    """
    length = max(sheet.width - _BESIDE, _BAR)
    room = sheet.width - cell_len(view.part) - 4
    fitting = [whole for text in left if cell_len(whole := f"{view.place} · {text}") <= room]
    sheet.ends((view.part, "accent"), (fitting[0] if fitting else view.place, "strong"))
    beside = [[*marks, ("   ", ""), (text, "strong")] for text in left if not fitting]
    narrow = [texts for texts in beside if sum(cell_len(text) for text, _ in texts) + length + 2 <= sheet.width]
    sheet.bar(view.share, beside=narrow[0] if narrow else marks, length=length)
