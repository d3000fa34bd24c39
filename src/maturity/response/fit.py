"""Does a response fit its questionnaire? What crosses the two, told all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from maturity.errors import Problem, ResponseError
from maturity.locale import domain, language
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Answer, Authority, Response
from maturity.response.parsing import MANY
from maturity.toml import shown_file
from maturity.validation import did_you_mean, inside, shown

_, ngettext, pgettext = domain("response").functions

WAVE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


def check(response: Response, questionnaire: Questionnaire, where: object) -> None:
    """ResponseError with every answer that the questionnaire does not know; the file stays as it is."""
    found = list(islice(_problems(response, questionnaire, where), MANY + 1))
    if len(found) > MANY:  # looking for what was meant takes time: the others are not even counted
        why = _("There are more problems of this kind.")
        found[MANY:] = [Problem(shown_file(where), why, _("Take an undamaged copy of the file."))]
    if found:
        raise ResponseError(*found)


def questionnaire_of(response: Response, where: object) -> Questionnaire:
    """The questionnaire that a response names, when the response fits it.

    Raises:
        QuestionnaireError: it is not on this machine.
        ResponseError: as `check`.
    """
    from maturity.questionnaire.reading import load

    questionnaire = load(response.questionnaire.id, response.questionnaire.version)
    check(response, questionnaire, where)
    return questionnaire


def check_start(questionnaire: Questionnaire, authority: Authority, *, role: str, form: str, wave: str) -> None:
    """ResponseError when a new response would not fit."""
    spoken = language() if language() in questionnaire.languages else questionnaire.languages[0]
    forms = {one.id: one.name[spoken] for one in questionnaire.forms}
    roles, kinds = (_labelled(questionnaire, field, spoken) for field in ("role", "kind"))
    found = [
        *_not_one_of("form", form, forms),
        *(_not_one_of("role", role, roles) if roles else ()),
        *(_not_one_of("kind", authority.kind, kinds) if kinds else ()),
    ]
    if not WAVE.fullmatch(wave):
        why = _("“{value}” cannot name a wave.").format(value=shown(wave))
        found.append(Problem("wave", why, _("Take a year, or a short word without spaces: 2026, 2026-autumn.")))
    if found:
        raise ResponseError(*found)


def _problems(response: Response, questionnaire: Questionnaire, where: object) -> Iterator[Problem]:
    place = inside(where)
    if response.questionnaire.id != questionnaire.id:
        why = _("This response belongs to another questionnaire, {name}.").format(name=shown(response.questionnaire.id))
        yield Problem(shown_file(where), why, _("Open it with the questionnaire that it names."))
        return
    forms = [form.id for form in questionnaire.forms]
    yield from _unknown(place(("questionnaire", "form")), response.questionnaire.form, forms, "form")
    for field, value in (("kind", response.authority.kind), ("role", response.respondent.role)):
        table = "authority" if field == "kind" else "respondent"
        yield from _unknown(place((table, field)), value, _codes(questionnaire, field), field)
    questions = {question.id: [option.code for option in question.options] for question in questionnaire.profile}
    for id_, code in response.profile.items():
        yield from _unknown(place(("profile", id_)), id_, questions, "question")
        if id_ in questions:
            yield from _unknown(place(("profile", id_)), code, questions[id_], "option")
    counted = [code for one in questionnaire.profile if one.kind == "counts" for code in questions[one.id]]
    for name in response.portfolio:
        yield from _unknown(place(("portfolio", name)), name, counted, "count")
    for item, answer in response.answers.items():
        yield from _unknown(place(("answers", item)), item, questionnaire.item_ids, "question")
        if item in questionnaire.item_ids:
            yield from _answer(questionnaire, item, answer, place(("answers", item)))
    yield from _helix(response, questionnaire, where)
    yield from _targets(response, questionnaire, where)


def _answer(questionnaire: Questionnaire, item: str, answer: Answer, where: str) -> Iterator[Problem]:
    asked = questionnaire.item(item)
    if answer.level is not None and answer.level > len(asked.levels):
        why = _("There is no level {n} here: {most} is the highest.").format(n=answer.level, most=len(asked.levels))
        yield Problem(where, why, _("Write a level from 1 to {most} there.").format(most=len(asked.levels)))
    if answer.missing == "not-applicable" and asked.not_applicable_when is None:
        why = _("“Not applicable” cannot be answered to this question.")
        yield Problem(where, why, _("Choose a level, or don’t know."))


def _helix(response: Response, questionnaire: Questionnaire, where: object) -> Iterator[Problem]:
    actors = [one.id for one in questionnaire.helix.subsystems] if questionnaire.helix else []
    stages = [one.id for one in questionnaire.helix.stages] if questionnaire.helix else []
    for number, project in enumerate(response.helix):
        for actor, cells in project.cells.items():
            place = inside(where)(("helix", number, "cells", actor))
            yield from _unknown(place, actor, actors, "actor")
            for stage in cells:
                yield from _unknown(place, stage, stages, "stage")


def _targets(response: Response, questionnaire: Questionnaire, where: object) -> Iterator[Problem]:
    for name, target in response.targets.items():
        place = inside(where)(("targets", name))
        yield from _unknown(place, name, questionnaire.subdimensions, "sub-dimension")
        if target != "enough" and target > questionnaire.levels:
            why = _("There is no level {n} here: {most} is the highest.").format(n=target, most=questionnaire.levels)
            yield Problem(place, why, _("Write a level from 1 to {most} there.").format(most=questionnaire.levels))


def _codes(questionnaire: Questionnaire, field: str) -> list[str]:
    """What may stand in a field of the response that answers a profile question; empty: anything."""
    return [*_labelled(questionnaire, field, questionnaire.languages[0])]


def _labelled(questionnaire: Questionnaire, field: str, spoken: str) -> dict[str, str]:
    """The same, with what each of them means."""
    asked = (one for one in questionnaire.profile if one.filled_from == field)
    return {option.code: option.label[spoken] for one in asked for option in one.options}


def _not_one_of(where: str, value: str, known: Mapping[str, str]) -> Iterator[Problem]:
    """Of a code that somebody typed, who is told all of them in their words: there are few, and a code says little."""
    if value not in known:
        why = _("The questionnaire does not know “{name}”.").format(name=shown(value))
        said = "".join(f"\n    {code} – {label}" for code, label in known.items())
        yield Problem(where, why, _("Take one of these codes:{codes}").format(codes=said))


def _unknown(where: str, value: str, known: Iterable[str], what: str) -> Iterator[Problem]:
    names = list(known)
    if value in names or (not names and what in ("kind", "role")):
        return
    why = _("The questionnaire does not know “{name}”.").format(name=shown(value))
    yield Problem(where, why, did_you_mean(value, names) or _("Correct the name, or remove the line."))
