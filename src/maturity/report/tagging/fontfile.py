"""An embedded TrueType font without what no page needs: its names, and the instructions that fit letters to pixels.

Both are a third of its bytes. Screens and printers of today draw the outlines as they are.

The tables that have to be there are those of ISO 32000-1, 9.9 (table 126): glyf, head, hhea, hmtx, loca, maxp, and cmap
for a font with an encoding of its own. The format is that of the OpenType specification, "glyf".
"""

from __future__ import annotations

import struct
from itertools import pairwise

from reportlab.pdfbase.ttfonts import TTFontMaker

_NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
_LONG_PLACES = 50  # where `head` says how `loca` counts: 0 in steps of two bytes, 1 in bytes
_WORDS, _SCALE, _SCALES, _MATRIX, _MORE, _INSTRUCTED = 0x0001, 0x0008, 0x0040, 0x0080, 0x0020, 0x0100


def lean(font: bytes) -> bytes:
    """The same outlines under the same codes, in as few bytes as they need."""
    tables = _tables(font)
    whole, places = tables["glyf"], _places(tables)
    glyphs = [_drawn(whole[start:stop]) for start, stop in pairwise(places)]
    starts = [0]
    for glyph in glyphs:
        starts.append(starts[-1] + len(glyph))
    long = tables["head"][_LONG_PLACES + 1] == 1
    tables["glyf"] = b"".join(glyphs)
    tables["loca"] = struct.pack(f">{len(starts)}{'L' if long else 'H'}", *(at if long else at // 2 for at in starts))
    maker = TTFontMaker()
    for name in _NEEDED:
        maker.add(name, tables[name])
    made: bytes = maker.makeStream()
    return made


def _tables(font: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4s4xLL", font, 12 + 16 * row) for row in range(count))
    return {name.decode("ascii"): font[start : start + length] for name, start, length in rows}


def _places(tables: dict[str, bytes]) -> tuple[int, ...]:
    data = tables["loca"]
    if tables["head"][_LONG_PLACES + 1] == 1:
        return struct.unpack(f">{len(data) // 4}L", data)
    return tuple(2 * at for at in struct.unpack(f">{len(data) // 2}H", data))


def _drawn(glyph: bytes) -> bytes:
    """A glyph without its instructions, of an even length."""
    if not glyph:
        return glyph
    (contours,) = struct.unpack_from(">h", glyph)
    bare = _composed(glyph) if contours < 0 else _outlined(glyph, contours)
    return bare + bytes(len(bare) % 2)


def _outlined(glyph: bytes, contours: int) -> bytes:
    at = 10 + 2 * contours
    (length,) = struct.unpack_from(">H", glyph, at)
    return glyph[:at] + bytes(2) + glyph[at + 2 + length :]


def _composed(glyph: bytes) -> bytes:
    """Made of other glyphs: each part says how long it is, and whether another follows."""
    parts, at, flags = bytearray(glyph), 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", glyph, at)
        struct.pack_into(">H", parts, at, flags & ~_INSTRUCTED)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _SCALES else 8 if flags & _MATRIX else 0
    return bytes(parts[:at])
