"""Build hook: interface words, .po → .mo, so that gettext finds them in wheels and editable installs alike."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Compile every catalogue below ``src/maturity/locale``; returns the files written."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for source in sorted((root / "src/maturity/locale").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        compiled = BytesIO()
        with source.open("rb") as words:
            write_mo(compiled, read_po(words, locale=source.parts[-3]))
        if not target.exists() or target.read_bytes() != compiled.getvalue():  # somebody may be reading it
            target.write_bytes(compiled.getvalue())
        written.append(target)
    return written


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before wheels and editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Write the .mo files beside their sources."""
        if self.target_name == "wheel":
            compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
