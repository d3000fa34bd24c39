"""Each picture's finding in words and its data as a table."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from maturity.charts import agenda, conditions, continuum, helix, profile, readiness, stability, typology, zones
from maturity.charts.catalogue import entries
from maturity.charts.corners import labels
from maturity.charts.pdf import Fonts
from maturity.charts.scene import Marker, Text
from maturity.charts.words import Speech
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result
from tests.charts.conftest import AUTHORITIES
from tests.charts.test_layout import wrong_on_paper

Results = Mapping[str, Result]


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_picture_has_words_and_a_whole_table(
    questionnaire: Questionnaire, results: Results, authority: str
) -> None:
    """An alternative text, a caption, and rows as long as the headers; the same names as the catalogue lists."""
    listed = entries(questionnaire, results[authority])

    assert len({entry.name for entry in listed}) == len(listed)
    for entry in listed:
        picture = entry.draw(questionnaire, results[authority], "fr")

        assert len(picture.alt) > 20
        assert picture.table.caption
        assert picture.table.rows
        assert {len(row) for row in picture.table.rows} == {len(picture.table.headers)}


def test_a_type_is_told_with_its_membership_and_the_runner_up(questionnaire: Questionnaire, results: Results) -> None:
    """In French and in English, with the numbers of each language."""
    french = typology.picture(questionnaire, results["wexcombe"], "fr")
    english = typology.picture(questionnaire, results["wexcombe"], "en")

    assert french.alt == (
        "Type III, administration intelligente (degré d’appartenance 0,77)\u202f; "
        "deuxième type le plus proche\u00a0: IV (0,23)."
    )
    assert english.alt == "Type III, smart organisation (membership 0.77); runner-up type: IV (0.23)."


def test_each_quarter_of_the_plane_has_its_types(questionnaire: Questionnaire) -> None:
    """Without A and C it depends on D; elsewhere one type holds whatever D is."""
    typology_ = questionnaire.placement("typology")
    quarters = {
        (a, c): [one.id for one in labels(typology_, {"A": a, "C": c})] for a in (False, True) for c in (False, True)
    }

    assert quarters == {(False, False): ["I", "II"], (False, True): ["H"], (True, False): ["III"], (True, True): ["IV"]}


def test_a_tie_and_an_open_placement_say_so(questionnaire: Questionnaire, results: Results) -> None:
    """No label is pressed on answers that give none."""
    tie = typology.picture(questionnaire, results["ondelle"], "en")
    unknown = typology.picture(questionnaire, results["pays-ervance"], "en")

    assert tie.alt == "Borderline case between II and III."
    assert unknown.alt == "Not determined: I, III, IV or H remain possible until the missing answers are given."


def test_a_screened_out_authority_gets_no_place(questionnaire: Questionnaire, results: Results) -> None:
    """The plane is drawn without a sign, and the words tell why."""
    result = results["wexcombe"]
    out = result.placement("typology").model_copy(update={"status": "screened-out", "label": None})
    screened = result.model_copy(update={"placements": (out, result.placement("continuum"))})
    picture = typology.picture(questionnaire, screened, "en")

    assert picture.alt == "Not yet engaged: no type is proposed."
    assert not [shape for shape in picture.scene.flat() if isinstance(shape, Marker)]


def test_a_short_form_only_suggests(questionnaire: Questionnaire, results: Results) -> None:
    """Where the form may not state a label, the words do not either."""
    result = results["wexcombe"]
    suggested = result.placement("typology").model_copy(update={"stated": False})
    picture = typology.picture(questionnaire, result.model_copy(update={"placements": (suggested,)}), "en")

    assert "is suggested" in picture.alt
    assert ("III Smart organisation", "0.77", "suggested") in picture.table.rows


def test_modes_of_one_depth_share_a_zone(questionnaire: Questionnaire) -> None:
    """Zones follow the order of positions; equal positions stand together."""
    lanes = zones.lanes(questionnaire.placement("continuum"))

    assert [[one.id for one in zone] for zone in lanes] == [
        ["latent"],
        ["consumer"],
        ["participative"],
        ["enhanced", "isolated_lab"],
    ]


def test_a_mode_stands_in_its_zone_at_its_extent(questionnaire: Questionnaire, results: Results) -> None:
    """One sign, right of the middle for a deep mode, below the middle for a narrow extent."""
    scene = continuum.picture(questionnaire, results["lanterval"], "fr").scene
    signs = [shape for shape in scene.flat() if isinstance(shape, Marker) and shape.size == 10]

    assert len(signs) == 1
    assert signs[0].x > scene.width / 2


def test_levels_stand_where_the_scale_says(questionnaire: Questionnaire, results: Results) -> None:
    """A dimension at a higher level has its sign further right, and its number is printed."""
    picture = profile.picture(questionnaire, results["rochelande"], "en")
    dots = [shape.x for shape in picture.scene.flat() if isinstance(shape, Marker) and shape.size == 9]
    levels = [
        results["rochelande"].block(block.id).profile_level
        for block in questionnaire.blocks
        if block.kind == "dimension"
    ]
    known = [level for level in levels if level is not None]

    assert sorted(range(4), key=dots.__getitem__) == sorted(range(4), key=known.__getitem__)
    assert {f"{level:.1f}" for level in known} <= {
        shape.text for shape in picture.scene.flat() if isinstance(shape, Text)
    }


def test_the_secured_level_is_a_ceiling_where_answers_are_missing(
    questionnaire: Questionnaire, results: Results
) -> None:
    """Said in words beside its sign, and in the table."""
    picture = profile.picture(questionnaire, results["pays-ervance"], "en")

    assert "secured level: at most" in picture.alt
    assert any(row[2].startswith("≤ ") for row in picture.table.rows)


def test_conditions_say_yes_not_yet_or_to_be_completed(questionnaire: Questionnaire, results: Results) -> None:
    """Three answers, three signs, three words."""
    picture = conditions.picture(questionnaire, results["pays-ervance"], "fr")
    signs = {shape.sign for shape in picture.scene.flat() if isinstance(shape, Marker)}

    assert "à compléter" in picture.alt
    assert "pas encore" in picture.alt
    assert {"ring", "unknown"} <= signs


def test_a_condition_exactly_on_the_line_is_not_called_incomplete(
    questionnaire: Questionnaire, results: Results
) -> None:
    """With every answer given, "to be completed" would send the reader looking for what is not missing."""
    picture = conditions.picture(questionnaire, results["ondelle"], "en")

    assert "Connected, transformed organisation: exactly on the line" in picture.alt
    assert "to be completed" not in picture.alt


def test_the_grid_names_who_contributed_and_who_was_absent(questionnaire: Questionnaire, results: Results) -> None:
    """Names, not "triple" or "quadruple"."""
    picture = helix.picture(questionnaire, results["saint-aubray"], "en")

    assert "really contributed: Public bodies; Business; Civil society, media, culture." in picture.alt
    assert "Without a real contribution: Education and research; Natural environment." in picture.alt


@pytest.mark.parametrize("authority", ["saint-aubray", "rochelande"])
def test_beside_a_text_the_grid_leaves_the_words_to_it(
    questionnaire: Questionnaire, results: Results, fonts: Fonts, authority: str
) -> None:
    """Narrow, it has neither the project's name nor words after the rows; a tick is explained below."""
    for language in ("fr", "en"):
        picture = helix.picture(questionnaire, results[authority], language, width=265)
        texts = {shape.text for shape in picture.scene.flat() if isinstance(shape, Text)}

        assert results[authority].projects[0].name not in texts
        assert Speech(language).say("really contributed") in texts
        assert wrong_on_paper("helix", picture, fonts) == []


