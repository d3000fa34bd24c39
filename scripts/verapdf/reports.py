"""Reports of every response file below a folder, in each language, full and short; then veraPDF and qpdf look at them.

    python scripts/verapdf/reports.py RESPONSES REPORTS

Exit 0 only when every file is PDF/UA-1 and PDF/A-3a, sound, and no larger than 120 KB.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from maturity.questionnaire.reading import load
from maturity.report.document import write
from maturity.response.file import read
from maturity.scoring.evaluation import evaluate

HERE = Path(__file__).parent
LIMIT = 120 * 1024


def reports(responses: Path, folder: Path) -> list[Path]:
    """The files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file in sorted(responses.rglob("*.toml")):
        answers = read(file)
        questionnaire = load(answers.questionnaire.id, answers.questionnaire.version)
        result = evaluate(questionnaire, answers)
        for language in questionnaire.languages:
            for short in (False, True):
                path = folder / f"{file.parent.name}-{language}{'-short' if short else ''}.pdf"
                write(path, questionnaire, answers, result, language=language, short=short)
                written.append(path)
    return written


def main() -> int:
    """Write, then check; the number of programs that found fault."""
    files = reports(Path(sys.argv[1]), Path(sys.argv[2]))
    if not files:
        print("no response files found", file=sys.stderr)
        return 1
    environment = {**os.environ, "PYTHON": sys.executable}
    command = [str(HERE / "verapdf"), "ua1,3a", *map(str, files)]
    wrong = int(subprocess.run(command, env=environment, check=False).returncode != 0)
    wrong += sum(
        subprocess.run(["qpdf", "--check", str(file)], check=False, capture_output=True).returncode != 0
        for file in files
    )
    large = [file.name for file in files if file.stat().st_size > LIMIT]
    print(f"{len(files)} reports; larger than {LIMIT // 1024} KB: {', '.join(large) or 'none'}")
    return wrong + len(large)


if __name__ == "__main__":
    sys.exit(main())
