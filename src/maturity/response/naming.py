"""Names made here: of files and folders, safe on every system; of responses, unique for ever."""

from __future__ import annotations

import re
import secrets
import time
import unicodedata
import uuid
from hashlib import sha256
from pathlib import Path

from maturity.response.model import Authority, Response

LONGEST = 60  # characters of a part; with folder and suffixes far below what any file system takes
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:$|-)")  # devices on Windows, whatever follows the dot


def slug(text: str) -> str:
    """Small letters, digits and single hyphens; never empty, never a name that Windows keeps for devices."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    name = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
    if not re.search(r"[a-z0-9]", name):  # another script
        name = f"x-{sha256(text.encode()).hexdigest()[:8]}"
    return f"x-{name}" if _RESERVED.match(name) else name


def path_for(folder: Path, response: Response) -> Path:
    """``<folder>/<authority>-<code>-<wave>/<respondent>.toml``; the code tells authorities of one name apart."""
    authority = response.authority
    parts = [slug(authority.name), *([slug(authority.code)] if authority.code else []), slug(response.wave)]
    return folder / "-".join(parts) / f"{slug(response.respondent.pseudonym)}.toml"


def same_authority(one: Authority, other: Authority) -> bool:
    """Whether two files speak of one authority: by country and code; where a code is missing, by kind and name."""
    if (one.country, one.invented) != (other.country, other.invented):
        return False
    if one.code and other.code:
        return one.code == other.code
    return one.kind == other.kind and slug(one.name) == slug(other.name)


def uuid7() -> str:
    """A new id that sorts by time (RFC 9562, 2024): 48 bits of milliseconds, the rest random."""
    value = (time.time_ns() // 1_000_000 & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76  # version
    value = value & ~(0x3 << 62) | 0x2 << 62  # variant
    return str(uuid.UUID(int=value))
