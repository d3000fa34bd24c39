"""Interface words: complete in French, and typographically right."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src/maturity"
CATALOGUES = sorted((SOURCE / "locale/fr/LC_MESSAGES").glob("*.po"))
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def used() -> dict[str, set[str]]:
    """Messages in the code, by domain: each module names its own in ``domain("…")``."""
    found: dict[str, set[str]] = {}
    for name, _line, message, _comments, _context in extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS):
        text = (SOURCE / name).read_text(encoding="utf-8")
        match = re.search(r"domain\(\"(\w+)\"\)", text)
        if match:
            first = message[-2] if isinstance(message, tuple) and "ngettext" in text and len(message) == 2 else message
            found.setdefault(match[1], set()).add(first if isinstance(first, str) else first[0])
    return found


def forms(text: object) -> list[str]:
    """Singular and plural of a message, or of its translation; an absent one is empty."""
    return [text or ""] if isinstance(text, str) or text is None else [str(form) for form in text]  # type: ignore[attr-defined]


def catalogue(path: Path) -> Catalog:
    """One catalogue, as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file, locale="fr")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_has_french_words(path: Path) -> None:
    """Whatever a module of this domain says in English is said in French too."""
    messages = [message for message in catalogue(path) if message.id]
    empty = [message.id for message in messages if not all(forms(message.string))]

    assert sorted(used().get(path.stem, set()) - {forms(message.id)[0] for message in messages}) == []
    assert empty == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_french_typography(path: Path) -> None:
    """No straight apostrophe, no plain space before ; ! ? : or inside quotation marks."""
    wrong = [
        text
        for message in catalogue(path)
        for text in forms(message.string)
        if message.id and re.search(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]| [;:!?»]|« |\.\.\.", text)
    ]

    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_placeholders_agree(path: Path) -> None:
    """A translation fills in the same values as its original."""
    for message in catalogue(path):
        wanted = {name for text in forms(message.id) for name in re.findall(r"\{(\w+)", text)}
        for text in forms(message.string) if message.id else []:
            assert set(re.findall(r"\{(\w+)", text)) <= wanted, text


def test_compiled_words_are_current() -> None:
    """The .mo files beside the catalogues say what the .po files say (else: ``python hatch_build.py``)."""
    for path in CATALOGUES:
        with path.with_suffix(".mo").open("rb") as file:
            compiled = [(forms(message.id), forms(message.string)) for message in read_mo(file) if message.id]

        written = [(forms(message.id), forms(message.string)) for message in catalogue(path) if message.id]
        assert sorted(compiled) == sorted(written), path.name


def test_click_speaks_french() -> None:
    """A wrong option is refused in French, in three parts, with exit code 2."""
    done = subprocess.run(
        [sys.executable, "-m", "maturity", "score", "--jsn"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "n’existe pas" in done.stderr
    assert "maturity score --help" in done.stderr
    assert "Traceback" not in done.stderr
