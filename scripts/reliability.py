"""Try every fault and every hostile file, and write what came of it into ``docs/reliability.md``.

    python scripts/reliability.py                  try, and write the table
    python scripts/reliability.py --full           the same with every point of the sweeps that are sampled otherwise
    python scripts/reliability.py --check          only look: exit 1 where one was skipped, left out or lost something
    python scripts/reliability.py [--check] FILE   the same of a run that has been (MATURITY_TALLY=FILE pytest)

The numbers are those of one run on one machine; the time and memory columns vary, the counts do not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/reliability.md"
BEGIN, END = "<!-- table: python scripts/reliability.py -->", "<!-- end of the table -->"
PROCESSES = "2"
SECONDS, MEGABYTES = 2.0, 300  # of one hostile file
KINDS = {  # no translation sheets: the program reads none; a questionnaire holds its languages itself
    "responses": "responses",
    "questionnaires": "questionnaires",
    "registers": "registers",
    "logos": "logos",
}


def run(folder: Path) -> tuple[dict[str, Any], int]:
    """Counts by family and kind, and pytest's exit code."""
    tally = folder / "tally.json"
    environment = {**os.environ, "MATURITY_TALLY": str(tally), "MATURITY_ALL_TOOLS": "1"}
    if "--full" in sys.argv:
        environment["MATURITY_SWEEP"] = "full"
    command = [sys.executable, "-m", "pytest", "-n", PROCESSES, "-m", "family or hostile", str(ROOT / "tests")]
    code = subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode
    return json.loads(tally.read_text(encoding="utf-8")), code


def faults(lines: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Rows of the first table, and what is wrong."""
    families = tomllib.loads((ROOT / "tests/faults/families.toml").read_text(encoding="utf-8"))["family"]
    rows, wrong = ["| | Fault | Cases tried | Survived | Lost |", "|---|---|---|---|---|"], []
    for family in families:
        number, line = family["number"], lines.get(f"family {family['number']}")
        if line is None or not line["cases"]:
            wrong.append(f"family {number} was not tried: {family['fault']}")
            continue
        wrong += [f"family {number} was skipped: {one}" for one in line["skipped"]]
        wrong += [f"family {number}: {line['failed']} tests failed"] * bool(line["failed"])
        survived = line["cases"] - line["failed"]
        rows.append(f"| {number} | {family['fault']} | {line['cases']:,} | {survived:,} | {line['failed']} |")
    return rows, wrong


def hostile(lines: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Rows of the second table, and what is wrong."""
    rows, wrong = ["| Hostile | Cases | Clear errors | Slowest | Largest |", "|---|---|---|---|---|"], []
    for kind, name in KINDS.items():
        line = lines.get(f"hostile {kind}")
        if line is None or not line["cases"]:
            wrong.append(f"no hostile {name} were tried")
            continue
        wrong += [f"hostile {name} skipped: {one}" for one in line["skipped"]]
        wrong += [f"hostile {name}: {line['failed']} tests failed"] * bool(line["failed"])
        megabytes = line["kilobytes"] / 1024
        if line["seconds"] > SECONDS or megabytes > MEGABYTES:
            wrong.append(f"hostile {name}: {line['seconds']:.1f} s, {megabytes:.0f} MB")
        clear = line["cases"] - line["failed"]
        rows.append(f"| {name} | {line['cases']} | {clear} | {line['seconds']:.2f} s | {megabytes:.0f} MB |")
    return rows, wrong


def main() -> int:
    """Run, tell, write; 1 where something was lost, skipped or left out."""
    if sys.argv[1:] and Path(sys.argv[-1]).is_file():
        lines, code = json.loads(Path(sys.argv[-1]).read_text(encoding="utf-8")), 0
    else:
        with tempfile.TemporaryDirectory() as folder:
            lines, code = run(Path(folder))
    first, wrong = faults(lines)
    second, more = hostile(lines)
    wrong += more
    table = "\n".join([BEGIN, "", *first, "", *second, "", END])
    print(table)
    print("\n".join(wrong) or "nothing lost, nothing skipped")
    if not wrong and "--check" not in sys.argv:
        page = PAGE.read_text(encoding="utf-8")
        head, rest = page.split(BEGIN)
        PAGE.write_text(head + table + rest.split(END)[1], encoding="utf-8")
    return 1 if wrong or code else 0


if __name__ == "__main__":
    sys.exit(main())
