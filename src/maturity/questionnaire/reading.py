"""From a folder of TOML to a `Questionnaire`: strict, and all problems told at once."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from maturity.errors import QuestionnaireError
from maturity.questionnaire.model import Questionnaire


def folders() -> list[Path]:
    """Every version found: ``MATURITY_QUESTIONNAIRES`` first, then inside the wheel, then in the checkout."""
    package = Path(__file__).resolve().parents[1]
    named = os.environ.get("MATURITY_QUESTIONNAIRES", "")
    roots = [Path(part) for part in named.split(os.pathsep) if part]
    roots += [package / "questionnaires", package.parents[1] / "questionnaires"]
    return [file.parent for root in roots for file in sorted(root.glob("*/*/questionnaire.toml"))]


def read(folder: Path) -> Questionnaire:
    """The questionnaire in this folder."""
    parts: dict[str, Any] = _toml(folder / "questionnaire.toml")
    parts |= _toml(folder / "blocks.toml") | _toml(folder / "forms.toml")
    parts["profile"] = _toml(folder / "profile.toml")["questions"]
    parts["scoring"] = _toml(folder / "scoring.toml")
    parts["readiness"] = _toml(folder / "readiness.toml")
    parts |= _toml(folder / "glossary.toml") | _toml(folder / "sources.toml")
    if (folder / "helix.toml").exists():
        parts["helix"] = _toml(folder / "helix.toml")
    parts["placements"] = [_toml(folder / "placements" / f"{name}.toml") for name in parts.get("placements", ())]
    blocks = [block["id"] for block in parts["blocks"]]
    parts["items"] = [item for id in blocks for item in _toml(folder / "items" / f"{id}.toml")["items"]]
    advice = _toml(folder / "recommendations" / "labels.toml")
    files = [folder / "recommendations" / f"{id}.toml" for id in blocks]
    advice["recommendations"] = [one for file in files if file.exists() for one in _toml(file)["recommendations"]]
    parts["advice"] = advice
    parts["legal"] = [_toml(file) for file in sorted((folder / "legal").glob("*.toml"))]
    return Questionnaire.model_validate(parts)


@cache
def load(id: str = "cocreation", version: str | None = None) -> Questionnaire:
    """The questionnaire of this id; ``version`` is a full version ("1.0.0") or a major one ("1")."""
    for folder in folders():
        if folder.parent.name == id and (version is None or folder.name == f"v{version.split('.')[0]}"):
            return read(folder)
    raise QuestionnaireError.of(id, "There is no such questionnaire.", "Choose one of those found.")


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8-sig"))