def test_the_grid_says_which_stages_lie_upstream(questionnaire: Questionnaire, results: Results) -> None:
    """A bracket over the stages before delivery, another over those from there on."""
    scene = helix.picture(questionnaire, results["saint-aubray"], "en").scene
    places = {shape.text: shape.x for shape in scene.flat() if isinstance(shape, Text)}

    assert places["Define"] < places["upstream"] < places["Design"]
    assert places["Deliver"] < places["downstream"] < places["Assess"]


def test_a_cell_without_an_answer_is_no_zero(questionnaire: Questionnaire, results: Results) -> None:
    """It shows a question mark, and the table says that it was not answered."""
    result = results["saint-aubray"]
    partial = result.projects[0].model_copy(update={"cells": {}, "involved": (), "absent": ()})
    picture = helix.picture(questionnaire, result.model_copy(update={"projects": (partial,)}), "en")

    assert {cell for row in picture.table.rows for cell in row[1:]} == {"not answered"}
    assert [shape.text for shape in picture.scene.flat() if isinstance(shape, Text)].count("?") == 20


def test_readiness_counts_what_is_met(questionnaire: Questionnaire, results: Results) -> None:
    """And names what is to be strengthened."""
    picture = readiness.picture(questionnaire, results["wexcombe"], "en")

    assert picture.alt.startswith("2 of 4 readiness conditions are met.")
    assert (
        "The network has its rules",
        "not met",
        "Joint bodies and rules · Differing interests and trust",
    ) in picture.table.rows


