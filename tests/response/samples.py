"""A response to test with, and a strategy for all others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse
from maturity.response.model import Answer, Authority, Project, QuestionnaireUse, Respondent, Response
from maturity.response.workspace import Start, begin
from maturity.text import clean_text

BEGUN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SAMPLE = Response(
    schema=1,
    id="019ab0c2-7c00-7000-8000-000000000001",
    revision=7,
    questionnaire=QuestionnaireUse(id="garden", version="1.0.0", digest="sha256:" + "0" * 64, form="whole"),
    authority=Authority(country="FR", kind="village", code="64999", name="Saint-Aubin-l’Été", population=912),
    respondent=Respondent(pseudonym="r1", role="clerk"),
    wave="2026",
    started=BEGUN,
    updated=BEGUN.replace(minute=31),
    profile={"Q0": "yes"},
    answers={
        "A1.10": Answer(level=4, language="fr"),
        "A1.2": Answer(level=3, confidence=2, note='Deux lignes :\n"citées"', evidence="Délibération n° 12"),
        "A1.3": Answer(missing="not-applicable"),
        "B1.1": Answer(note="à voir", flagged=True),
    },
    helix=(Project(name="Jardin partagé", cells={"town": {"H1": 3, "H2": 0}, "people": {"H1": 1}}), Project()),
    portfolio={"trials": 4, "services": 0},
)
AIMING = SAMPLE.model_copy(update={"targets": {"B1": 3, "A10": 2, "A1": "enough"}})

_ids = st.from_regex(r"[A-Za-z][A-Za-z0-9._+-]{0,20}", fullmatch=True)
_words = st.text(max_size=40).map(clean_text)
_notes = st.text(max_size=80).map(lambda text: clean_text(text, multiline=True))
_times = st.datetimes(datetime(1970, 1, 1), datetime(2999, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
_numbers = st.integers(0, 2_000_000_000)
_choice: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({"level": st.integers(1, 9)}),
    st.fixed_dictionaries({"missing": st.sampled_from(["not-asked", "not-applicable", "dont-know", "refused"])}),
    st.just({}),
)
_more = st.fixed_dictionaries(
    {"note": _notes, "evidence": _notes, "flagged": st.booleans()},
    optional={"confidence": st.integers(1, 3), "language": st.sampled_from(["fr", "en", "gsw"])},
)
answers = st.builds(lambda choice, more: Answer(**choice, **more), _choice, _more).filter(lambda one: one != Answer())
_cells = st.dictionaries(_ids, st.integers(0, 3), min_size=1, max_size=4)

responses = st.builds(
    Response,
    schema=st.just(1),
    id=st.uuids().map(str),
    revision=st.integers(0, 10**9),
    kind=st.sampled_from(["individual", "consensus"]),
    questionnaire=st.builds(
        QuestionnaireUse,
        id=_ids,
        version=st.from_regex(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}", fullmatch=True),
        digest=_words,
        form=_ids,
    ),
    authority=st.builds(
        Authority,
        country=st.from_regex(r"[A-Z]{2}", fullmatch=True),
        kind=_ids,
        code=_words,
        name=_words.filter(bool),
        population=st.none() | _numbers,
        invented=st.booleans(),
    ),
    respondent=st.builds(Respondent, pseudonym=_ids, role=_ids),
    wave=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}", fullmatch=True),
    started=_times,
    updated=_times,
    edited_by_hand=st.booleans(),
    profile=st.dictionaries(_ids, _ids, max_size=5),
    answers=st.dictionaries(_ids, answers, max_size=12),
    helix=st.lists(st.builds(Project, name=_words, cells=st.dictionaries(_ids, _cells, max_size=4)), max_size=3).map(
        tuple
    ),
    portfolio=st.dictionaries(_ids, st.integers(0, 1_000_000), max_size=4),
    targets=st.dictionaries(_ids, st.integers(1, 9) | st.just("enough"), max_size=4),
)


def begun(home: Path) -> Path:
    """An assessment of Pau in its own folder, its profile filled in: the first question is the next."""
    questionnaire = load()
    codes = {q.filled_from: q.options[0].code for q in questionnaire.profile}
    authority = Authority(country="FR", kind=codes["kind"], name="Pau", population=75_627)
    path = begin(home, questionnaire, authority, Start(role=codes["role"] or "", now=datetime.now(UTC)))
    profile = {q.id: q.options[0].code for q in questionnaire.profile if q.filled_from is None and q.kind == "choice"}
    with OpenResponse.open(path) as opened:
        opened.save(opened.response.model_copy(update={"profile": profile}))
    return path
