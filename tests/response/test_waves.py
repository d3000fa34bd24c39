"""Earlier waves of the same authority, found beside a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from maturity.response.file import create
from maturity.response.model import Authority, Response
from maturity.response.naming import path_for, same_authority
from maturity.response.waves import earlier, order
from tests.response.samples import SAMPLE


def wave(name: str, year: int, **changes: object) -> Response:
    """The sample, in another wave."""
    when = datetime(year, 3, 1, tzinfo=UTC)
    return SAMPLE.model_copy(update={"wave": name, "started": when, "updated": when, **changes})


def put(folder: Path, response: Response, respondent: str = "r1") -> Path:
    """Written where the program would."""
    person = response.respondent.model_copy(update={"pseudonym": respondent})
    response = response.model_copy(update={"respondent": person})
    path = path_for(folder, response)
    create(path, response)
    return path


def found(path: Path, response: Response) -> list[str]:
    """The waves that are found, in order."""
    return [one.header.wave for one in earlier(path, response)]


def test_the_newest_earlier_wave_comes_first(tmp_path: Path) -> None:
    """Later waves and the wave itself are not earlier ones."""
    for year in (2020, 2022, 2024, 2028):
        put(tmp_path, wave(str(year), year))
    now = wave("2026", 2026)

    assert found(put(tmp_path, now), now) == ["2024", "2022", "2020"]


def test_another_authority_or_questionnaire_is_none_of_ours(tmp_path: Path) -> None:
    """Neighbours, an invented namesake and another questionnaire stay out."""
    now, use = wave("2026", 2026), SAMPLE.questionnaire
    other = SAMPLE.authority.model_copy(update={"code": "64000", "name": "Ailleurs"})
    invented = SAMPLE.authority.model_copy(update={"invented": True})
    put(tmp_path, wave("2022", 2022, authority=other))
    put(tmp_path, wave("2023", 2023, authority=invented))
    put(tmp_path, wave("2024", 2024, questionnaire=use.model_copy(update={"id": "house"})))

    assert found(put(tmp_path, now), now) == []


def test_of_several_respondents_the_nearest(tmp_path: Path) -> None:
    """One file a wave: the same kind of answers before the same role, the same role before the last saved."""
    now = wave("2026", 2026)
    elected = SAMPLE.respondent.model_copy(update={"role": "elected"})
    put(tmp_path, wave("2024", 2024, respondent=elected, updated=datetime(2025, 1, 1, tzinfo=UTC)), "r1")
    mine = put(tmp_path, wave("2024", 2024), "r2")
    put(tmp_path, wave("2024", 2024, kind="consensus", updated=datetime(2025, 2, 1, tzinfo=UTC)), "r3")

    (only,) = earlier(put(tmp_path, now), now)
    assert only.path == mine


def test_waves_of_a_year_follow_their_beginning(tmp_path: Path) -> None:
    """Spring comes before autumn, whatever the letters say and whenever a file was last touched."""
    spring = wave("2026-spring", 2026, updated=datetime(2026, 12, 1, tzinfo=UTC))
    autumn = wave("2026-autumn", 2026, started=datetime(2026, 9, 1, tzinfo=UTC))
    place = put(tmp_path, spring)
    later = put(tmp_path, autumn)

    assert found(later, autumn) == ["2026-spring"]
    assert found(place, spring) == []


def test_a_wave_without_a_year_has_that_of_its_beginning() -> None:
    """A pilot of 2023 stands between 2022 and 2024."""
    when = datetime(2023, 5, 1, tzinfo=UTC)

    assert order("2022", when) < order("pilot", when) < order("2024", when)


def test_a_file_moved_elsewhere_looks_only_beside_it(tmp_path: Path) -> None:
    """Outside a folder that the program named, neighbouring folders are not searched."""
    put(tmp_path, wave("2024", 2024))
    now = wave("2026", 2026)
    moved = tmp_path / "mail" / "answers.toml"
    create(moved, now)
    create(tmp_path / "mail" / "old.toml", wave("2022", 2022))

    assert found(moved, now) == ["2022"]


def test_damaged_neighbours_do_not_matter(tmp_path: Path) -> None:
    """What cannot be read is left to the list that shows it."""
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "r1.toml").write_text("= = =", encoding="utf-8")
    now = wave("2026", 2026)

    assert found(put(tmp_path, now), now) == []


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"name": "Autrement dit"}, True),
        ({"code": "64998"}, False),
        ({"country": "BE"}, False),
        ({"code": "", "name": "saint aubin l'ete"}, True),
        ({"code": "", "name": "Ailleurs"}, False),
        ({"code": "", "kind": "region"}, False),
        ({"invented": True}, False),
    ],
)
def test_who_is_the_same_authority(changes: dict[str, object], same: bool) -> None:
    """By country and code; where one of them has no code, by kind and name, accents and capitals aside."""
    other: Authority = SAMPLE.authority.model_copy(update=changes)

    assert same_authority(SAMPLE.authority, other) is same
    assert same_authority(other, SAMPLE.authority) is same
