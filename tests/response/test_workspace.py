"""A folder of responses."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from maturity.errors import ResponseError
from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse, create, dumps, read
from maturity.response.model import Answer, Authority
from maturity.response.workspace import Start, begin, default_folder, listing, path_for
from tests.response.samples import SAMPLE

NOW = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_default_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """``MATURITY_HOME`` says where; without it, a folder in the documents."""
    assert default_folder() == tmp_path / "home"
    monkeypatch.delenv("MATURITY_HOME")
    assert default_folder().name == "maturity"


def test_listing_of_nothing(tmp_path: Path) -> None:
    """A folder that does not exist yet holds nothing."""
    assert listing(tmp_path / "none") == []


def test_listing(tmp_path: Path) -> None:
    """The last saved first, with what a list shows; files beside the responses are none."""
    for day, name in enumerate(("Auriac", "Bélis", "Corme")):
        response = SAMPLE.model_copy(
            update={
                "authority": SAMPLE.authority.model_copy(update={"name": name}),
                "updated": NOW + timedelta(days=day),
            }
        )
        create(path_for(tmp_path, response), response)
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".hidden.toml").write_text("x")

    found = listing(tmp_path)

    assert [one.header and one.header.authority.name for one in found] == ["Corme", "Bélis", "Auriac"]
    assert [one.header and one.header.answered for one in found] == [3, 3, 3]
    assert [one.response == read(one.path) for one in found] == [True] * 3


def test_damaged_files_are_listed(path: Path) -> None:
    """A file that cannot be read stands in the list with its reason; the others are not disturbed."""
    folder = path.parent.parent
    text = path.read_text("utf-8")
    (path.parent / "r2.toml").write_text(text[:300], "utf-8")
    (path.parent / "r3.toml").mkdir()
    os.mkfifo(path.parent / "r4.toml")
    (path.parent / "r5.toml").symlink_to(path)

    found = {one.path.name: one.problem.why if one.problem else None for one in listing(folder)}

    assert found["r1.toml"] is None
    assert "The end of this file is missing" in str(found["r2.toml"])
    assert found["r3.toml"] == "This is a folder, not a file."
    assert found["r4.toml"] == "This is not an ordinary file."
    assert found["r5.toml"] == "This is a link to another file."


def test_a_folder_that_cannot_be_read_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system does not open stands in the list with its reason, whoever runs this."""
    closed = path.parent.parent / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if folder == closed:
            raise PermissionError(13, "no", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found = {one.path: one.problem for one in listing(path.parent.parent)}

    assert found[path] is None
    problem = found[closed]
    assert problem is not None
    assert "cannot be read" in problem.why
    assert listing(path.parent.parent / "none") == []


def test_a_line_within_a_text_is_no_header(path: Path) -> None:
    """What looks like a line of the head but stands in a longer text is not taken for one."""
    from maturity.response.checksum import seal

    lines = dumps(SAMPLE).splitlines()[:-1]
    place = next(n for n, line in enumerate(lines) if line.startswith("wave")) + 1
    for quotes in ('"""', "'''"):
        lines.insert(place, f'extra = {quotes}\nwave = "1999"\n{quotes}')
        path.write_text(seal("\n".join(lines) + "\n"), "utf-8")
        (entry,) = listing(path.parent)
        assert entry.header is None or entry.header.wave == SAMPLE.wave
        del lines[place]


def test_header_of_a_file_that_others_wrote(path: Path) -> None:
    """A file in another order of lines is counted from its meaning, not from its looks."""
    from maturity.response.checksum import seal

    lines = dumps(SAMPLE).splitlines()[:-1]
    turned = [line.replace("level", "note = '', level") for line in lines]
    path.write_text(seal("\n".join(turned) + "\n").replace("wave = ", "wave = "), "utf-8")

    (entry,) = listing(path.parent)
    assert entry.header is not None


def test_begin(tmp_path: Path) -> None:
    """A new response is empty, of this year and the default form, and names the questionnaire exactly."""
    questionnaire = load()
    kinds = next(one for one in questionnaire.profile if one.filled_from == "kind").options
    roles = next(one for one in questionnaire.profile if one.filled_from == "role").options
    authority = Authority(country="GB", kind=kinds[0].code, name="Wexcombe")

    first = begin(tmp_path, questionnaire, authority, Start(role=roles[0].code, now=NOW))
    second = begin(tmp_path, questionnaire, authority, Start(role=roles[0].code, now=NOW))

    response = read(first)
    assert response.questionnaire.form == questionnaire.default_form
    assert response.questionnaire.digest == questionnaire.digest
    assert response.started == NOW
    assert response.wave == str(NOW.astimezone().year)
    assert (first.name, second.name) == ("r1.toml", "r2.toml")
    assert response.id != read(second).id
    assert response.answers == {}


def test_begin_refuses_what_the_questionnaire_does_not_know(tmp_path: Path) -> None:
    """All that does not fit is told at once, and no file is made."""
    authority = Authority(country="GB", kind="kingdom", name="Wexcombe")

    with pytest.raises(ResponseError) as caught:
        begin(tmp_path, load(), authority, Start(role="jester", form="endless", wave="../x"))
    assert [problem.where for problem in caught.value.problems] == ["form", "role", "kind", "wave"]
    assert list(tmp_path.iterdir()) == []


def test_the_order_comes_from_the_revision(path: Path) -> None:
    """A clock set back ten years changes a date, and neither the revision nor what is kept."""
    with OpenResponse.open(path) as session:
        session.save(session.response.with_answer("A1.2", Answer(level=1)), now=lambda: NOW)
        session.save(session.response.with_answer("A1.2", Answer(level=2)), now=lambda: NOW - timedelta(days=3650))

    assert read(path).revision == 3
    assert read(path).answer("A1.2").level == 2
