"""Makes the hostile response files: each is a good response with one fault, and named after it.

    python -m tests.hostile.made     writes tests/hostile/responses/, and what is said of each (responses.toml)

Those that would be large are made when they are needed (`LARGE`).
"""

from __future__ import annotations

from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path

import tomli_w

from maturity.cli.main import main
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import folder_of, load
from maturity.response.checksum import seal
from maturity.response.file import dumps

HERE = Path(__file__).parent / "responses"
SAID = Path(__file__).parent / "responses.toml"
MEGABYTE = 1024 * 1024
QUESTIONNAIRE = load()
RESPONSE = response(read_cases(folder_of(QUESTIONNAIRE.id))[0], QUESTIONNAIRE)
ITEM = QUESTIONNAIRE.item_ids[0]
TEXT = dumps(RESPONSE)
BODY = TEXT[: TEXT.rindex("# sha256")]


def _line(name: str, text: str) -> bytes:
    """The good file with one line replaced, the first of that name, and its checksum right."""
    lines = BODY.splitlines()
    number = next(n for n, line in enumerate(lines) if line.split(" ")[0].strip('"') == name)
    return seal("\n".join([*lines[:number], text, *lines[number + 1 :]]) + "\n").encode()


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


def _more(lines: str, section: str = "") -> bytes:
    """The good file with more lines in a section, or at its end; its checksum right."""
    return seal(BODY.replace(f"[{section}]\n", f"[{section}]\n{lines}", 1) if section else BODY + lines).encode()


def _filled(unit: str, room: int = MEGABYTE - 8192) -> str:
    """As many as a file may hold; ``#`` becomes a number."""
    return "".join(unit.replace("#", f"{n:x}") for n in range(room // (len(unit) + 4)))


REFUSED: dict[str, bytes] = {
    "nested-brackets": _answer("[" * 900),
    "nested-tables": _answer("{ a = " * 900),
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
    "level-1e308": _answer("{ level = 1e308 }"),
    "item-path": _answer("{ level = 1 }", "../../etc/passwd"),
    "item-zero-width": _answer("{ level = 1 }", f"{ITEM}\u200b"),
    "item-in-full-width": _answer("{ level = 1 }", f"\uff34{ITEM[1:]}"),
    "item-decomposed": _answer("{ level = 1 }", f"{ITEM}e\u0301"),
    "item-nul": _answer("{ level = 1 }", f"{ITEM}\\u0000"),
    "id-twice": seal(BODY.replace("\nrevision", '\nid = "x"\nrevision', 1)).encode(),
    "id-of-a-thousand-signs": _line("id", f'id = "{"x" * 1000}"'),
    "digest-of-a-thousand-signs": _questionnaire(QUESTIONNAIRE.id, QUESTIONNAIRE.version, "x" * 1000),
    "version-of-5000-digits": _questionnaire(QUESTIONNAIRE.id, f"1.{'9' * 5000}.0"),
    "version-in-other-digits": _questionnaire(QUESTIONNAIRE.id, "1.\u0660.\u0660"),
    "role-unknown": _respondent('"r1", tool = "x"'),
    "wave-of-two-lines": _line("wave", 'wave = "2026\\n2027"'),
    "country-in-words": _line("authority", 'authority = { country = "France", kind = "commune", name = "x" }'),
    "profile-unknown": _more('ZZ = "yes"\n', "profile"),
    "target-unknown": _more("\n[targets]\nZZ = 3\n"),
    "target-nan": _more("\n[targets]\nN1 = nan\n"),
    "helix-unknown-actor": _more("\n[[helix]]\ncells = { x = { y = 1 } }\n"),
    "thirty-projects": _more("\n[[helix]]\n" * 30),
    "portfolio-minus-one": seal(BODY.replace("[portfolio]\n", "[portfolio]\nservices = -1\n", 1)).encode(),
    "table-of-tables": _line("authority", "authority = { country = { a = { b = 1 } } }"),
}

LARGE: dict[str, bytes] = {
    "dotted-key-bomb": _line("wave", ".".join(["a"] * 20_000) + " = 1"),
    "quoted-dotted-key-bomb": _line("wave", ".".join(['"a"'] * 20_000) + " = 1"),
    "dotted-table-bomb": seal(BODY + "[" + ".".join(["a"] * 20_000) + "]\n").encode(),
    "twenty-megabytes": seal(BODY + "# " + "x" * 20_000_000 + "\n").encode(),
    "note-of-a-megabyte": _answer('{ level = 1, note = "' + "x" * 1_000_000 + '" }'),
    "keys-of-64-dots": seal(_filled(f"a#{'.a' * 63} = 1\n")).encode(),
    "tables-of-64-dots": seal(_filled(f"[a#{'.a' * 63}]\n")).encode(),
    "keys-of-one-dot": seal(_filled("a#.a = 1\n")).encode(),
    "a-hundred-thousand-keys": seal(_filled("a# = 1\n")).encode(),
    "a-hundred-thousand-tables": seal(_filled("[a#]\n")).encode(),
    "a-hundred-thousand-lists": seal(_filled("[[a#]]\n")).encode(),
    "a-hundred-thousand-projects": _more(_filled("[[helix]]\n")),
    "a-hundred-thousand-answers": _more(_filled('"Z#" = 1\n'), "answers"),
    "lists-in-a-list": _line("wave", f"wave = [{_filled('[],')}]"),
    "brackets-in-fifties": _line("wave", f"wave = [{_filled('[' * 50 + ']' * 50 + ',')}]"),
    "a-megabyte-of-digits": _line("revision", f"revision = 0x{'f' * 1_000_000}"),
    "a-megabyte-of-decimals": _line("revision", f"revision = {'9' * 1_000_000}.0"),
    "a-megabyte-in-one-word": _line("id", f'id = "{"x" * 1_000_000}"'),
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
    "format-string-in-name": _authority('name = "{0.__class__} %n ${HOME} ../../x"'),
    "formula-in-name": _authority('name = "=HYPERLINK(1)\\t\\r"'),
    "full-width-formula": _answer('{ level = 1, note = "\uff1dSUM(1)" }'),
    "markup-in-name": _authority('name = "[@click=app.quit]x[/] [/b] <b>"'),
    "javascript": _answer("{ level = 1, note = '<a href=\"javascript:alert(1)\">x</a>' }"),
}


def said(path: Path) -> str:
    """The first sentence that `maturity score` says of it; the next ones tell times, which depend on the zone."""
    heard = StringIO()
    with redirect_stderr(heard), suppress(SystemExit):
        main(["--lang", "en", "score", str(path)])
    first = next((line.strip() for line in heard.getvalue().splitlines() if line.startswith("  ")), "")
    return first.partition(". ")[0]


def write() -> None:
    """All small files, and what is said of those that are refused."""
    for folder, files in (("refused", REFUSED), ("accepted", ACCEPTED)):
        (HERE / folder).mkdir(parents=True, exist_ok=True)
        for old in (HERE / folder).iterdir():
            old.unlink()
        for name, data in files.items():
            (HERE / folder / f"{name}.toml").write_bytes(data)
    messages = {path.stem: said(path) for path in sorted((HERE / "refused").iterdir())}
    SAID.write_text(tomli_w.dumps(messages), encoding="utf-8")


if __name__ == "__main__":
    write()
