"""What travels inside the report: the answers, the result, their questionnaire, and all that the same pages need."""

from __future__ import annotations

import json
from collections.abc import Iterator

from maturity.report.matter import Matter, without_notes
from maturity.report.tagging.catalogue import Attachment

RESPONSE, RESULT, QUESTIONNAIRE = "response.toml", "result.json", "questionnaire.json"
MAKING, EARLIER = "report.json", "earlier.toml"  # how it was made; the wave it looks back on, where there is one


def of(matter: Matter, *, short: bool = False) -> tuple[Attachment, ...]:
    """The files; anybody can score the answers again and make the same pages with them."""
    return tuple(_files(matter, short=short))


def _files(matter: Matter, *, short: bool) -> Iterator[Attachment]:
    from maturity.response.file import dumps

    tell = matter.voice.tell
    yield Attachment(RESPONSE, "application/toml", tell("The answers, as saved"), dumps(matter.response).encode())
    yield Attachment(RESULT, "application/json", tell("What was computed from them"), _json(matter.result))
    identity = _json(matter.questionnaire.identity)
    yield Attachment(QUESTIONNAIRE, "application/json", tell("Which questionnaire"), identity)
    making = {"language": matter.voice.language, "short": short, "notes": not matter.bare}
    data = (json.dumps(making, indent=1) + "\n").encode()
    yield Attachment(MAKING, "application/json", tell("How the report was made"), data)
    if matter.earlier is not None:
        # No page tells the notes of that time, so they stay at home.
        before = dumps(without_notes(matter.earlier.response)).encode()
        yield Attachment(EARLIER, "application/toml", tell("The answers of the assessment before"), before)
    if matter.logo is not None:
        logo = matter.logo
        yield Attachment(logo.name, logo.mime, tell("The logo on the cover"), logo.data)


def _json(model: object) -> bytes:
    from pydantic import BaseModel

    if not isinstance(model, BaseModel):
        raise TypeError(type(model))
    return (model.model_dump_json(indent=1, by_alias=True) + "\n").encode()
