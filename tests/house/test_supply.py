"""Pins, licences and installed files are looked at by a command that can find something."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
from importlib.metadata import PathDistribution
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def supply() -> ModuleType:
    """The command, as a module."""
    spec = importlib.util.spec_from_file_location("supply", ROOT / "scripts/supply.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT", True),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("Proprietary", False),
        ("", False),
    ],
)
def test_what_goes_with_our_licence(supply: ModuleType, expression: str, *, expected: bool) -> None:
    """All of what is joined by AND, one of what is joined by OR; what is not said does not go."""
    assert supply.goes(expression) is expected


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, supply: ModuleType) -> Path:
    """The only installed package: one file, recorded as it is; its module."""
    told = tmp_path / "thing-1.0.dist-info"
    told.mkdir()
    module = tmp_path / "thing.py"
    module.write_text("x = 1\n", encoding="utf-8")
    digest = base64.urlsafe_b64encode(hashlib.sha256(module.read_bytes()).digest()).rstrip(b"=").decode()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: thing\nVersion: 1.0\nLicense: Secret\n", "utf-8")
    (told / "RECORD").write_text(f"thing.py,sha256={digest},6\n", encoding="utf-8")
    monkeypatch.setattr(supply, "distributions", lambda: [PathDistribution(told)])
    return module


def test_a_changed_file_is_found(supply: ModuleType, package: Path) -> None:
    """As recorded: nothing; another letter, or gone: said."""
    assert list(supply.files()) == []

    package.write_text("x = 2\n", encoding="utf-8")
    assert "was changed" in "".join(supply.files())

    package.unlink()
    assert "is gone" in "".join(supply.files())


def test_a_licence_nobody_knows_is_found(supply: ModuleType, package: Path) -> None:
    """A package that says nothing known here is named."""
    assert package.exists()
    assert list(supply.licences()) == ["thing: licence not known"]


def test_a_missing_and_an_idle_pin_are_found(
    supply: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line taken away, one added, one of another version."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    changed = [line for line in lines if not line.startswith("click==")]
    changed = ["numpy==0.1" if line.startswith("numpy==") else line for line in changed] + ["left-over==1.0"]
    (tmp_path / "constraints.txt").write_text("\n".join(changed), encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(supply, "ROOT", tmp_path)
    told = "\n".join(supply.pins())

    assert "brought and not pinned: click==" in told
    assert "pinned numpy==0.1, installed" in told
    assert "pinned and brought by nothing: left-over" in told
