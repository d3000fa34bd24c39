"""The one gate for text that comes from a file, a key press, a paste or a form."""

from __future__ import annotations

import re
import unicodedata

# Escape sequences go whole: dropping only ESC would leave "[31m" behind as text.
_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\|$)|[@-Z\\-_])|\x9b[0-?]*[ -/]*[@-~]", re.DOTALL
)
# C0 (but newline and tab), DEL, C1; bidirectional controls reorder what is shown; zero-width and tag characters hide;
# U+2028/9 are line breaks that TOML keeps and terminals do not.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_UNSEEN = re.compile(f"[\n\t]|{_FORBIDDEN.pattern}")
_EDGES = re.compile(r"^ +| +$")
_MARK = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(f"({_MARK}{{4}}){_MARK}+")


def clean_text(text: str, *, multiline: bool = False, limit: int = 10_000) -> str:
    """Text fit to show, save and print anywhere: NFC, no control or invisible character, at most ``limit`` long.

    Ordinary spaces, U+00A0 and U+202F stay. A line break stays where ``multiline``, else it becomes a space. More than
    four combining marks in a row lose the rest. The result is stable: cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():  # most of what is read; nothing in it is to be changed
        return text[:limit].strip(" ")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FORBIDDEN.sub("", _ESCAPES.sub("", text))
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    if not multiline:
        text = " ".join(text.replace("\t", " ").split("\n"))
    return unicodedata.normalize("NFC", text[:limit]).strip(" \n\t")


def holds_invisible(text: str) -> bool:
    """Whether there is a sign in it that nobody sees: what is shown of it looks as if nothing were wrong."""
    return _FORBIDDEN.search(text) is not None


def spelled_out(text: str) -> str:
    r"""A name as it is, fit to show: every sign that nobody sees, and a space at an end, told by its number.

    Nothing is left out or put into another form, because another name would be told. A byte that is no text shows as it
    is told in a shell: ``caf\xe9``.
    """
    if text.isascii() and text.isprintable() and not text.startswith(" ") and not text.endswith(" "):
        return text
    return _EDGES.sub(lambda found: "\\x20" * len(found[0]), _UNSEEN.sub(lambda found: _number(found[0]), text))


def _number(sign: str) -> str:
    code = ord(sign)
    if sign in "\n\r\t":
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}[sign]
    if 0xDC80 <= code <= 0xDCFF:  # how Python holds a byte that is no text
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def plain_words(text: str) -> list[str]:
    """Words to compare by: small letters without accents, of any script; all other signs stand between words."""
    text = text.casefold().replace("œ", "oe").replace("æ", "ae")
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _WORD.findall(letters)
