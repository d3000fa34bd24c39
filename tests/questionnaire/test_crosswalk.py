"""From one major version to the next: what the crosswalk must say, and what follows from it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maturity.errors import Problem, QuestionnaireError
from maturity.questionnaire.bridging import bridge
from maturity.questionnaire.crossing import check_crossing, crosswalk_between, read_crosswalk
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.questionnaire.released import check_released
from tests.questionnaire.conftest import INVENTED, Copy

WATER = 'before = ["water-1"]\nafter = ["water-1"]\ncomparable = false'


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copy:
    """Both versions of the invented questionnaire; the later one may be changed."""
    place = tmp_path / "questionnaires"
    shutil.copytree(INVENTED, place)
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(place))
    return Copy(place / "garden/v2")


def both(later: Copy) -> tuple[Questionnaire, Questionnaire]:
    """The earlier and the later version."""
    return read(later.folder.parent / "v1"), read(later.folder)


def told(later: Copy) -> list[Problem]:
    """What checking says of the crosswalk."""
    return check_crossing(read(later.folder), later.folder)


def test_the_invented_crosswalk_is_in_order(later: Copy) -> None:
    """Nothing to say of it, nor of the digest that was released with it."""
    assert told(later) == []
    assert check_released(read(later.folder), later.folder) == []


@pytest.mark.parametrize(
    ("old", "new", "where", "why", "fix"),
    [
        ('before = ["soil-2"]', 'before = ["soil-3"]', "before", "“soil-3” is not an item of the earlier", "soil-2"),
        ('before = ["soil-2"]', 'before = ["soil-3"]', "before", "Nothing is said of soil-2", "Name it once"),
        ('after = ["soil-2"]', 'after = ["soil-1"]', "after", "“soil-1” is there twice", "another name"),
        ('after = ["rota-3"]', 'after = ["rota-4"]', "after", "“rota-4” is not an item of this version", "rota-3"),
        (
            'relation = "dropped"',
            'relation = "split"',
            "items [4]",
            "“split” does not go with 1 before and 0",
            "split: one",
        ),
        ('relation = "reworded"', 'relation = "same"', "soil-2", "is called the same", "reworded"),
        ('id = "rota"\ncomparable', 'id = "rot"\ncomparable', "subdimensions", "“rot” is not in both", "rota"),
        ("major = 1", "major = 2", "from › major", "not an earlier one than 2.0.0", "Name the major"),
        ('note.fr = "L’hiver', 'note.de = "L’hiver', "translations · fr", "items › 2 › note", ".fr"),
        ('note.fr = "L’hiver', 'note.fr = "\\u001b[2JL’hiver', "items › 2 › note › fr", "invisible", "type it again"),
        ('note.en = "Winter', 'note.en = " Winter', "items › 2 › note › en", "blanks at one end", "one line"),
    ],
)
def test_faults_are_told(  # noqa: PLR0917 - a table of faults
    later: Copy, old: str, new: str, where: str, why: str, fix: str
) -> None:
    """Each fault has its place, its reason and what to do; near-miss names get a "did you mean"."""
    later.change("crosswalk.toml", old, new)

    assert any(where in one.where and why in one.why and fix in one.fix for one in told(later)), told(later)


def test_what_has_no_counterpart_is_never_comparable(later: Copy) -> None:
    """Dropped and new items cannot be called comparable."""
    text = (later.folder / "crosswalk.toml").read_text(encoding="utf-8")
    place = text.index('before = ["welcome-2"]')
    (later.folder / "crosswalk.toml").write_text(
        text[:place] + text[place:].replace("comparable = false", "comparable = true", 1), encoding="utf-8"
    )

    assert any("nothing to be compared with" in one.why for one in told(later))


def test_a_word_that_is_none_of_the_seven_is_refused(later: Copy) -> None:
    """The vocabulary is closed."""
    later.change("crosswalk.toml", '"reworded"', '"rewordd"')

    (problem,) = told(later)
    assert "reworded" in problem.fix
    with pytest.raises(QuestionnaireError):
        read_crosswalk(later.folder)


def test_a_later_version_must_say_what_became_of_the_earlier(later: Copy) -> None:
    """Without a crosswalk a second major version is not in order; a first one needs none."""
    (later.folder / "crosswalk.toml").unlink()

    assert ["nothing says what became" in one.why for one in told(later)] == [True]
    assert check_crossing(read(later.folder.parent / "v1"), later.folder.parent / "v1") == []


def test_what_may_be_compared_cannot_change_unnoticed(later: Copy) -> None:
    """The crosswalk has a digest of its own in released.toml."""
    later.change("crosswalk.toml", "Winter is now named", "Winter is named")

    (problem,) = check_released(read(later.folder), later.folder)
    assert "comparisons" in problem.why
    assert "crosswalk = " in problem.fix


def test_what_follows_from_the_items(later: Copy) -> None:
    """Reworded items keep their point, rescored and dropped ones end it, a ruling prevails; rules follow."""
    before, after = both(later)
    found = bridge(before, after, crosswalk_between(before, after))

    assert {name: verdict.comparable for name, verdict in found.subdimensions.items()} == {
        "soil": True,
        "water": False,
        "rota": True,
        "welcome": False,
    }
    assert ("soil-2", "soil-2") in found.pairs
    assert "water-1" not in dict(found.pairs)
    assert not found.placements["spirit"].comparable
    assert not found.gates["water-first"].comparable
    assert not any(verdict.comparable for verdict in found.blocks.values())
    assert "how much water" in found.subdimensions["water"].notes[0]["en"]


def test_a_rule_on_comparable_items_stays_comparable(later: Copy) -> None:
    """Where nothing behind a gate or a label changed, it may be compared across versions."""
    later.change("crosswalk.toml", WATER, WATER.replace("false", "true"))
    before, after = both(later)

    assert bridge(before, after, crosswalk_between(before, after)).gates["water-first"].comparable


def test_another_threshold_is_another_rule(later: Copy) -> None:
    """The items may be compared and the rule may not: numbers count, too."""
    later.change("crosswalk.toml", WATER, WATER.replace("false", "true"))
    later.change("readiness.toml", "at_least = 3", "at_least = 2")
    before, after = both(later)

    assert not bridge(before, after, crosswalk_between(before, after)).gates["water-first"].comparable


def test_an_item_that_moves_ends_both_its_points(later: Copy) -> None:
    """Soil without one of its questions, and water with one more, are no longer what they were."""
    text = (later.folder / "items/ground.toml").read_text(encoding="utf-8")
    place = text.index('id = "soil-2"')
    moved = text[:place] + text[place:].replace('subdimension = "soil"', 'subdimension = "water"', 1)
    (later.folder / "items/ground.toml").write_text(moved, encoding="utf-8")
    later.change("crosswalk.toml", WATER, WATER.replace("false", "true"))
    before, after = both(later)
    found = bridge(before, after, crosswalk_between(before, after)).subdimensions

    assert (found["soil"].comparable, found["water"].comparable) == (False, False)


def test_the_way_back(later: Copy) -> None:
    """Walked from the later version, dropped is new, and the same parts may be compared."""
    before, after = both(later)
    there = bridge(before, after, crosswalk_between(before, after))
    walk = crosswalk_between(after, before)
    assert walk is not None
    back = bridge(after, before, walk)

    assert [one.relation for one in walk.items] == ["same", "reworded", "rescored", "new", "dropped"]
    assert {(new, old) for old, new in there.pairs} == {*back.pairs}
    assert there.subdimensions == back.subdimensions


def test_within_a_major_version_everything_may_be_compared(later: Copy) -> None:
    """No crosswalk is needed, and none is looked for."""
    before, _after = both(later)
    found = bridge(before, before, crosswalk_between(before, before))

    parts = (found.subdimensions, found.blocks, found.placements, found.gates)
    assert all(verdict.comparable for one in parts for verdict in one.values())
    assert len(found.pairs) == len(before.items)
