"""What became of an earlier wave: a page of the results, when there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load, read
from maturity.response.file import create
from maturity.response.model import Answer, Response
from maturity.response.naming import path_for
from tests.scoring.waves import written
from tests.tui.conftest import app
from tests.tui.screen import press, session, settle, text
from tests.tui.test_goldens import SIZES, check

GARDEN = Path(__file__).parent.parent / "questionnaires/garden"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_page(folder: Path, questionnaire: Questionnaire, size: str, language: str) -> None:
    """The last page of the results: headline, cautions, picture, words; the same figures as a table."""
    set_language(language)
    file = written(folder, questionnaire, "2022", "2024", "2026")[-1]
    async with app(folder, file).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await press(pilot, "s", "7")
        check(f"change-{size}-{language}", text(pilot))
        await press(pilot, "t")
        check(f"change-table-{size}-{language}", text(pilot))


async def test_no_page_without_an_earlier_wave(folder: Path, questionnaire: Questionnaire) -> None:
    """The first wave of an authority has nothing to be held against."""
    (file,) = written(folder, questionnaire, "2022")
    async with app(folder, file).run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "7")

        assert "7 Depuis" not in text(pilot)
        assert "6 " in text(pilot)


async def test_other_waves_are_named(folder: Path, questionnaire: Questionnaire) -> None:
    """The newest earlier wave is compared; the others are named with the command that shows them."""
    file = written(folder, questionnaire, "2022", "2024", "2026")[-1]
    async with app(folder, file).run_test(size=(160, 120)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "7")

        assert "Depuis 2024" in text(pilot)
        assert "2022" in text(pilot)
        assert "maturity compare" in text(pilot)


async def test_it_follows_the_language(folder: Path, questionnaire: Questionnaire) -> None:
    """Every word changes with the language, in place."""
    file = written(folder, questionnaire, "2024", "2026")[-1]
    async with app(folder, file).run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "7", "ctrl+l")

        assert "Since 2024: 7 parts rose" in text(pilot)
        assert "Depuis" not in text(pilot)


async def test_it_follows_the_answers(folder: Path, questionnaire: Questionnaire) -> None:
    """Whoever looks at this page, changes an answer elsewhere and comes back finds it here, with other figures."""
    file = written(folder, questionnaire, "2024", "2026")[-1]
    async with app(folder, file).run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "7")
        before = text(pilot)
        answers = dict.fromkeys(questionnaire.item_ids, Answer(level=1))
        await press(pilot, "i")
        session(pilot).change(session(pilot).response.model_copy(update={"answers": answers}))
        await press(pilot, "escape")

        assert "7 parties ont monté" in before
        assert "parties ont baissé" in text(pilot)


def garden(folder: Path, version: str, year: str) -> Path:
    """The invented garden in a version, as a wave."""
    given = response(read_cases(GARDEN / version)[0], read(GARDEN / version))
    authority = given.authority.model_copy(update={"name": "Long table"})
    return put(folder, given.model_copy(update={"wave": year, "authority": authority}))


def put(folder: Path, given: Response) -> Path:
    """Written where the program would."""
    path = path_for(folder, given)
    create(path, given)
    return path


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_across_versions(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """What the crosswalk calls not comparable is said with its reason."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(GARDEN.parent))
    load.cache_clear()
    set_language(language)
    garden(folder, "v1", "2024")
    file = garden(folder, "v2", "2026")
    async with app(folder, file).run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "5")

        check(f"change-versions-80x60-{language}", text(pilot))
    load.cache_clear()


async def test_no_crosswalk_is_a_refusal_in_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says why nothing can be compared, in the language of now."""
    import shutil

    place = tmp_path / "questionnaires"
    shutil.copytree(GARDEN.parent, place)
    (place / "garden/v2/crosswalk.toml").unlink()
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(place))
    load.cache_clear()
    garden(folder, "v1", "2024")
    file = garden(folder, "v2", "2026")
    async with app(folder, file).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "5")
        french = text(pilot)
        await press(pilot, "ctrl+l")

        assert "ne peuvent pas être comparées" in french
        assert "table de passage" in " ".join(french.split())
        assert "nobody has written down" in " ".join(text(pilot).replace("│", "").replace("┃", "").split())
    load.cache_clear()
