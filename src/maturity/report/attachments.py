"""What travels inside the report: the answers, the result, and which questionnaire they belong to."""

from __future__ import annotations

from maturity.report.matter import Matter
from maturity.report.tagging.catalogue import Attachment

RESPONSE, RESULT, QUESTIONNAIRE = "response.toml", "result.json", "questionnaire.json"


def of(matter: Matter) -> tuple[Attachment, ...]:
    """The three files; anybody can score the answers again with them."""
    from maturity.response.file import dumps

    tell = matter.voice.tell
    return (
        Attachment(RESPONSE, "application/toml", tell("The answers, as saved"), dumps(matter.response).encode()),
        Attachment(RESULT, "application/json", tell("What was computed from them"), _json(matter.result)),
        Attachment(
            QUESTIONNAIRE, "application/json", tell("Which questionnaire"), _json(matter.questionnaire.identity)
        ),
    )


def _json(model: object) -> bytes:
    from pydantic import BaseModel

    if not isinstance(model, BaseModel):
        raise TypeError(type(model))
    return (model.model_dump_json(indent=1, by_alias=True) + "\n").encode()
