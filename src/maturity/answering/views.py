"""What a question shows, whatever face shows it: frozen words and numbers, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Mark = tuple[str, str]  # text, role (as the terminal's palette names it; other faces ignore it)


@dataclass(frozen=True)
class Choice:
    """One numbered sentence, or a way of not choosing one."""

    target: str
    key: str
    text: str
    chosen: bool = False
    apart: bool = False  # stands below the others


@dataclass(frozen=True)
class Card:
    """Everything that stands on a card; texts in the reader's language."""

    part: str
    place: str  # "12 of 34"
    share: float
    stem: str
    choices: Sequence[Choice]
    left: Sequence[str] = ()  # the minutes left: "about 9 min left", "9 min"; the longest that fits is shown
    lead: str = ""
    intro: str = ""
    marks: Sequence[Mark] = field(default_factory=tuple)
    remarks: Sequence[tuple[str, str]] = field(default_factory=tuple)  # heading, text as typed


@dataclass(frozen=True)
class Line:
    """One row of the grid."""

    id: str
    name: str
    help: Sequence[tuple[str, str]]  # heading, text
    codes: Sequence[str]  # what 0, 1, 2… mean here


@dataclass(frozen=True)
class Column:
    """One column of the grid."""

    id: str
    name: str
    help: str


@dataclass(frozen=True)
class GridView:
    """Everything that the grid shows."""

    part: str
    place: str
    share: float
    question: str
    intro: str
    name: tuple[str, str]  # prompt, name as typed
    unnamed: str  # what to do where there is none
    lines: Sequence[Line]
    columns: Sequence[Column]
    values: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def empty(self) -> list[tuple[int, int]]:
        """The cells without a value, by row and column."""
        cells = [(r, c) for r in range(len(self.lines)) for c in range(len(self.columns))]
        return [(r, c) for r, c in cells if self.columns[c].id not in self.values.get(self.lines[r].id, {})]


@dataclass(frozen=True)
class CountsView:
    """Everything that the counts show."""

    part: str
    place: str
    share: float
    question: str
    hint: str
    rows: Sequence[tuple[str, str]]  # code, label
    values: Mapping[str, int] = field(default_factory=dict)
    doubts: Sequence[str] = ()  # what cannot be right, in a sentence each; nobody is held up by it


@dataclass(frozen=True)
class Section:
    """A titled part of the help; one text a paragraph."""

    title: str
    texts: Sequence[str]
