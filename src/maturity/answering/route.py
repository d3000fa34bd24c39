"""The way through an assessment: which questions in which order, what is answered, where to go on. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from maturity.locale import language

if TYPE_CHECKING:
    from maturity.questionnaire.model import Option, ProfileQuestion, Questionnaire
    from maturity.response.model import Response

Kind = Literal["profile", "item", "helix", "counts"]


@dataclass(frozen=True)
class Step:
    """One question of the way: a profile question, an item, a project's grid (``id`` "0", "1") or counts."""

    kind: Kind
    id: str

    @property
    def key(self) -> str:
        """One string for lists and jumps."""
        return f"{self.kind}:{self.id}"

    @classmethod
    def of(cls, key: str) -> Step:
        """The step of such a string."""
        kind, _, id_ = key.partition(":")
        return cls(cast("Kind", kind), id_)


def steps(questionnaire: Questionnaire, response: Response) -> tuple[Step, ...]:
    """What is asked before, the items of the form in the order of asking, the grid, what is asked after."""
    form = set(questionnaire.form(response.questionnaire.form).items)
    items = tuple(Step("item", item) for item in questionnaire.item_ids if item in form)
    grids = tuple(Step("helix", str(n)) for n in range(_projects(questionnaire, response)))
    return (*_profile(questionnaire, "before"), *items, *grids, *_profile(questionnaire, "after"))


def _projects(questionnaire: Questionnaire, response: Response) -> int:
    """How many grids there are: one at least, none where an answer says that there is no project to describe.

    What was described before stays in sight, whatever was answered since.
    """
    if questionnaire.helix is None:
        return 0
    return len(response.helix) if needless(questionnaire, response) else max(len(response.helix), 1)


def needless(questionnaire: Questionnaire, response: Response) -> bool:
    """Whether an answer says that there is no project to describe: nothing of a grid is asked for then."""
    guide = questionnaire.helix.not_asked_when if questionnaire.helix is not None else None
    return guide is not None and response.profile.get(guide.question) == guide.answer


def _profile(questionnaire: Questionnaire, asked: Literal["before", "after"]) -> tuple[Step, ...]:
    chosen = [q for q in questionnaire.profile if q.asked == asked and q.filled_from is None]
    return tuple(Step("counts" if q.kind == "counts" else "profile", q.id) for q in chosen)


def answered(step: Step, response: Response, questionnaire: Questionnaire) -> bool:
    """Whether something was said there."""
    if step.kind == "item":
        return response.answer(step.id).given
    if step.kind == "profile":
        return step.id in response.profile
    if step.kind == "helix":
        n = int(step.id)
        return n < len(response.helix) and any(response.helix[n].cells.values())
    return any(option.code in response.portfolio for option in question(questionnaire, step.id).options)


def go_on(way: tuple[Step, ...], response: Response, questionnaire: Questionnaire) -> int:
    """Where to go on; the number of questions when nothing is left to go on with.

    Among items once one is answered: the first without an answer. Elsewhere, after what was answered last: a question
    about the authority that was passed over is optional and calls nobody back.
    """
    done = [n for n, step in enumerate(way) if answered(step, response, questionnaire)]
    items = [n for n, step in enumerate(way) if step.kind == "item"]
    left = [n for n in items if n not in done]
    if left and len(left) < len(items):
        return left[0]
    after = done[-1] + 1 if done else 0
    return min([after, *left])


def spoken(languages: Sequence[str]) -> str:
    """The language in use where texts exist in it, else the first that they exist in."""
    return language() if language() in languages else languages[0]


def question(questionnaire: Questionnaire, id: str) -> ProfileQuestion:
    """The profile question of this id; KeyError when there is none."""
    return {q.id: q for q in questionnaire.profile}[id]


def option(questionnaire: Questionnaire, id: str, code: str) -> Option | None:
    """The option of a profile question; None when the code is not one of its own."""
    return {o.code: o for o in question(questionnaire, id).options}.get(code)
