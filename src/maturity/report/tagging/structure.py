"""The tree of structure elements: what the pages mean, declared while the story is built.

Children stand in the order in which they are declared, so the reading order is the order of the story, whatever the
order of drawing. While a canvas draws, it adds marked-content sequences and link annotations to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Tag = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "Note", "BlockQuote", "Span", "Link", "L", "LI", "Lbl", "LBody",
    "Table", "Caption", "THead", "TBody", "TR", "TH", "TD", "Figure", "TOC", "TOCI", "Reference",
]  # fmt: skip


@dataclass(frozen=True)
class MarkedContent:
    """One marked-content sequence: the object id of its page, and its number there (ISO 32000-1, 14.7.4.2)."""

    page: str
    number: int


@dataclass(frozen=True)
class LinkedAnnotation:
    """One annotation that belongs to a Link element, by object id (ISO 32000-1, 14.7.4.3)."""

    page: str
    annotation: str


@dataclass(eq=False)
class Element:
    """A structure element.

    Attributes:
        alt: what a figure shows, in words; mandatory there (ISO 14289-1, 7.3).
        language: BCP 47, where it differs from the document's (ISO 14289-1, 7.2).
        attributes: attribute dictionary (ISO 32000-1, 14.8.5), values already in PDF syntax.
        empty_counts: kept although nothing is drawn in it: an empty cell still holds its place.
    """

    tag: Tag
    parent: Element | None = field(default=None, repr=False)
    alt: str = ""
    language: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    empty_counts: bool = False
    kids: list[Element | MarkedContent | LinkedAnnotation] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        # ISO 14289-1, 7.3: every figure has a text alternative.
        if self.tag == "Figure" and not self.alt.strip():
            raise ValueError("a figure needs a text alternative")

    def add(
        self,
        tag: Tag,
        *,
        alt: str = "",
        language: str = "",
        attributes: Mapping[str, str] | None = None,
        empty_counts: bool = False,
    ) -> Element:
        """A new last child."""
        return Element(tag, self, alt, language, attributes or {}, empty_counts).placed()

    def placed(self) -> Element:
        """This element, now a kid of its parent: a link takes its place in a text when its words are drawn."""
        if self.parent is not None and self not in self.parent.kids:
            self.parent.kids.append(self)
        return self

    def prune(self) -> bool:
        """Drop the elements in which nothing was drawn; whether this one is kept."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.prune()]
        return bool(self.kids) or self.empty_counts

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


def headings_in_order(root: Element) -> bool:
    """Whether heading levels start at 1 and never skip one (ISO 14289-1, 7.4.2)."""
    level = 0
    for element in root.walk():
        if element.tag in ("H1", "H2", "H3"):
            if int(element.tag[1]) > level + 1:
                return False
            level = int(element.tag[1])
    return True
