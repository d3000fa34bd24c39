"""Each fault in a questionnaire's files has its own message: where, why, what to do."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from maturity.locale import set_language
from tests.questionnaire.conftest import Copy


class Fault(NamedTuple):
    """One small change that breaks the questionnaire, and words of the message it must get."""

    file: str
    old: str
    new: str
    where: str
    said: str


GROUND, SPIRIT, RULES = "items/ground.toml", "placements/spirit.toml", "readiness.toml"

FAULTS = {
    # inside one file
    "unknown key": Fault(
        "blocks.toml", 'slug = "soil"', 'sluge = "soil"', "subdimensions [1] (soil) › sluge", "“slug”"
    ),
    "unknown key at the top": Fault(
        "questionnaire.toml", "licence =", "license =", "questionnaire.toml · license", "Did you mean “licence”?"
    ),
    "missing key": Fault(
        GROUND, 'slug = "soil-2"\n', "", "items/ground.toml · items [2] (soil-2) › slug", "is missing"
    ),
    "wrong type": Fault("forms.toml", "minutes = 5", 'minutes = "5"', "forms [1] (all) › minutes", "whole number"),
    "empty text": Fault(GROUND, 'stem.en = "Do you feed the soil?"', 'stem.en = ""', "(soil-1) › stem › en", "empty"),
    "id with an accent": Fault(GROUND, 'id = "soil-1"', 'id = "é1"', "items [1] (é1) › id", "right form"),
    "id that is a path": Fault("blocks.toml", 'id = "ground"', 'id = "../../etc"', "blocks [1]", "right form"),
    "levels with a gap": Fault(GROUND, "levels.2.en", "levels.6.en", "(soil-1) › levels", "without a gap"),
    "not a number": Fault(
        "scoring.toml", "crossover = 2.5", "crossover = nan", "calibration › crossover", "count with"
    ),
    "no list": Fault("sources.toml", "[[sources]]", "[sources]", "sources.toml · sources", "[[sources]]"),
    "no such choice": Fault("blocks.toml", '"dimension"', '"dimenson"', "blocks [1] (ground) › kind", "Did you mean"),
    "syntax": Fault("forms.toml", "minutes = 5", "minutes = = 5", "forms.toml", "line"),
    "file of another name": Fault(
        "questionnaire.toml", 'placements = ["spirit"]', 'placements = ["spirits"]', "placements/spirit.toml", "Name it"
    ),
    # across files
    "item in a form": Fault("forms.toml", '"soil-2"', '"soil-3"', "forms.toml · all › items", "Did you mean “soil-2”?"),
    "item twice in a form": Fault("forms.toml", '"soil-2"', '"soil-1"', "forms.toml · all › items", "twice"),
    "no default form": Fault("questionnaire.toml", '"all"', '"al"', "default_form", "Did you mean “all”?"),
    "sub-dimension": Fault(GROUND, '"soil"', '"sol"', "soil-1 › subdimension", "Did you mean “soil”?"),
    "same id": Fault(GROUND, 'id = "soil-2"', 'id = "soil-1"', "items", "“soil-1” is there twice"),
    "ids that differ by capitals": Fault(GROUND, 'id = "soil-2"', 'id = "Soil-1"', "items", "only in capital letters"),
    "source": Fault(GROUND, '"Neighbour"', '"Neighbor"', "soil-1 › sources", "Did you mean “Neighbour”?"),
    "too few levels": Fault(
        GROUND,
        'levels.4.en = "Yes, and we improve it together."\nlevels.4.fr = "Oui, et nous l’améliorons ensemble."\n',
        "",
        "items/ground.toml · soil-1 › levels",
        "has 4",
    ),
    "form without a part": Fault(
        "forms.toml", '["soil-1", "water-1", "rota-1"', '["soil-1", "rota-1"', "half › items", "No item of tended.water"
    ),
    "corner without a label": Fault(
        SPIRIT,
        '[{ is = "tended" }, { is = "together" }]',
        '[{ is = "together" }, { not = "together" }]',
        SPIRIT,
        "none",
    ),
    "corner with two labels": Fault(
        SPIRIT, '[{ is = "tended" }, { not = "together" }]', '[{ is = "tended" }]', SPIRIT, "orchard, garden"
    ),
    "condition in a label": Fault(
        SPIRIT, '{ is = "tended" }', '{ is = "tendet" }', "orchard", "Did you mean “tended”?"
    ),
    "empty term": Fault(SPIRIT, '{ is = "tended" }', "{ }", "orchard › all_of", "says one thing"),
    "part of a condition": Fault(SPIRIT, '["soil-1", "soil-2"]', '["soil-9"]', "tended › tended.soil", "soil-9"),
    "axis of the map": Fault(SPIRIT, 'x = "tended"', 'x = "tented"', "spirit.toml · map", "Did you mean “tended”?"),
    "plane without an axis": Fault(SPIRIT, 'y = "together"\n', "", "spirit.toml · map", "x and y"),
    "self-placement": Fault(SPIRIT, '"mood"', '"moods"', "self_placement", "Did you mean “mood”?"),
    "rule without a subject": Fault(RULES, 'subdimension = "water", ', "", "water-first › when", "nothing"),
    "rule with two subjects": Fault(RULES, "{ subdim", '{ item = "soil-1", subdim', "water-first › when", "one thing"),
    "rule without a comparison": Fault(RULES, ", at_least = 3", "", "water-first › when", "one comparison"),
    "rule with two comparisons": Fault(RULES, "at_least = 3", "at_least = 3, at_most = 4", "when", "one comparison"),
    "rule on an unknown item": Fault(
        RULES, 'subdimension = "water", at_least', 'item = "water-3", at_least', "water-first › when", "“water-2”"
    ),
    "rule on an unknown label": Fault(
        RULES, '{ subdimension = "water", at_least = 3 }', '{ label = "spirit:tabel" }', "when", "“spirit:table”"
    ),
    "gate that waits for itself": Fault(
        RULES, '{ subdimension = "water", at_least = 3 }', '{ gate = "water-first" }', "when", "wait for one another"
    ),
    "advice that waits": Fault(RULES, '["soil"]', '["sand"]', "water-first › postpones", "not a sub-dimension"),
    "state of another kind": Fault(RULES, "states.met.", "states.absent.", "water-first › states", "absent"),
    "step without advice": Fault(
        "recommendations/ground.toml",
        "to_level = 2",
        "to_level = 3",
        "recommendations/ground.toml",
        "from level 1 to 2",
    ),
    "what a step raises": Fault(
        "recommendations/ground.toml",
        'audience = "all"',
        'audience = "all"\nraises = ["soil-9"]',
        "soil.1 › raises",
        "not an item of the sub-dimension",
    ),
    "what a first action raises": Fault(
        RULES,
        "first_actions.1.en",
        'raises.7 = { items = ["soil-1"], until = 3 }\nfirst_actions.1.en',
        "› raises",
        "not the number of a first action",
    ),
    "level of a first action": Fault(
        RULES,
        "first_actions.1.en",
        'raises.1 = { items = ["soil-1"], until = 9 }\nfirst_actions.1.en',
        "› raises",
        "out of range",
    ),
    "effort": Fault("recommendations/ground.toml", '"low"', '"lo"', "soil.1 › effort", "Did you mean “low”?"),
    "lead": Fault("recommendations/people.toml", '"everyone"', '"nobody"', "rota.1 › lead", "Known here: everyone"),
    "anchors out of order": Fault("scoring.toml", "full_out = 1.25", "full_out = 3", "calibration", "must rise"),
    "crossover on a level": Fault("scoring.toml", "crossover = 2.5", "crossover = 3", "crossover", "stands on level 3"),
    "words of stability": Fault(
        "scoring.toml", "likely_from = 0.6", "likely_from = 0.9", "stability", "below clear_from"
    ),
    "too many draws": Fault("scoring.toml", "draws = 1000", "draws = 100000000", "draws", "out of range"),
    # texts
    "missing translation": Fault(
        GROUND,
        'stem.fr = "Nourrissez-vous la terre\u202f?"\n',
        "",
        "translations · fr",
        "items/ground.toml · soil-1 › stem",
    ),
    "blank text": Fault(
        GROUND, '"Do you feed the soil?"', '"  "', "translations · en", "items/ground.toml · soil-1 › stem"
    ),
    "undeclared language": Fault(GROUND, "why.fr", "why.de", "items/ground.toml · soil-1 › why › de", "is not one"),
    "placeholders": Fault(
        RULES, "Missing: {items}.", "Missing.", "readiness.toml · gates › water-first › states › unmet", "fr: {items}"
    ),
    "strange placeholder": Fault(RULES, "Missing: {items}.", "Missing: {0.__class__}.", "unmet › en", "{0.__class__}"),
    "line break in a text": Fault(GROUND, '"Once or twice."', '"Once\\nor twice."', "levels › 2 › en", "line break"),
    "escape sequence in a text": Fault(GROUND, '"Once or', '"\\u001b[31mOnce or', "levels › 2 › en", "invisible"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_fault_gets_its_message(garden: Copy, fault: Fault) -> None:
    """The message names the file and the place inside it, says what is wrong, and what to do."""
    garden.change(fault.file, fault.old, fault.new)

    found = garden.problems()

    assert [one for one in found if fault.where in one.where and fault.said in f"{one.why} {one.fix}"], found
    assert all(one.where and one.why and one.fix for one in found)


def test_sound_copy_has_no_problem(garden: Copy) -> None:
    """What is not broken is read."""
    assert garden.problems() == []


def test_all_problems_are_told_at_once(garden: Copy) -> None:
    """Faults in several files, of several kinds, come in one error."""
    garden.change("blocks.toml", 'slug = "soil"', 'sluge = "soil"')
    garden.change("forms.toml", '"soil-2"', '"soil-3"')
    garden.change(GROUND, 'stem.fr = "Nourrissez-vous la terre\u202f?"\n', "")
    garden.change(RULES, ", at_least = 3", "")

    places = " | ".join(one.where for one in garden.problems())

    for place in ("› sluge", "forms.toml · all", "translations · fr", "water-first › when"):
        assert place in places


def test_what_could_not_be_checked_is_said(garden: Copy) -> None:
    """A value that cannot be read hides the checks across files; nobody is left to think that they passed."""
    garden.change("forms.toml", "minutes = 5", 'minutes = "five"')
    garden.change("forms.toml", '"soil-2"', '"soil-3"')

    found = garden.problems()

    assert [one.where for one in found] == ["forms.toml · forms [1] (all) › minutes", "…"]
    assert "could not be checked yet" in found[-1].why


def test_missing_file_is_told_once(garden: Copy) -> None:
    """What refers to a file that is not there is not counted as a fault of its own."""
    (garden.folder / GROUND).unlink()

    (problem,) = garden.problems()

    assert problem.where == GROUND
    assert "no such file" in problem.why


def test_stray_file_is_noticed(garden: Copy) -> None:
    """A file that nothing asks for is a slip of the pen, not a part of the questionnaire."""
    garden.add("items/grond.toml", 'x = "y"\n')

    (problem,) = garden.problems()

    assert problem.where == "items/grond.toml"
    assert "Did you mean “ground”?" in problem.fix


def test_messages_speak_french(garden: Copy) -> None:
    """A French researcher reads French messages."""
    set_language("fr")
    garden.change("forms.toml", '"soil-2"', '"soil-3"')

    (problem,) = garden.problems()

    assert problem.why == "«\u00a0soil-3\u00a0» n’est pas une question de ce questionnaire."
    assert "soil-2" in problem.fix
