"""Hostile response files, each named after its fault: those in ``responses/``, and the large ones that are made."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.made import BODY, HERE, ITEM, LARGE, TEXT

__all__ = ["ACCEPTED", "BODY", "ITEM", "NO_FILES", "REFUSED", "TEXT"]


def _files(folder: str) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((HERE / folder).glob("*.toml"))}


REFUSED = _files("refused") | LARGE
ACCEPTED = _files("accepted")


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's path may be 107 bytes long at most
        try:
            one.bind(path.name)
        finally:
            os.chdir(here)


def _link(path: Path) -> None:
    other = path.with_name("somebody-elses.toml")
    other.write_text(TEXT, "utf-8")
    path.symlink_to(other)


def _nothing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _loop(path: Path) -> None:
    path.symlink_to(path)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "nothing": _nothing,
    "folder": Path.mkdir,
    "fifo": _fifo,
    "socket": _socket,
    "link": _link,
    "link-to-zeros": lambda path: path.symlink_to("/dev/zero"),
    "link-to-nothing": lambda path: path.symlink_to("nowhere"),
    "link-to-itself": _loop,
}
