"""The walls of the house: who may import whom, what a quick command loads, and that nobody walks around a gate."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.questionnaire.reading import load
from maturity.response.file import create
from tests.plain.conftest import response_to

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src/maturity"


def loaded(code: str) -> set[str]:
    """Modules in memory after running this code in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(done.stdout.split())


def test_import_contracts_hold() -> None:
    """Layers and purity stand as ARCHITECTURE.md says."""
    program = Path(sys.executable).with_name("lint-imports")  # of this environment, active or not
    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_version_loads_nothing_heavy() -> None:
    """``maturity --version`` answers without the terminal, the report, numbers or validation."""
    modules = loaded("from maturity.cli.main import main\ntry: main(['--version'])\nexcept SystemExit: pass")

    assert not modules & {"textual", "pydantic", "numpy", "reportlab", "rich", "PIL"}


def test_terminal_opens_without_reports_and_numbers() -> None:
    """Opening the terminal loads neither reportlab nor numpy: they come when something asks for them."""
    modules = loaded("import maturity.tui.app")

    assert not modules & {"reportlab", "numpy", "PIL"}
    assert "textual" in modules


def test_report_loads_nothing_it_does_not_use() -> None:
    """The report is made without the terminal, without ReportLab's page templates, and without a network."""
    modules = loaded("import maturity.cli.report, maturity.report.document, maturity.scoring.evaluation")

    assert not modules & {"textual", "rich", "reportlab.platypus", "ssl", "urllib.request", "http.client"}
    assert "reportlab" in modules


def test_tagging_knows_nothing_of_maturity() -> None:
    """``report/tagging`` is a library inside the library: of this program it imports only itself."""
    inside, strays = "maturity.report.tagging", []
    for path in (SOURCE / "report/tagging").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            strays += [f"{path.name}: {name}" for name in names if name.startswith("maturity") and inside not in name]

    assert strays == []


def test_plain_mode_opens_without_the_terminal(tmp_path: Path) -> None:
    """Answering line by line loads no validation before a file is read; then still no terminal, numbers or report."""
    assert not loaded("import maturity.plain.conversation") & {"textual", "pydantic", "numpy", "reportlab", "PIL"}

    create(tmp_path / "r1.toml", response_to(load()))
    call = f"from maturity.cli.main import main\ntry: main(['answer', {str(tmp_path / 'r1.toml')!r}, '--plain'])"
    told = loaded(f"{call}\nexcept SystemExit: pass")
    assert "pydantic" in told
    assert not told & {"textual", "numpy", "reportlab", "PIL", "rich"}


def test_result_is_read_without_numpy() -> None:
    """A face can hold and show a result without loading what computed it."""
    assert "numpy" not in loaded("import maturity.scoring.result")


@pytest.mark.parametrize(
    ("pattern", "allowed"),
    [
        (r"\bprint\(", {"cli"}),
        (r"sys\.exit\(|raise SystemExit", {"cli"}),
        (r"tomllib\.load", {"toml.py"}),
        (r"os\.replace\(", {"saving.py", "document.py", "atomic.py"}),
        (r"\beval\(|\bexec\(|__import__\(|pickle", set()),
    ],
)
def test_nobody_walks_around_a_gate(pattern: str, allowed: set[str]) -> None:
    """Printing, leaving, parsing and replacing files each have their own place."""
    strays = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in SOURCE.rglob("*.py")
        if not (allowed & {path.name, path.relative_to(SOURCE).parts[0]})
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(pattern, line)
    ]

    assert strays == []


def test_no_python_knows_the_questionnaire() -> None:
    """No module names an item, a sub-dimension or a rule of the questionnaire: all comes from its files."""
    known = re.compile(
        r"""["'](?:[TONRPS]\d(?:\.\d)?|G[1-7][ab]?|H-(?:gov|uni|ind|civ|env)|isolated_lab|participative)["']"""
    )
    strays = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in SOURCE.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if known.search(line)
    ]

    assert strays == []


def test_rooms_stay_small() -> None:
    """No module is longer than 400 lines, and half of them at most 130."""
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py"))
    lengths = [length for length in lengths if length]

    assert lengths[-1] <= 400
    assert lengths[len(lengths) // 2] <= 130
