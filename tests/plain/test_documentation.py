"""The page for people says what the program understands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maturity.plain.commands import COMMANDS, understand

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.mark.parametrize("name", ["plain.md", "plain.fr.md"])
def test_every_line_of_the_table_is_understood(name: str) -> None:
    """What the table says to type is a command, and every command is in the table."""
    rows = re.findall(r"^\| (.+?) \|", (DOCS / name).read_text(encoding="utf-8"), re.MULTILINE)[2:]
    typed = [understand(line).id for row in rows for line in re.findall(r"`([^`]+)`", row)]

    assert "text" not in typed
    assert set(COMMANDS) - {"next", "skip"} <= set(typed)
