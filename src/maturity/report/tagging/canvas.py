"""A canvas whose every operator lies in exactly one marked-content sequence: of an element, or an artifact.

ISO 14289-1, 7.1: content is either tagged as real content or marked as an artifact. Here that holds by construction:
the innermost element of the stack owns what is drawn, an empty stack makes an artifact. Forgetting a tag can only make
something an artifact. Sequences that painted nothing are dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas

from maturity.report.tagging.catalogue import Description, complete
from maturity.report.tagging.packing import PackedDocument, in_brackets
from maturity.report.tagging.spans import Look, Span, width
from maturity.report.tagging.structure import Element, LinkedAnnotation, MarkedContent
from maturity.report.tagging.writing import Run, text_object

# Operators that change the graphics state and paint nothing.
_SILENT = frozenset(["q", "Q", "cm", "rg", "RG", "g", "G", "w", "J", "j", "d", "M", "i", "gs", "Tf"])


@dataclass(frozen=True)
class Artifact:
    """Page furniture: not part of the text, skipped by readers (ISO 32000-1, 14.8.2.2)."""

    type: str = ""
    subtype: str = ""

    @property
    def operator(self) -> str:
        """What opens the sequence."""
        if not self.type:
            return "/Artifact BMC"
        return f"/Artifact <</Type /{self.type}{f' /Subtype /{self.subtype}' if self.subtype else ''}>> BDC"


# ISO 14289-1, 7.8: headers and footers are pagination artifacts.
HEADER = Artifact("Pagination", "Header")
FOOTER = Artifact("Pagination", "Footer")
_PLAIN = Artifact()


@dataclass
class _Late:
    """Text whose words are known at the end: the line of the page's stream that stands for it."""

    line: str
    text: Callable[[], str]
    look: Look
    right: float
    y: float
    page: PDFPage | None = None


