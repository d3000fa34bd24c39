"""A real terminal for tests: the program in a pseudo-terminal, its screen kept by a terminal emulator."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Any, Self

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "ctrl+e": "\x05",
    "ctrl+l": "\x0c",
    "ctrl+q": "\x11",
}
PATIENCE = 40.0  # seconds until something expected counts as not coming


class Terminal:
    """``with Terminal(home, "--lang", "fr") as terminal:`` types, waits and reads like a person."""

    def __init__(self, home: Path, *arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR"))}
        env = {**kept, "TERM": "xterm-256color", "MATURITY_HOME": str(home), "LANG": "C.UTF-8", **environment}
        command = ["-m", "maturity", *arguments]
        self.child = pexpect.spawn(sys.executable, command, env=env, dimensions=(rows, columns), timeout=PATIENCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        with contextlib.suppress(OSError):  # a test that closed the window has closed it
            self.child.close(force=True)

    @property
    def text(self) -> str:
        """The screen as it stands, lines without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def _read(self) -> bool:
        try:
            data: Any = self.child.read_nonblocking(65_536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def wait_for(self, *words: str) -> None:
        """Until all of this stands on the screen."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.text for word in words):
            alive = self._read()
            assert time.monotonic() < end, f"no {words!r} on:\n{self.text}"
            assert alive or all(word in self.text for word in words), f"ended before {words!r}:\n{self.text}"

    def type(self, *keys: str) -> None:
        """Keys by name, other text as it is."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def ended(self) -> int:
        """The exit code, once the program has left."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"still there:\n{self.text}"
        self.child.wait()
        code = self.child.exitstatus
        return code if code is not None else -int(self.child.signalstatus or 0)
