"""A ReportLab document written with object streams: the structure tree is large and packs to a twentieth.

ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import zlib
from typing import Any, Self

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference, PDFStream
from reportlab.pdfbase.pdfdoc import format as in_pdf_syntax

from maturity.report.tagging.fontfile import lean

_IN_A_STREAM = 300  # objects in one object stream


# ISO 32000-1, 7.3.4.2: what a string in brackets cannot hold as it is.
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\n": r"\n", "\r": r"\r"})


def in_brackets(codes: bytes) -> str:
    """Bytes as a string in PDF syntax, one character a byte; on one line, and a byte each for nearly all of them."""
    return f"({codes.decode('latin-1').translate(_ESCAPED)})"


class _Deflate:
    """The one filter of all streams. ReportLab would put ASCII85 around it: a quarter more, for printers of 1990."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(content: str | bytes) -> bytes:
        """ISO 32000-1, 7.4.4. Page contents are text of one character a byte."""
        return zlib.compress(content.encode("latin-1") if isinstance(content, str) else content, 9)


class Raw(PDFObject):  # type: ignore[misc, unused-ignore]
    """An object already in PDF syntax. ``alone`` keeps it out of the object streams."""

    __RefOnly__ = 1

    def __init__(self, content: str, *, alone: bool = False) -> None:
        self.content, self.alone = content, alone

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - ReportLab's signature
        """The content itself."""
        return self.content.encode("latin-1")


class PackedDocument(PDFDocument):  # type: ignore[misc, unused-ignore]
    """Same objects as ReportLab's own document, fewer bytes."""

    Catalog: Any  # what ReportLab's stubs leave out
    info: Any
    _timeStamp: Any  # noqa: N815

    @classmethod
    def like(cls, stock: PDFDocument, language: str) -> Self:
        """An empty document with the options of the one a canvas has made for itself."""
        document = cls(compression=stock.compression, invariant=stock.invariant, pdfVersion=(1, 7), lang=language)
        document.setCompression(stock.compression)
        return document

    @property
    def stamp(self) -> Any:  # noqa: ANN401 - ReportLab's own time stamp
        """When the file says that it was made: SOURCE_DATE_EPOCH, or a fixed moment."""
        return self._timeStamp

    def register(self, thing: PDFObject, name: str | None = None) -> PDFObjectReference:
        """A reference to the object, which becomes one of the file's."""
        reference: PDFObjectReference = self.Reference(thing, name)  # type: ignore[no-untyped-call]
        return reference

    def number(self, name: str) -> int:
        """Object number of a named object."""
        number: int = self.idToObjectNumberAndVersion[name][0]
        return number

    def format(self) -> bytes:
        """The whole file."""
        self.register(self.Catalog)
        self.register(self.info)
        alone, packed = self._objects()
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for number, body in alone.items():
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        following = self.objectcounter + 1
        numbers = list(packed)
        for start in range(0, len(numbers), _IN_A_STREAM):
            some = numbers[start : start + _IN_A_STREAM]
            places[following] = (1, len(out), 0)
            places.update({number: (2, following, index) for index, number in enumerate(some)})
            out += b"%d 0 obj\n%s\nendobj\n" % (following, _object_stream([(n, packed[n]) for n in some]))
            following += 1
        return bytes(out + self._cross_references(places, following, len(out)))

    def _objects(self) -> tuple[dict[int, bytes], dict[int, bytes]]:
        """Every object in PDF syntax: those that stand alone (streams), and those to be packed."""
        alone: dict[int, bytes] = {}
        packed: dict[int, bytes] = {}
        number = 0
        while (number := number + 1) in self.numberToId:  # formatting may register more objects
            thing: Any = self.idToObject[self.numberToId[number]]
            if isinstance(thing, PDFStream) and thing.filters:
                _prepare(thing)
            body: bytes = in_pdf_syntax(thing, self, toplevel=1).rstrip(b"\n")
            if body.endswith(b"endstream"):
                # ISO 19005-3, 6.1.7.1: an end of line stands before endstream, and is not counted in Length.
                body = body[: -len(b"endstream")] + b"\nendstream"
            whole = body.endswith(b"endstream") or getattr(thing, "alone", False)
            (alone if whole else packed)[number] = body
        return alone, packed

    def _cross_references(self, places: dict[int, tuple[int, int, int]], number: int, start: int) -> bytes:
        places[number] = (1, start, 0)
        rows = [
            bytes((kind,)) + at.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, at, index in (places[n] for n in range(number + 1))
        ]
        data = zlib.compress(_differences(rows), 9)
        identity = self.ID().split(b"%")[0].strip()
        head = (
            b"<</Type /XRef /Size %d /W [1 4 2] /Root %s /Info %s /ID %s /Filter /FlateDecode"
            b" /DecodeParms <</Predictor 12 /Columns 7>> /Length %d>>"
        ) % (
            number + 1,
            in_pdf_syntax(self.register(self.Catalog), self),
            in_pdf_syntax(self.register(self.info), self),
            identity,
            len(data),
        )
        return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, head, data, start)


def _prepare(stream: Any) -> None:  # noqa: ANN401 - ReportLab's own
    if "Length1" in stream.dictionary.dict:  # a font file (ISO 32000-1, 9.9)
        stream.content = lean(stream.content)
        stream.dictionary["Length1"] = len(stream.content)
    stream.filters = [_Deflate]


def _differences(rows: list[bytes]) -> bytes:
    """Each row as what it adds to the one above, which is mostly zeros (ISO 32000-1, 7.4.4.4: predictor "up")."""
    above = [bytes(len(rows[0])), *rows]
    return b"".join(
        b"\x02" + bytes((now - before) & 0xFF for now, before in zip(row, last, strict=True))
        for row, last in zip(rows, above, strict=False)
    )


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    index, bodies, at = [], [], 0
    for number, body in objects:
        index.append(b"%d %d" % (number, at))
        bodies.append(body)
        at += len(body) + 1
    head = b" ".join(index) + b"\n"
    data = zlib.compress(head + b"\n".join(bodies), 9)
    return b"<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream" % (
        len(objects),
        len(head),
        len(data),
        data,
    )
