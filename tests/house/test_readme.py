"""The README says what the program does: commands, and the two lines that set everything up."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent.parent
README, LISEZMOI = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "LISEZMOI.md"))


def run(*arguments: str) -> str:
    """What the program prints."""
    return subprocess.run(
        [sys.executable, "-m", "maturity", "--lang", "en", *arguments], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("text", [README, LISEZMOI], ids=["en", "fr"])
def test_readme_and_help_name_the_same_commands(text: str) -> None:
    """Each command of ``--help`` is in the README's table, and the other way round."""
    in_readme = set(re.findall(r"^\| `maturity (\w+)", text, re.MULTILINE))

    assert in_readme == set(COMMANDS)
    assert in_readme <= set(run("--help").split())


def test_both_readmes_show_the_same_options() -> None:
    """Nobody has to read the other language for an option."""
    shown = [
        re.findall(r"^\| `(maturity \w+)|(--[a-z-]+)(?=[^|]*` \|)", text, re.MULTILINE) for text in (README, LISEZMOI)
    ]

    assert shown[0] == shown[1]


def test_options_in_the_readme_exist() -> None:
    """Every ``--option`` that the README shows with a command stands in that command's help."""
    for command, rest in re.findall(r"^\| `maturity (\w+)([^`]*)`", README, re.MULTILINE):
        shown = run(command, "--help")
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in shown, f"maturity {command} {option}"


def test_readme_opens_with_the_two_commands() -> None:
    """The first installs and shows the demo; the second installs and passes the tests."""
    spec = importlib.util.spec_from_file_location("readme_command", ROOT / "scripts/readme_command.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    commands = module.commands(README)

    assert commands["demo"].endswith("maturity demo")
    assert commands["test"].endswith("pytest")


def test_no_registry_is_named() -> None:
    """The constraints pin versions and name no address."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")

    assert re.findall(r"https?://|--index|--find-links|@ file", text) == []
    assert "textual==" in text
