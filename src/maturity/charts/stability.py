"""How firmly a label holds: the share of disturbed copies of the answers that get each label.

Only where there is a label: of a tie most copies stay on the line, and the share of none of its labels would be true.
"""

from __future__ import annotations

from maturity.charts import bars
from maturity.charts.bars import Bar
from maturity.charts.board import NOTE, Board
from maturity.charts.medium import PRINT, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.words import Speech, sentence
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Configuration, Placement
from maturity.scoring.result import PlacementResult, Result, StabilityResult


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    placement: str | None = None,
    brief: bool = False,
) -> Picture:
    """The copies of the first placement with a label, or of the one of this id; LookupError where there are none.

    ``brief``: how the copies are made is told elsewhere.
    """
    speech = Speech(language)
    chosen = placement or next((one.id for one in result.placements if tried(one)), "")
    shown, placed = questionnaire.placement(chosen), result.placement(chosen)
    if placed.stability is None or placed.label is None:
        raise LookupError(chosen)
    board = Board(width, medium)
    reached = [one for one in shown.configurations if placed.stability.shares.get(one.id)]
    reached.sort(key=lambda one: -_share(placed.stability, one))
    rows = tuple(
        Bar(
            speech.title(one),
            _share(placed.stability, one),
            speech.percent(_share(placed.stability, one)),
            speech.standing(shown, placed, one.id) if one.id == placed.label else "",  # "runner-up" is by membership
            bars.main(placed, one.id),
        )
        for one in reached
    )
    bars.draw(board, 0, width, rows)
    if not brief:
        board.down(4)
        board.top = board.paragraph((0, board.top), _how(placed.stability, speech), width, NOTE)
    return Picture(
        board.scene(), _alt(questionnaire, shown, placed.stability, speech), _table(shown, rows, speech), language
    )


def tried(placement: PlacementResult) -> bool:
    """Whether the copies say how firm a label is."""
    return placement.stability is not None and placement.label is not None


def _share(stability: StabilityResult | None, configuration: Configuration) -> float:
    return stability.shares.get(configuration.id, 0.0) if stability else 0.0


def _how(stability: StabilityResult, speech: Speech) -> str:
    text = speech.say(
        "Share of {n} copies of the answers, in which each answer may move by one level (probability {p})."
    )
    return text.format(n=speech.number(stability.draws, 0), p=speech.number(stability.probability))


def _alt(questionnaire: Questionnaire, placement: Placement, stability: StabilityResult, speech: Speech) -> str:
    word = speech.text(questionnaire.scoring.stability.words[stability.word])
    text = speech.say("The {noun} stays the same in {share} of {n} slightly changed copies of the answers: {word}.")
    noun, share = speech.text(placement.label_noun), speech.percent(stability.share)
    return text.format(noun=noun, share=share, n=speech.number(stability.draws, 0), word=word)


def _table(placement: Placement, rows: tuple[Bar, ...], speech: Speech) -> Table:
    caption = speech.say("{placement}: stability").format(placement=speech.text(placement.name))
    headers = (sentence(speech.text(placement.label_noun)), speech.say("Share of copies"))
    return Table(caption, headers, tuple((row.name, row.shown) for row in rows))
