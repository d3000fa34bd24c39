"""``maturity new`` asked line by line, in a real terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from maturity.response.file import read
from maturity.response.workspace import listing

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")


def test_an_authority_outside_france_is_asked_for_line_by_line(tmp_path: Path) -> None:
    """What the register does not have goes on: country, kind without French ones, residents, role, form."""
    env = {**os.environ, "LANG": "en_GB.UTF-8", "LANGUAGE": "en", "PYTHONUTF8": "1"}
    command = ["-m", "maturity", "new", "--folder", str(tmp_path)]
    child = pexpect.spawn(sys.executable, command, env=env, dimensions=(24, 60), timeout=40, encoding="utf-8")
    said = ""
    for before, line in [
        ("Name or code:", "Waipa District Council"),
        ("Another name or code:", ""),
        ("A number from", "another country"),
        ("A number from", "1"),
        ("do not know:", "64 300"),
        ("A number from", "1"),
        ("A number from", "1"),
    ]:
        child.expect_exact(before)
        said += child.before + before
        child.expect(" $|: $")
        child.sendline(line)
    child.expect(pexpect.EOF)
    (entry,) = listing(tmp_path)
    authority = read(entry.path).authority

    assert (authority.name, authority.population) == ("Waipa District Council", 64300)
    assert "ommunauté" not in said
    assert all(len(row) <= 60 for row in said.splitlines()), said