def test_stability_is_a_share_of_the_copies(questionnaire: Questionnaire, results: Results) -> None:
    """The share of the label comes first, and the number of copies is told."""
    picture = stability.picture(questionnaire, results["rochelande"], "en")
    told = results["rochelande"].placement("typology").stability

    spread = stability.picture(questionnaire, results["lanterval"], "en").table.rows

    assert told is not None
    assert [row[0].split()[0] for row in spread][:3] == ["H", "IV", "I"]
    assert picture.table.rows[0] == ("IV Smart urban collaboration", Speech("en").percent(told.share))
    assert "4,000" in picture.alt


def test_no_picture_without_its_data(questionnaire: Questionnaire, results: Results) -> None:
    """Where nothing was computed or asked, the catalogue lists nothing and the picture refuses."""
    result = results["wexcombe"]
    bare = result.model_copy(
        update={
            "projects": (),
            "priorities": (),
            "placements": tuple(one.model_copy(update={"stability": None}) for one in result.placements),
        }
    )
    names = {entry.module for entry in entries(questionnaire.model_copy(update={"helix": None}), bare)}

    assert names == {"typology", "conditions", "continuum", "profile", "readiness"}
    with pytest.raises(LookupError):
        stability.picture(questionnaire, bare, "en", placement="typology")
    with pytest.raises(LookupError):
        helix.picture(questionnaire.model_copy(update={"helix": None}), bare, "en")


def test_the_agenda_follows_the_ranks_and_says_why(questionnaire: Questionnaire, results: Results) -> None:
    """One line a priority, in order; those of an unmet condition come first and have a sign of their own."""
    picture = agenda.picture(questionnaire, results["val-ourlene"], "en")
    told = results["val-ourlene"].priorities
    signs = [shape.sign for shape in picture.scene.flat() if isinstance(shape, Marker)][: len(told)]

    assert [row[0] for row in picture.table.rows] == [str(one.rank) for one in told]
    assert signs == ["dot" if one.reason == "gate" else "ring" for one in told]
    assert "now, to month " in picture.alt


def test_the_agenda_shows_what_people_chose(questionnaire: Questionnaire, results: Results) -> None:
    """A target has a sign of its own, explained below, and stands in the table with its level."""
    result = results["val-ourlene"]
    first, *others = result.priorities
    aiming = result.model_copy(
        update={"priorities": (first.model_copy(update={"reason": "target", "target": 4}), *others)}
    )
    picture = agenda.picture(questionnaire, aiming, "en")
    markers = [shape.sign for shape in picture.scene.flat() if isinstance(shape, Marker)]
    texts = [shape.text for shape in picture.scene.flat() if isinstance(shape, Text)]

    assert markers[0] == "diamond"
    assert markers.count("diamond") == 2
    assert "a level that you chose to reach" in texts
    assert picture.table.rows[0][2].endswith(": level 4 chosen")


def test_an_agenda_needs_priorities(questionnaire: Questionnaire, results: Results) -> None:
    """Where nothing is advised there is no picture of it."""
    with pytest.raises(LookupError):
        agenda.picture(questionnaire, results["wexcombe"].model_copy(update={"priorities": ()}), "en")


def test_what_is_indicative_says_so_once(questionnaire: Questionnaire, results: Results) -> None:
    """In the alternative text of the levels, and below the conditions when all of them are."""
    result = results["wexcombe"]
    short = result.model_copy(
        update={
            "blocks": tuple(block.model_copy(update={"indicative": True}) for block in result.blocks),
            "gates": tuple(gate.model_copy(update={"indicative": True}) for gate in result.gates),
        }
    )
    told = [
        shape.text for shape in readiness.picture(questionnaire, short, "en").scene.flat() if isinstance(shape, Text)
    ]

    assert "indicative" in profile.picture(questionnaire, short, "en").alt
    assert told.count("Indicative: not every question was asked.") == 1
