"""Reads back what a report of this tool holds: its attachments and its pages. Not a PDF reader for anything else."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import islice

from maturity.text import clean_text

_FILE = re.compile(rb"/Type /Filespec /F \(([a-z0-9.-]{1,64})\) ")
_CONTENT = re.compile(rb"/EF <</F (\d{1,9}) 0 R")
_NEAR = 4000  # bytes from the name of an attachment to the number of its content
_MOST = 8  # attachments that are taken out: a report has three
_LENGTH = re.compile(rb"/Length (\d{1,9})\b")
_PROGRAM = re.compile(rb"<xmp:CreatorTool>([^<]{1,200})</xmp:CreatorTool>")
_STREAM = b"\nstream\n"
_END = b"\nendstream\nendobj\n"
_START = re.compile(rb"startxref\n(\d{1,9})\n")
_OBJECT = re.compile(rb"(?:endobj\n|\A%PDF[^\n]*\n%[^\n]*\n)(\d{1,9}) 0 obj\n")
_ROW, _UP = 7, 2  # bytes of a row of the table; the predictor of PNG that it is packed with
LIMIT = 20 * 1024 * 1024  # of a file, and of anything that is unpacked from it


class Unreadable(Exception):  # noqa: N818 - never reaches a user
    """Not a report of this tool, or damaged."""


def program(data: bytes) -> str:
    """Which program wrote it, with its version, fit to be shown; empty where it does not say."""
    found = _PROGRAM.search(data)
    return clean_text(found[1].decode("utf-8", "replace")) if found else ""


def attachments(data: bytes) -> dict[str, bytes]:
    """The attached files by name.

    Raises:
        Unreadable: the file is cut off, or an attachment is announced and cannot be taken out.
    """
    if not data.startswith(b"%PDF-") or not data.endswith(b"%%EOF\n"):
        raise Unreadable("signature")
    found: dict[str, bytes] = {}
    for match in islice(_FILE.finditer(data), _MOST):
        content = _CONTENT.search(data, match.end(), match.end() + _NEAR)
        if content is None:
            raise Unreadable(match[1])
        found[match[1].decode("ascii")] = _stream(data, int(content[1]))
    return found


def _stream(data: bytes, number: int) -> bytes:
    head = b"\n%d 0 obj\n" % number
    start = data.find(head)
    if data.find(head, start + 1) > start:  # which of them is shown, another reader may see otherwise
        raise Unreadable(number)
    begin = data.find(b"stream\n", start)
    length = _LENGTH.search(data, start, begin)
    if start < 0 or begin < 0 or length is None:
        raise Unreadable(number)
    begin += len(b"stream\n")
    return unpack(data[begin : begin + int(length[1])])


def unpack(packed: bytes) -> bytes:
    """Inflate, up to `LIMIT` bytes.

    Raises:
        Unreadable: damaged, larger than that, or something stands behind it.
    """
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(packed, LIMIT)
    except zlib.error as error:
        raise Unreadable(str(error)) from error
    if machine.unconsumed_tail or machine.unused_data or not machine.eof:
        raise Unreadable("length")
    return plain


def meaning(data: bytes) -> Iterator[bytes]:
    """The file without what depends on how well its streams are packed: their lengths, and where each object begins.

    What is left out is true: each length is that of its stream, and the table points to where each object begins.
    Two files of one meaning thus show the same, whatever reads them.

    Raises:
        Unreadable: a length or an offset is not the true one, or bytes stand behind what is packed in a stream.
    """
    at, found = 0, dict[int, int]()
    while (begin := data.find(_STREAM, at)) >= 0:
        between, begin = data[at:begin], begin + len(_STREAM)
        _note(between, at, found)
        length = next(reversed(list(_LENGTH.finditer(between))), None)
        if length is None:
            raise Unreadable("length")
        packed, at = data[begin : begin + int(length[1])], begin + int(length[1])
        if length[1] != b"%d" % len(packed) or not data.startswith(_END, at):
            raise Unreadable("length")
        plain = unpack(packed) if b"/FlateDecode" in between[between.rfind(b" 0 obj\n") :] else packed
        yield between[: length.start()] + between[length.end() :]
        yield _table(plain, found) if b"/Type /XRef" in between else plain
    rest = data[at:]
    start = _START.search(rest)
    if start is None or not found or start[1] != b"%d" % max(found.values()):
        raise Unreadable("startxref")
    yield rest[: start.start()] + rest[start.end() :]


def _note(between: bytes, at: int, found: dict[int, int]) -> None:
    """Where objects begin, by number."""
    for match in _OBJECT.finditer(between):
        if int(match[1]) in found:
            raise Unreadable("twice")
        found[int(match[1])] = at + match.start(1)


def _table(plain: bytes, found: dict[int, int]) -> bytes:
    """The table of offsets without them: rows of 1, 4 and 2 bytes, each told as its difference to the one above."""
    told, above = bytearray(), bytes(_ROW)
    for number, at in enumerate(range(0, len(plain), _ROW + 1)):
        row = plain[at + 1 : at + 1 + _ROW]
        if plain[at] != _UP or len(row) != _ROW:
            raise Unreadable("table")
        above = bytes((one + other) % 256 for one, other in zip(row, above, strict=True))
        if above[0] != 1:
            told += above
        elif int.from_bytes(above[1:5], "big") != found.get(number):
            raise Unreadable("offset")
        else:
            told += above[:1] + above[5:]
    return bytes(told)