class TaggedCanvas(Canvas):
    """Draws and tags. ``late`` leaves a place for text known only at the end (page numbers of the contents).

    Args:
        target: file name or binary file.
        root: the Document element.
        description: language, title, attachments and the rest of the catalogue.
    """

    # What ReportLab's stubs leave out.
    _code: list[str]
    _doc: PackedDocument
    if TYPE_CHECKING:
        _filename: str | IO[bytes]

        def _bookmarkReference(self, name: str) -> PDFObject: ...  # noqa: N802
        def _addAnnotation(self, annotation: PDFDictionary, name: str) -> None: ...  # noqa: N802

    def __init__(
        self,
        target: str | IO[bytes],
        *,
        root: Element,
        description: Description,
        **options: Any,  # noqa: ANN401 - ReportLab's own
    ) -> None:
        self._stack: list[Element | Artifact] = []
        self._open: Element | Artifact = _PLAIN
        self._opened_at = -1  # index in _code of the opening operator; −1: nothing opened on this page yet
        self._numbers: list[Element | None] = []  # of this page: number → owner
        self._owners: list[list[Element | None] | Element] = []  # parent tree: key → owners of a page, or of a link
        self._late: list[_Late] = []
        self.root, self.description = root, description
        super().__init__(target, **{**options, "pdfVersion": (1, 7), "lang": description.language})
        self._doc = PackedDocument.like(self._doc, description.language)
        # ISO 14289-1, 7.1 and ISO 32000-1, 12.2: the window shows the title, not the file name.
        self.setViewerPreference("DisplayDocTitle", "true")

    def _escape(self, codes: bytes | str) -> str:
        """The inside of a string, for ReportLab's own text operators; theirs takes four bytes for many a letter."""
        return in_brackets(codes.encode("latin-1") if isinstance(codes, str) else codes)[1:-1]

    def _make_preamble(self) -> None:
        # The stock preamble selects Helvetica, which is not embedded (ISO 14289-1, 7.21.4.1).
        self._preamble = "1 0 0 1 0 0 cm"

    # -- marked content ---------------------------------------------------------------------------------------

    @contextmanager
    def tag(self, owner: Element | Artifact) -> Iterator[None]:
        """What is drawn inside belongs to this element, or is this artifact."""
        self._close()
        self._stack.append(owner)
        self._begin()
        yield
        self._close()
        self._stack.pop()
        self._begin()

    def _begin(self) -> None:
        self._open = self._stack[-1] if self._stack else _PLAIN
        self._opened_at = len(self._code)
        if isinstance(self._open, Artifact):
            self._code.append(self._open.operator)
            return
        # ISO 32000-1, 14.6.2 and 14.7.4.2: a number unique on the page ties the sequence to its element.
        number = len(self._numbers)
        self._numbers.append(self._open)
        self._open.kids.append(MarkedContent(self._doc.thisPageName(), number))
        self._code.append(f"/{self._open.tag} <</MCID {number}>> BDC")

    def _close(self) -> None:
        if self._opened_at < 0:  # what the page began with
            self._code.insert(0, _PLAIN.operator)
            self._opened_at, self._open = 0, _PLAIN
        painted = self._code[self._opened_at + 1 :]
        if any(operator.rstrip().rsplit(None, 1)[-1] not in _SILENT for operator in painted if operator.strip()):
            self._code.append("EMC")
            return
        del self._code[self._opened_at]
        if isinstance(self._open, Element):
            self._open.kids.remove(MarkedContent(self._doc.thisPageName(), len(self._numbers) - 1))
            self._numbers.pop()

    # -- pages and links --------------------------------------------------------------------------------------

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page; an element may go on over the next one, but not while it is being drawn."""
        if self._stack:
            raise ValueError("the page ended inside an element")
        self._close()
        super().showPage()
        self._numbers, self._opened_at = [], -1

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802
        """ReportLab's last hook before a page is stored."""
        super()._setAnnotations(page)  # type: ignore[misc]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        # ISO 32000-1, 14.7.4.4: page → parent tree. ISO 14289-1, 7.18.3: tab order follows the structure.
        vars(page).update(StructParents=len(self._owners), Tabs=PDFName("S"))
        self._owners.append(self._numbers)
        for late in self._late:
            late.page = late.page or page

    def link(self, owner: Element, target: str, contents: str, box: tuple[float, float, float, float]) -> None:
        """A link over ``box`` (current coordinates): ``#name`` inside the document, else an address.

        ISO 14289-1, 7.18.5: a link is tagged with its Link element and says in Contents where it goes. ISO 32000-1,
        12.5.6.5: the annotation. ISO 19005-3, 6.3.2: F is 4, it is printed and not hidden.

        Raises:
            ValueError: nothing is said of where it goes.
        """
        if not contents.strip():
            raise ValueError("a link says where it goes")
        x0, y0 = self.absolutePosition(box[0], box[1])
        x1, y1 = self.absolutePosition(box[2], box[3])
        annotation = PDFDictionary({
            "Type": PDFName("Annot"), "Subtype": PDFName("Link"), "F": 4, "Border": "[0 0 0]",
            "Rect": PDFArray([round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)]),
            "Contents": PDFString(contents), "StructParent": len(self._owners),
        })  # fmt: skip
        if target.startswith("#"):
            annotation["Dest"] = self._bookmarkReference(target[1:])
        else:
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})
        name = f"link{len(self._owners)}"
        self._owners.append(owner)
        self._addAnnotation(annotation, name)
        owner.kids.append(LinkedAnnotation(self._doc.thisPageName(), f"Annot.{name}"))

    def write(self, runs: Iterable[Run]) -> None:
        """Write spans where they stand (current coordinates)."""
        self._code.append(text_object(self._doc, runs))

    # -- late text --------------------------------------------------------------------------------------------

    def late(self, text: Callable[[], str], look: Look, right: float, y: float) -> None:
        """Leave a place for a short text that ends at ``right``; saves laying everything out twice."""
        # No text of a user's can be this line: text operators are written with brackets around their strings.
        line = f"%late{len(self._late)}% Tj"
        self._late.append(_Late(line, text, look, right, y))
        self._code.append(line)

    def _write_late(self, late: _Late) -> None:
        words = late.text()
        text = text_object(self._doc, [(late.right - width(words, late.look), late.y, [Span(words, late.look)])])
        stream = vars(late.page)
        stream["stream"] = stream["stream"].replace(f"\n{late.line}\n", f"\nq\n{text}\nQ\n")

    def save(self) -> None:
        """Fill what came late, write structure and catalogue, then the file."""
        if self._code:
            self.showPage()
        for late in self._late:
            self._write_late(late)
        complete(self._doc, self.root, self._owners, self.description)
        self._doc.SaveToFile(self._filename, self)
