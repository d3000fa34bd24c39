"""Hostile response files, each named after its fault."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import folder_of, load
from maturity.response.checksum import seal
from maturity.response.file import dumps

QUESTIONNAIRE = load()
RESPONSE = response(read_cases(folder_of(QUESTIONNAIRE.id))[0], QUESTIONNAIRE)
ITEM = QUESTIONNAIRE.item_ids[0]
TEXT = dumps(RESPONSE)
BODY = TEXT[: TEXT.rindex("# sha256")]


def _line(name: str, text: str) -> bytes:
    """The good file with one line replaced, and its checksum right."""
    lines = [text if line.split(" ")[0].strip('"') == name else line for line in BODY.splitlines()]
    return seal("\n".join(lines) + "\n").encode()


def _questionnaire(name: str, version: str, digest: str = "") -> bytes:
    form = QUESTIONNAIRE.default_form
    values = f'id = "{name}", version = "{version}", digest = "{digest}", form = "{form}"'
    return _line("questionnaire", f"questionnaire = {{ {values} }}")


def _authority(more: str) -> bytes:
    return _line("authority", f'authority = {{ country = "FR", kind = "commune", {more} }}')


def _answer(value: str, item: str = ITEM) -> bytes:
    return _line(ITEM, f'"{item}" = {value}')


def _respondent(name: str) -> bytes:
    return _line("respondent", f'respondent = {{ pseudonym = {name}, role = "staff" }}')


REFUSED: dict[str, bytes] = {
    "nested-brackets": _answer("[" * 900),
    "nested-tables": _answer("{ a = " * 900),
    "dotted-key-bomb": _line("wave", ".".join(["a"] * 20_000) + " = 1"),
    "quoted-dotted-key-bomb": _line("wave", ".".join(['"a"'] * 20_000) + " = 1"),
    "dotted-table-bomb": seal(BODY + "[" + ".".join(["a"] * 20_000) + "]\n").encode(),
    "twenty-megabytes": seal(BODY + "# " + "x" * 20_000_000 + "\n").encode(),
    "ten-thousand-digits": _answer("{ level = " + "9" * 10_000 + " }"),
    "nineteen-digits": _answer("{ level = 9223372036854775808 }"),
    "level-nan": _answer("{ level = nan }"),
    "level-inf": _answer("{ level = inf }"),
    "level-minus-one": _answer("{ level = -1 }"),
    "level-zero": _answer("{ level = 0 }"),
    "level-six": _answer("{ level = 6 }"),
    "level-true": _answer("{ level = true }"),
    "level-text": _answer('{ level = "3" }'),
    "level-half": _answer("{ level = 3.5 }"),
    "answer-true": _answer("true"),
    "answer-list": _answer("[1, 2]"),
    "answer-number": _answer("6"),
    "answer-twice": seal(BODY.replace("\n\n[[helix", f'\n"{ITEM}" = {{ level = 1 }}\n\n[[helix', 1)).encode(),
    "answer-unknown-item": _answer("{ level = 1 }", "ZZ9.9"),
    "answer-other-case": _answer("{ level = 1 }", ITEM.lower()),
    "answer-level-and-missing": _answer('{ level = 1, missing = "refused" }'),
    "missing-unknown": _answer('{ missing = "forgotten" }'),
    "population-1e308": _authority('name = "x", population = 1e308'),
    "revision-minus-one": _line("revision", "revision = -1"),
    "revision-nan": _line("revision", "revision = nan"),
    "pseudonym-path": _respondent('"../../etc/passwd"'),
    "pseudonym-drive": _respondent('"C:\\\\x"'),
    "pseudonym-newline": _respondent('"a\\nb/c"'),
    "pseudonym-long": _respondent(f'"{"x" * 300}"'),
    "wave-path": _line("wave", 'wave = "../2026"'),
    "name-empty": _authority('name = "\\u200b"'),
    "schema-999": _line("schema", "schema = 999"),
    "schema-minus-one": _line("schema", "schema = -1"),
    "version-99": _questionnaire(QUESTIONNAIRE.id, "99.0.0"),
    "unknown-digest": _questionnaire(QUESTIONNAIRE.id, QUESTIONNAIRE.version, "sha256:0"),
    "questionnaire-path": _questionnaire("../x", "1.0.0"),
    "questionnaire-nobody-has": _questionnaire("garden", "1.0.0"),
    "unknown-key": _line("revision", "revison = 1"),
    "date-without-zone": _line("started", "started = 2026-11-22T10:00:00"),
    "saved-without-zone": _line("updated", "updated = 2026-11-22T10:00:00"),
    "saved-in-year-one": _line("updated", "updated = 0001-01-01T00:00:00Z"),
    "saved-in-year-9999": _line("updated", "updated = 9999-12-31T23:59:59-23:00"),
    "saved-as-text": _line("updated", 'updated = "2026-11-22T10:00:00Z"'),
    "note-of-a-megabyte": _answer('{ level = 1, note = "' + "x" * 1_000_000 + '" }'),
    "helix-four": seal(BODY + "\n[[helix]]\ncells = { x = { y = 4 } }\n").encode(),
    "utf-16": TEXT.encode("utf-16"),
    "latin-1": TEXT.encode("latin-1", "replace"),
    "empty": b"",
    "zeros": bytes(4096),
    "random": bytes(range(256)) * 8,
    "cut": TEXT.encode()[:700],
    "zero-tail": TEXT.encode()[:700] + bytes(4096),
    "wrong-checksum": TEXT.replace("level = 2", "level = 3", 1).encode(),
    "no-checksum": BODY.encode(),
    "checksum-of-nothing": seal("").encode(),
    "a-pdf": b"%PDF-1.7\n" + TEXT.encode(),
}

ACCEPTED: dict[str, bytes] = {
    "byte-order-mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "windows-line-ends": TEXT.replace("\n", "\r\n").encode(),
    "escape-sequence": _answer('{ level = 1, note = "\\u001b]52;c;QUJD\\u0007a\\u009b31mb" }'),
    "bidi-and-zero-width": _answer('{ level = 1, note = "a\\u202eb\\u200bc\\u2066d" }'),
    "ten-thousand-marks": _answer('{ level = 1, note = "a' + "\\u0301" * 10_000 + '" }'),
    "markup": _answer("{ level = 1, note = '[@click=app.quit]x[/] [/b] <img src=\"/etc/hostname.png\"/>' }"),
    "formula": _answer('{ level = 1, note = "=HYPERLINK(1)" }'),
    "format-string": _answer('{ level = 1, note = "{0.__class__} %n ${HOME}" }'),
    "emoji": _answer('{ level = 1, note = "👩‍👩‍👧‍👦 🏳️‍🌈" }'),
    "pseudonym-nul": _respondent('"a\\u0000b"'),
    "escape-sequence-in-name": _authority('name = "a\\u001b]52;c;QUJD\\u0007b\\u202ec"'),
    "escape-sequence-in-wave-and-kind": _line("kind", 'kind = "individual\\u001b[31m"'),
    "device-name": _respondent('"CON"'),
}


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's path may be 107 bytes long at most
        try:
            one.bind(path.name)
        finally:
            os.chdir(here)


def _link(path: Path) -> None:
    other = path.with_name("somebody-elses.toml")
    other.write_text(TEXT, "utf-8")
    path.symlink_to(other)


def _nothing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _loop(path: Path) -> None:
    path.symlink_to(path)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "nothing": _nothing,
    "folder": Path.mkdir,
    "fifo": _fifo,
    "socket": _socket,
    "link": _link,
    "link-to-zeros": lambda path: path.symlink_to("/dev/zero"),
    "link-to-nothing": lambda path: path.symlink_to("nowhere"),
    "link-to-itself": _loop,
}
