"""Saving, broken in one place at a time: what the tests of faults must find. Nothing here is part of the program."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.response import file as files
from maturity.response import saving, sidecars
from maturity.response.model import Response
from maturity.response.parsing import loads

Break = Callable[[pytest.MonkeyPatch], None]


def no_sync_of_the_file(patch: pytest.MonkeyPatch) -> None:
    """The bytes may come after the name."""
    real = saving.sync

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            real(handle)

    patch.setattr(saving, "sync", sync)


def no_sync_of_the_folder(patch: pytest.MonkeyPatch) -> None:
    """The name may never come, though it was told."""
    patch.setattr(saving, "_sync_names", lambda folder: None)  # noqa: ARG005 - as the real one


def renamed_before_sync(patch: pytest.MonkeyPatch) -> None:
    """All is synced in the end, and in the wrong order."""

    def replace(path: Path, data: bytes, *, keep_previous: bool, **_: object) -> None:
        with patch.context() as unsynced:
            unsynced.setattr(saving, "sync", lambda handle: None)  # noqa: ARG005 - as the real one
            saving._write(sidecars.temporary(path), data)
        if keep_previous:
            saving._keep_previous(path)
        sidecars.temporary(path).replace(path)
        handle = os.open(path, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
        saving._sync_names(path.parent)

    patch.setattr(files, "replace", replace)


def written_in_place(patch: pytest.MonkeyPatch) -> None:
    """As a program saves that knows no better: the old version is gone before the new one is there."""

    def replace(path: Path, data: bytes, *, keep_previous: bool, **_: object) -> None:
        if keep_previous:
            saving._write(sidecars.spare(path), path.read_bytes())
            sidecars.spare(path).replace(sidecars.previous(path))
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        for at in range(0, len(data), 512):
            os.write(handle, data[at : at + 512])
        os.fsync(handle)
        os.close(handle)
        saving._sync_names(path.parent)

    patch.setattr(files, "replace", replace)


def removed_before_replaced(patch: pytest.MonkeyPatch) -> None:
    """For a moment there is no file."""
    real = saving._swap

    def swap(source: Path, target: Path) -> None:
        target.unlink(missing_ok=True)
        real(source, target)

    patch.setattr(saving, "_swap", swap)


def read_without_checksum(path: Path) -> Response:
    """What TOML takes for a response, is one."""
    return loads(path.read_bytes().decode("utf-8", errors="replace"), path)


PROTOCOLS = (
    no_sync_of_the_file,
    no_sync_of_the_folder,
    renamed_before_sync,
    written_in_place,
    removed_before_replaced,
)
KILLED = (written_in_place, removed_before_replaced)  # lose something without the power going, too
