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
_PACKING = re.compile(rb"/Length \d+|/Size \d+|startxref\n\d+")
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
    start = data.find(b"\n%d 0 obj\n" % number)
    begin = data.find(b"stream\n", start)
    length = _LENGTH.search(data, start, begin)
    if start < 0 or begin < 0 or length is None:
        raise Unreadable(number)
    begin += len(b"stream\n")
    return unpack(data[begin : begin + int(length[1])])


def unpack(packed: bytes) -> bytes:
    """Inflate, up to `LIMIT` bytes.

    Raises:
        Unreadable: damaged, or larger than that.
    """
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(packed, LIMIT)
    except zlib.error as error:
        raise Unreadable(str(error)) from error
    if machine.unconsumed_tail or not machine.eof:
        raise Unreadable("length")
    return plain


def meaning(data: bytes) -> Iterator[bytes]:
    """The file without what depends on how well its streams are packed: lengths, offsets, the table of offsets."""
    at = 0
    while (begin := data.find(_STREAM, at)) >= 0:
        between = data[at:begin]
        begin += len(_STREAM)
        end = data.find(b"\nendstream", begin)
        yield _PACKING.sub(b"", between)
        if b"/Type /XRef" not in between:
            yield _unpacked(data[begin:end])
        at = end if end > 0 else len(data)
    yield _PACKING.sub(b"", data[at:])


def _unpacked(packed: bytes) -> bytes:
    try:
        return unpack(packed)
    except Unreadable:
        return packed
