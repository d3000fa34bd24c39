"""How long the shell waits: for ``maturity --version``, and for plain mode up to its file and to its first question.

Floors in the same run: a bare interpreter, and reading a response and its questionnaire and nothing else.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.common import child_cpu, show

LIMIT = 0.150  # seconds of CPU
RATIO = 1.6  # of the first question to what has to be read for it
READING = """
from pathlib import Path
from maturity.response.file import read
from maturity.response.fit import questionnaire_of
questionnaire_of(read(Path({path!r})), {path!r})
"""


def main() -> int:
    """Print the figures; 1 when one is over its limit."""
    floor = child_cpu([sys.executable, "-c", "pass"])
    version = child_cpu([sys.executable, "-m", "maturity", "--version"])
    within = [_row("maturity --version", version, floor)]
    imports = "import maturity.cli.main, maturity.cli.answer, maturity.plain.conversation"
    within.append(_row("maturity answer --plain, before its file", child_cpu([sys.executable, "-c", imports]), floor))
    with tempfile.TemporaryDirectory() as folder:
        path = _response(Path(folder))
        reading = child_cpu([sys.executable, "-c", READING.format(path=path)])
        first = child_cpu([sys.executable, "-m", "maturity", "answer", path, "--plain"])
    within.append(
        show(
            "maturity answer --plain, first question told",
            f"{first * 1000:.0f} ms CPU",
            floor=f"{reading * 1000:.0f} ms (reading response and questionnaire)",
            ratio=first / reading,
            limit=f"×{RATIO}",
            within=first / reading <= RATIO,
        )
    )
    return not all(within)


def _row(name: str, figure: float, floor: float) -> bool:
    return show(
        name,
        f"{figure * 1000:.0f} ms CPU",
        floor=f"{floor * 1000:.0f} ms (bare interpreter)",
        ratio=figure / floor,
        limit=f"{LIMIT * 1000:.0f} ms",
        within=figure <= LIMIT,
    )


def _response(folder: Path) -> str:
    """A new response to the questionnaire that new assessments use."""
    from maturity.questionnaire.reading import load
    from maturity.response.model import Authority
    from maturity.response.workspace import Start, begin

    codes = {asked.filled_from: asked.options[0].code for asked in load().profile}
    authority = Authority(country="FR", kind=codes.get("kind", "other"), name="Pau")
    return str(begin(folder, load(), authority, Start(role=codes.get("role", "other"))))


if __name__ == "__main__":
    sys.exit(main())
