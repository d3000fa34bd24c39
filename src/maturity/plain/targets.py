"""Where the authority wants to go on the topic of a question: a level to reach, or good enough as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.answering import edits
from maturity.locale import LANGUAGES, domain
from maturity.plain.commands import N_, plain

if TYPE_CHECKING:
    from maturity.plain.places import Place
    from maturity.plain.talk import Talk

_WORDS = domain("plain")
_ = _WORDS.gettext
ENOUGH = N_("enough")


def target(talk: Talk, place: Place, text: str) -> None:
    """``o 4``, ``o enough``, ``o -``; ``o`` alone tells what was chosen for the topic."""
    session = talk.session
    sub = session.questionnaire.subdimensions[session.questionnaire.item(place.step.id).subdimension]
    topic, most = sub.name[session.language], session.questionnaire.levels
    chosen = session.response.targets.get(sub.id)
    if not text:
        talk.voice.say(_told(topic, chosen))
        talk.voice.say(_("Type o and a level from 1 to {most}, o enough, or o - for none.").format(most=most))
        return
    wanted = plain(text)
    enough = {_WORDS.spoken(code)[0](ENOUGH) for code in LANGUAGES}
    if wanted == "-":
        value: int | str | None = None
    elif wanted in enough:
        value = "enough"
    elif wanted.isascii() and wanted.isdigit() and len(wanted) == 1 and 1 <= int(wanted) <= most:
        value = int(wanted)
    else:
        talk.voice.say(_("Type o and a level from 1 to {most}, o enough, or o - for none.").format(most=most))
        return
    response = edits.target(session.response, sub.id, value)  # type: ignore[arg-type]
    talk.change(place, response, _told(topic, value))


def _told(topic: str, value: int | str | None) -> str:
    if value is None:
        return _("{topic}: no target.").format(topic=topic)
    if value == "enough":
        return _("{topic}: good enough for us.").format(topic=topic)
    return _("{topic}: the target is level {level}.").format(topic=topic, level=value)
