"""A response to try things out with: its file stands in a folder that disappears when the program ends."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from maturity.response.file import create
from maturity.response.model import Response
from maturity.response.naming import path_for


class Trial:
    """Holds the folder; `close` takes it away, at the latest the interpreter's end does."""

    def __init__(self, response: Response) -> None:
        """SaveError where the disk refuses."""
        self.name = response.authority.name
        self._folder = TemporaryDirectory(prefix="maturity-demo-")
        self.path = path_for(Path(self._folder.name), response)
        create(self.path, response)

    def holds(self, path: Path) -> bool:
        """Whether a file will disappear with it."""
        return Path(self._folder.name) in path.parents

    def close(self) -> None:
        """Take the folder away, with all that was written into it."""
        self._folder.cleanup()
