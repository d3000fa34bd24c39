"""One response in, one `Result` out: all that the program says of it, from nothing but it and the questionnaire."""

from __future__ import annotations

from maturity import __version__
from maturity.errors import Problem, ResponseError
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from maturity.scoring.advice import priorities
from maturity.scoring.blocks import block_results
from maturity.scoring.compiled import compiled
from maturity.scoring.helix import project_result
from maturity.scoring.kernel import passes, scores
from maturity.scoring.legal import profile_answers, reminders
from maturity.scoring.readiness import Reading
from maturity.scoring.result import Counts, Result
from maturity.scoring.sheet import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, Sheet, answer_sheet
from maturity.scoring.standing import placement_results

_ = domain("score").gettext


def evaluate(questionnaire: Questionnaire, response: Response) -> Result:
    """The whole result of one response.

    Pure: the same response and questionnaire give the same result on any machine, at any time. Raises ResponseError
    when the response belongs to another questionnaire, or to another major version of it.
    """
    _belongs(questionnaire, response)
    plan, sheet = compiled(questionnaire), answer_sheet(questionnaire, response)
    done = passes(plan, sheet)
    arrays, reading = scores(plan, done), Reading(plan, sheet, done)
    codes = {item: int(code) for item, code in zip(questionnaire.item_ids, sheet[0], strict=True)}
    blocks = block_results(plan, sheet, arrays, response.targets)
    form = questionnaire.form(response.questionnaire.form)
    stage = int(arrays.stage[0])
    projects = (
        [project_result(questionnaire.helix, project) for project in response.helix] if questionnaire.helix else []
    )
    return Result(
        program=f"maturity {__version__}",
        questionnaire=questionnaire.identity,
        form=form.id,
        edited_by_hand=response.edited_by_hand,
        other_texts=response.questionnaire.digest != questionnaire.digest,
        counts=_counts(sheet),
        sheet=codes,
        blocks=blocks,
        placements=placement_results(
            reading, arrays, profile_answers(questionnaire, response), states_labels=form.states_labels
        ),
        gates=reading.gates(),
        scale_stage=stage if stage >= 0 else None,
        projects=tuple(project for project in projects if project is not None),
        portfolio=dict(response.portfolio),
        legal=reminders(questionnaire, response, codes),
        priorities=priorities(reading, blocks),
    )


def _counts(sheet: Sheet) -> Counts:
    return Counts(
        asked=int((sheet != NOT_ASKED).sum()),
        answered=int((sheet > 0).sum()),
        dont_know=int((sheet == DONT_KNOW).sum()),
        not_applicable=int((sheet == NOT_APPLICABLE).sum()),
        blank=int((sheet == BLANK).sum()),
    )


def _belongs(questionnaire: Questionnaire, response: Response) -> None:
    used = response.questionnaire
    if used.id == questionnaire.id and used.version.split(".")[0] == questionnaire.version.split(".")[0]:
        return
    raise ResponseError(
        Problem(
            "questionnaire",
            _(
                "These answers belong to questionnaire {id}, version {version}, not to {other}, version {number}."
            ).format(id=used.id, version=used.version, other=questionnaire.id, number=questionnaire.version),
            _("Please score them with the questionnaire they were given to."),
        )
    )
