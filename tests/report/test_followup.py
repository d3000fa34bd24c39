"""The next actions as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from maturity.errors import ReportError, UsageError
from maturity.questionnaire.model import Questionnaire
from maturity.report import followup
from maturity.report.actions import STATE, ActionTable, found, rows
from maturity.response.model import Response
from tests.report.conftest import matter

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", " =cmd|'/c calc'!A0")


@pytest.fixture
def table(questionnaire: Questionnaire, village: Response) -> ActionTable:
    """The actions of a village, in French."""
    return rows(matter(questionnaire, village))


def read(data: bytes, separator: str) -> list[list[str]]:
    """A file as a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def of_size(answers: Response, population: int) -> Response:
    """The same of an authority of so many residents."""
    return answers.model_copy(update={"authority": answers.authority.model_copy(update={"population": population})})


def hostile(table: ActionTable) -> ActionTable:
    """The same with text that a spreadsheet would run."""
    line = table.rows[0]
    return replace(table, rows=tuple((line[0], text, *line[2:]) for text in HOSTILE))


def test_french_spreadsheets_open_the_csv_rightly(table: ActionTable) -> None:
    """A byte order mark, semicolons, a decimal comma; a row an action, the columns of follow-up empty."""
    data = followup.as_csv(table)
    head, *lines = read(data, ";")

    assert data.startswith(b"\xef\xbb\xbf")
    assert tuple(head) == table.heads
    assert [line[0] for line in lines] == [str(n) for n in range(1, len(table.rows) + 1)]
    assert all("," in line[STATE - 2] for line in lines)
    assert {(line[-2], line[-1]) for line in lines} == {("", "")}


def test_english_spreadsheets_get_commas_and_points(questionnaire: Questionnaire, village: Response) -> None:
    """What each language's spreadsheet expects."""
    told = matter(questionnaire, village, "en")
    lines = read(followup.as_csv(rows(told)), ",")[1:]

    assert [line[1] for line in lines] == [action.action for action in found(told)]
    assert [float(line[STATE - 2]) for line in lines] == [round(action.level or 0, 1) for action in found(told)]


def test_the_csv_runs_nothing(table: ActionTable) -> None:
    """Text that begins like a formula stands behind an apostrophe; numbers do not."""
    lines = read(followup.as_csv(hostile(table)), ";")[1:]

    assert [line[1] for line in lines] == [f"'{text}" for text in HOSTILE]
    assert {line[0] for line in lines} == {"1"}


def test_the_workbook_holds_the_same_and_runs_nothing(table: ActionTable, tmp_path: Path) -> None:
    """Text is text, numbers are numbers, the head stays, states are offered, and nobody is named."""
    path = tmp_path / "actions.xlsx"
    told = hostile(table)
    path.write_bytes(followup.as_xlsx(told))
    book = openpyxl.load_workbook(path)
    sheet = book.active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert tuple(cells[0]) == table.heads
    assert [row[1] for row in cells[1:]] == [text.replace("\r", "_x000D_") for text in HOSTILE]  # ECMA-376: ST_Xstring
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert cells[1][0] == 1
    assert sheet.freeze_panes == "C2"
    assert [one.type for one in sheet.data_validations.dataValidation] == ["list"]
    assert not book.properties.creator
    with ZipFile(path) as files:
        assert not any(b"<f>" in files.read(name) for name in files.namelist())
        assert not any("externalLink" in name for name in files.namelist())


def test_the_same_actions_give_the_same_bytes(table: ActionTable) -> None:
    """Neither format holds the hour."""
    assert followup.as_xlsx(table) == followup.as_xlsx(table)
    assert followup.as_csv(table) == followup.as_csv(table)


def test_without_the_package_one_is_told_how_to_install_it(table: ActionTable, monkeypatch: pytest.MonkeyPatch) -> None:
    """The CSV needs nothing."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    with pytest.raises(ReportError, match=r"maturity\[xlsx\]"):
        followup.as_xlsx(table)
    assert followup.as_csv(table)


@pytest.mark.parametrize("name", ["actions.txt", "actions", "actions.csv.pdf"])
def test_other_formats_are_refused(table: ActionTable, tmp_path: Path, name: str) -> None:
    """Only what can be written."""
    with pytest.raises(UsageError):
        followup.render(table, tmp_path / name)


def test_somebodys_remarks_are_never_overwritten(table: ActionTable, tmp_path: Path) -> None:
    """A sheet that was filled in stays; the very same bytes may be written again."""
    path = tmp_path / "actions.csv"
    followup.write(path, followup.render(table, path))
    followup.write(path, followup.render(table, path))
    filled = path.read_bytes().replace(b";;\r\n", b";fait;bien\r\n", 1)
    path.write_bytes(filled)

    with pytest.raises(UsageError):
        followup.render(table, path)
    assert path.read_bytes() == filled


def test_a_folder_is_no_file(table: ActionTable, tmp_path: Path) -> None:
    """And a dangling link is somebody's, too."""
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere")

    for name in ("folder.csv", "link.csv"):
        with pytest.raises(UsageError):
            followup.render(table, tmp_path / name)


def test_nothing_is_left_when_it_cannot_be_written(table: ActionTable, tmp_path: Path) -> None:
    """Three parts say where, why and what to do."""
    with pytest.raises(ReportError) as caught:
        followup.write(tmp_path / "missing" / "actions.csv", followup.as_csv(table))

    assert all((one.where, one.why, one.fix) for one in caught.value.problems)
    assert list(tmp_path.iterdir()) == []


def test_a_small_authority_reads_who_can_carry_it_meanwhile(questionnaire: Questionnaire, village: Response) -> None:
    """Where the lead may not be appointed yet; a large authority does not read it."""
    lead = next(iter(questionnaire.advice.lead_meanwhile))
    small, large = (of_size(village, questionnaire.advice.small_below - n) for n in (1, 0))
    label = questionnaire.advice.lead_labels[lead]["fr"]
    told = {row.who: row.meanwhile for row in found(matter(questionnaire, small))}

    assert told[label] == questionnaire.advice.lead_meanwhile[lead]["fr"]
    assert {row.meanwhile for row in found(matter(questionnaire, large))} == {""}
