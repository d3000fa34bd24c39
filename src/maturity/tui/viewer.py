"""Opening a file with whatever the computer opens such files with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def show_file(path: Path) -> bool:
    """Open it and return at once; False where no program for that is found."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the user asked to open this file
        return True
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None or (
        sys.platform != "darwin" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    ):
        return False
    subprocess.Popen(  # noqa: S603 - the system's opener, on a file this program wrote
        [program, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True
