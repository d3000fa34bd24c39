"""Ctrl-C, a closed window, a computer that shuts down: the conversation ends, and never in the middle of a save."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Self

CODES = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}


class Leaving(BaseException):
    """Somebody asked the program to end; ``code`` is its exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Signals:
    """While it is entered, a signal raises `Leaving` where the program stands; inside `held`, right after it."""

    def __init__(self) -> None:
        self._before: dict[int, Any] = {}
        self._holding = False
        self._waiting: int | None = None

    def __enter__(self) -> Self:
        for name in CODES:
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            with suppress(ValueError):  # only the main thread may listen
                if (
                    number is not None and signal.getsignal(number) is not signal.SIG_IGN
                ):  # nohup wants to be left alone
                    self._before[number] = signal.signal(number, self._came)
        return self

    def __exit__(self, *_how: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _came(self, number: int, _frame: FrameType | None) -> None:
        code = CODES[signal.Signals(number).name]
        if self._holding:
            self._waiting = code
        else:
            raise Leaving(code)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nothing in here is interrupted."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._waiting is not None:
            code, self._waiting = self._waiting, None
            raise Leaving(code)
