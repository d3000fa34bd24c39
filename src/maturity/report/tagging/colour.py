"""The sRGB colour profile, made from the numbers of IEC 61966-2-1: 500 bytes, the same every time."""

from __future__ import annotations

import struct

# Chromatic adaptation of D65 to D50 (Bradford), and the sRGB primaries adapted to D50, as ICC.1:2010 lists them.
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {"r": (0.43607, 0.22249, 0.01392), "g": (0.38515, 0.71687, 0.09708), "b": (0.14307, 0.06061, 0.7141)}
# Y = ((X + 0.055) / 1.055) ** 2.4 above 0.04045, else X / 12.92: parametric curve of type 3.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fixed(*values: float) -> bytes:
    """Numbers as s15Fixed16."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    """A localised string: one record, American English."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data


def srgb_profile() -> bytes:
    """A display profile, ICC version 4.2 (ICC.1:2010), with a fixed date."""
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("No copyright"),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTATION),
    }
    for colour, xyz in _PRIMARIES.items():
        tags[f"{colour}XYZ".encode()] = b"XYZ " + bytes(4) + _fixed(*xyz)
        tags[f"{colour}TRC".encode()] = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = struct.pack(
        ">I4sI4s4s4s6H4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp"
    )
    head += bytes(28) + _fixed(*_WHITE) + bytes(48)
    return head + table + body
