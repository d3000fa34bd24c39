"""Pictures of every place: who is on them, in which window, colours and language, and where they lie."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import chdir
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from maturity.locale import set_language
from maturity.questionnaire import cases
from maturity.questionnaire.reading import DEFAULT, folder_of, load
from maturity.response.model import Answer, Response
from maturity.tui.app import MaturityApp
from tests.tui.places import PLACES, Place, furnish, reach
from tests.tui.screen import settle
from tests.tui.svg import DARK, LIGHT, picture

FOLDER = Path(__file__).parents[2] / "docs/screens"
NOW = datetime(2026, 11, 22, 10, 31, tzinfo=UTC)
TERMINALS = {"ansi-dark": DARK, "ansi-light": LIGHT, "maturity-contrast": ("#f2f2ee", "#101418", *DARK[2:])}
FULL = {"fr": "val-ourlene", "en": "wexcombe"}  # invented authorities, as in `maturity demo`
BEGUN = {"fr": "saint-aubray", "en": "lanterval"}
_ANSWERED = 11  # questions of the one that is begun
_NOTE = {
    "fr": "Fibre à la mairie et à l’école ; l’atelier municipal attend encore.",
    "en": "Fibre at the town hall and the school; the depot is still waiting.",
}


@dataclass(frozen=True)
class Look:
    """In which window, colours and language."""

    language: str
    size: tuple[int, int] = (80, 24)
    theme: str = "ansi-dark"

    def __str__(self) -> str:
        """As in a file's name."""
        return f"{self.size[0]}x{self.size[1]}-{self.theme.rpartition('-')[2]}"

    def path(self, name: str) -> Path:
        """Where the picture of a place lies."""
        return FOLDER / self.language / f"{name}-{self}.svg"

    def paths(self) -> list[Path]:
        """All its pictures."""
        return [self.path(place.name) for place in PLACES if not LOOKS[self] or place.name in LOOKS[self]]


# In which looks there is a picture of everything, and in which only of what shows the colours best (none named: all).
_SOME = frozenset({"home", "question-answered", "map", "grid", "results-1", "results-2", "targets", "palette"})
_SMALL, _LARGE = (80, 24), (160, 50)
LOOKS: dict[Look, frozenset[str]] = {
    Look(language, size, theme): names
    for language in ("fr", "en")
    for size, theme, names in (
        (_SMALL, "ansi-dark", frozenset[str]()),
        (_LARGE, "ansi-light", frozenset[str]()),
        (_SMALL, "ansi-light", _SOME),
        (_LARGE, "ansi-dark", _SOME),
        (_SMALL, "maturity-contrast", _SOME),
    )
}


def _cases(language: str) -> tuple[Response, Response]:
    """An assessment begun and a complete one, both of invented authorities."""
    questionnaire = load()
    known = {case.id: case for case in cases.read_cases(folder_of(DEFAULT))}
    begun, full = (cases.response(known[ids[language]], questionnaire, language) for ids in (BEGUN, FULL))
    items = questionnaire.form("placement").items
    answers = {item: begun.answers[item] for item in items[:_ANSWERED] if item in begun.answers}
    first: Answer = answers[items[0]]
    answers[items[0]] = first.model_copy(update={"note": _NOTE[language]})
    answers[items[4]] = answers[items[4]].model_copy(update={"flagged": True})
    answers[items[6]] = Answer(missing="dont-know")
    form = begun.questionnaire.model_copy(update={"form": "placement"})
    values = {"questionnaire": form, "answers": answers, "helix": (), "portfolio": {}, "updated": NOW, "started": NOW}
    return begun.model_copy(update=values), full


async def pictures(folder: Path, look: Look, wanted: Iterable[Place]) -> dict[str, str]:
    """SVG by place. A fresh workspace each, its address on the screen the same on every computer."""
    made = {}
    set_language(look.language)
    begun, full = _cases(look.language)
    for place in wanted:
        home = folder / f"{look.language}-{look}-{place.name}"
        home.mkdir()
        with chdir(home), mock.patch.dict(os.environ, {"COLORFGBG": "0;15" if "light" in look.theme else "15;0"}):
            files = furnish(Path("maturity"), begun, full)  # the same address on the screen everywhere
            app = MaturityApp(files.folder, clock=lambda: NOW)
            app.theme = look.theme
            async with app.run_test(size=look.size) as pilot:
                await settle(pilot)
                await reach(pilot, place, files)
                screen = pilot.app.screen
                lines = screen._compositor.render_strips(screen.size)
                made[place.name] = picture(lines, look.size[0], place.name, TERMINALS[look.theme])
    set_language(None)
    return made


_TELLING = {
    "en": {
        "title": "What the terminal looks like",
        "other": "*En français : [README.fr.md](README.fr.md).*",
        "intro": (
            "Every screen, drawn by `python scripts/screens.py` from the running program, on invented authorities. The "
            "colours of the dark and the light pictures are those of a usual terminal: in yours they are your own."
        ),
        "selection": (
            ("home", "The list of assessments"),
            ("question-answered", "A question: one sentence to choose, a mark to come back to it"),
            ("map", "The questionnaire at a glance"),
            ("grid", "Who took part in what"),
            ("results-1", "Results: the dimensions"),
            ("results-2", "Results: the type of governance"),
            ("what-if", "What if"),
            ("targets", "Where we want to go"),
            ("results-6", "Next steps"),
        ),
        "colours": "In other colours",
        "all": "All pictures",
    },
    "fr": {
        "title": "À quoi ressemble le terminal",
        "other": "*In English: [README.md](README.md).*",
        "intro": (
            "Tous les écrans, dessinés par `python scripts/screens.py` à partir du programme lui-même, sur des "
            "collectivités inventées. Les couleurs des images sombres et claires sont celles d’un terminal "
            "courant\u00a0: dans le vôtre, ce seront les vôtres."
        ),
        "selection": (
            ("home", "La liste des évaluations"),
            ("question-answered", "Une question\u00a0: une phrase à choisir, une marque pour y revenir"),
            ("map", "Le questionnaire d’un coup d’œil"),
            ("grid", "Qui a pris part à quoi"),
            ("results-1", "Les résultats\u00a0: les dimensions"),
            ("results-2", "Les résultats\u00a0: le type de gouvernance"),
            ("what-if", "Et si…"),
            ("targets", "Où nous voulons aller"),
            ("results-6", "Que faire ensuite"),
        ),
        "colours": "Dans d’autres couleurs",
        "all": "Toutes les images",
    },
}


def index(language: str) -> str:
    """The page that shows a selection and lists the rest."""
    words: dict[str, Any] = _TELLING[language]
    looks = [look for look in LOOKS if look.language == language]
    lines = [f"# {words['title']}", "", words["other"], "", words["intro"]]
    for n, (name, caption) in enumerate(words["selection"]):
        look = looks[n % 2]  # small and dark, then large and light
        lines += ["", f"## {caption}", "", f"![{caption}]({language}/{look.path(name).name})"]
    lines += ["", f"## {words['colours']}"]
    for look in looks[2:]:
        lines += ["", f"![{look}]({language}/{look.path('results-1').name})"]
    lines += ["", f"## {words['all']}", ""]
    for place in PLACES:
        shown = [
            f"[{look}]({language}/{look.path(place.name).name})"
            for look in looks
            if look.path(place.name) in look.paths()
        ]
        lines.append(f"- {place.name}: {', '.join(shown)}")
    return "\n".join([*lines, ""])
