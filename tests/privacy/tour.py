"""Everything that somebody can do with the program, one command after the other, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#003"/></svg>'


@dataclass
class Tour:
    """A place for all files, also those that a program puts into the home, the cache or the folder for temporary ones.

    ``before``: what stands in front of each command (``unshare -n``); ``umask``: of each process.
    """

    place: Path
    before: tuple[str, ...] = ()
    umask: int = -1
    done: list[str] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """Every file and folder there is."""
        return sorted(self.place.rglob("*"))

    def maturity(self, *arguments: object, typed: str = "", code: int = 0) -> str:
        """A command to its end; what it says."""
        (self.place / "tmp").mkdir(parents=True, exist_ok=True)
        names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        places = {name: str(self.place / "user") for name in names}
        done = subprocess.run(
            [*self.before, sys.executable, "-m", "maturity", "--lang", "en", *map(str, arguments)],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            umask=self.umask,
            cwd=self.place,
            env={**os.environ, **places, "TMPDIR": str(self.place / "tmp"), "MATURITY_HOME": str(self.place / "home")},
        )
        assert done.returncode == code, (arguments, done.stderr)
        self.done.append(str(arguments[0]))
        return done.stdout + done.stderr

    def begin(self, wave: str, note: str) -> Path:
        """An assessment of Pau with a few answers and a note."""
        self.maturity("new", "--authority", "64445", "--role", "management", "--wave", wave)
        file = self.place / "home" / f"pau-64445-{wave}" / "r1.toml"
        typed = f"2\n1\n3\nn {note}\n" + "3\n" * 40
        self.maturity("answer", "--plain", file, typed=typed)
        return file

    def everything(self, note: str) -> Path:
        """Every command but `forget`; the file that was answered."""
        self.begin("2025", note)
        file = self.begin("2026", note)
        logo = self.place / "logo.svg"
        logo.write_text(LOGO, "utf-8")
        earlier = file.parents[1] / "pau-64445-2025" / "r1.toml"
        here = self.place / "out"
        here.mkdir(mode=0o700, exist_ok=True)
        self.maturity("score", file)
        self.maturity("score", "--json", file)
        self.maturity("compare", earlier, file)
        self.maturity(
            *("report", file, "--since", earlier, "--logo", logo, "--slides", here / "slides"),
            *("--actions", here / "actions.csv"),
        )
        self.maturity("report", file, "--short", "--lang", "fr")
        self.maturity("report", file, "-o", here / "bare.pdf", "--without-notes", "--actions", here / "actions.xlsx")
        self.maturity("verify", here / "bare.pdf")
        self.maturity("verify", file)
        self.maturity("list")
        self.maturity("privacy")
        self.maturity("demo", "--report", here / "demo.pdf")
        self.maturity("demo", "--files", here / "demo")
        self.maturity("questionnaire", "check")
        self.maturity("schema", "result")
        return file
