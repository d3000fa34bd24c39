"""Adding and taking out a project with its grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.answering import edits
from maturity.answering.route import Step
from maturity.locale import domain
from maturity.plain import answers
from maturity.plain.commands import understand
from maturity.plain.places import Place

if TYPE_CHECKING:
    from maturity.plain.talk import Talk

_ = domain("plain").gettext


def is_name(line: str) -> bool:
    """Whether a line is a name: longer than a key, and no word that is a command by itself."""
    said = understand(line)
    return len(line.strip()) > 1 and (said.id in {"text", "number"} or not said.short)


def named(talk: Talk) -> bool:
    """A second project begins with its name; without one there is none. Whether the conversation goes on."""
    text = talk.voice.ask(_("Its name: "))
    while text.strip() and not is_name(text):
        talk.voice.say(_("Type the name of the project, or Enter alone for none."))
        text = talk.voice.ask(_("Its name: "))
    return not text.strip() or answers.name(talk, Place(Step("helix", "1"), "name"), text)


def second(talk: Talk, place: Place | None) -> None:
    """Once there is a first one, from anywhere in its grid; the questions about it follow."""
    if place is None or place.step.kind != "helix":
        talk.voice.say(_("A project is added in the grid: g alone tells how to get there."))
    elif len(talk.session.response.helix) > 1:
        talk.voice.say(_("There are two projects already: d takes out the one that you are asked about."))
    elif not talk.session.response.helix:
        talk.voice.say(_("Name the first project first, or fill its grid."))
    elif named(talk) and len(talk.session.response.helix) > 1:
        talk.go_to_key(Place(Step("helix", "1"), "name").key)
        talk.go(talk.at + 1)  # it has just been named


def remove(talk: Talk, place: Place | None) -> None:
    """The project of the grid that one is in; undo puts it back."""
    if place is None or place.step.kind != "helix":
        talk.voice.say(_("A project is taken out in its grid: g alone tells how to get there."))
        return
    projects, n = talk.session.response.helix, int(place.step.id)
    if n >= len(projects):
        talk.voice.say(_("There is no project here to take out."))
        return
    name = projects[n].name
    words = _("{name} is taken out, with its grid.").format(name=name) if name else _("The project is taken out.")
    if talk.change(place, edits.without_project(talk.session.response, n), words):
        talk.go_to_key(place.key if n < len(talk.session.response.helix) else Place(Step("helix", "0"), "name").key)
