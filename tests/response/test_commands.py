"""maturity new, list, verify, forget."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.errors import DamagedError, ResponseError
from maturity.questionnaire.reading import load
from maturity.response import sidecars
from maturity.response.file import OpenResponse, read
from maturity.response.model import Answer

ROLE = next(one for one in load().profile if one.filled_from == "role").options[0].code
KIND = next(one for one in load().profile if one.filled_from == "kind").options[-1].code


class Ran:
    """What a command printed and left with."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object, lang: str = "en") -> None:
        with pytest.raises(SystemExit) as left:
            main(["--lang", lang, *map(str, arguments)])
        self.code = left.value.code
        self.out, self.err = capsys.readouterr()


@pytest.fixture
def pau(capsys: pytest.CaptureFixture[str]) -> Path:
    """A new response."""
    return Path(Ran(capsys, "new", "--authority", "pau", "--role", ROLE).out.strip())


def test_new_from_the_register(pau: Path, tmp_path: Path) -> None:
    """A name that only one authority has is enough; the path is the result."""
    assert pau.parent.parent == tmp_path / "home"
    assert read(pau).authority.code == "64445"
    assert pau.parent.name.startswith("pau-64445-")


def test_new_told_all(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Any other authority, asking nothing."""
    told = ["--name", "Wexcombe\x1b[31m", "--country", "GB", "--kind", KIND, "--population", "31200", "--role", ROLE]
    ran = Ran(capsys, "new", *told, "--form", load().forms[0].id, "--wave", "2027-spring", "--folder", tmp_path / "x")

    response = read(Path(ran.out.strip()))
    assert (ran.code, response.wave, response.authority.name) == (0, "2027-spring", "Wexcombe")
    assert response.authority.population == 31200
    assert response.questionnaire.form == load().forms[0].id


def test_new_among_homonyms(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Several of one name are listed with code and département, and nothing is made."""
    ran = Ran(capsys, "new", "--authority", "saint-denis", "--role", ROLE)

    assert ran.code == 1
    assert "93066     Saint-Denis · Seine-Saint-Denis (93) · 149,077 residents" in ran.err
    assert ran.out == ""
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--authority", "zzzz", "--role", ROLE], 1, "has no such authority"),
        (["--authority", "pau", "--role", "jester"], 1, "does not know “jester”"),
        (["--authority", "pau", "--role", ROLE, "--form", "endless"], 1, "does not know “endless”"),
        (["--authority", "pau", "--role", ROLE, "--wave", "../x"], 1, "cannot name a wave"),
        (["--name", "X", "--country", "Gb", "--kind", KIND, "--role", ROLE], 1, "country code in two capital letters"),
        (["--name", "X", "--country", "GB", "--kind", "kingdom", "--role", ROLE], 1, "does not know “kingdom”"),
        (["--name", "X", "--authority", "pau", "--role", ROLE], 2, "both were given"),
        (["--authority", "pau"], 2, "--role is missing"),
        ([], 2, "--authority is missing"),
        (["--population", "-1"], 2, "-1"),
    ],
)
def test_new_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    """Each wrong or missing option is told in three parts, and no file is made."""
    ran = Ran(capsys, "new", *arguments)

    assert (ran.code, told in ran.err, "  → " in ran.err) == (code, True, True), ran.err
    assert not (tmp_path / "home").exists()


def test_list(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Name, wave, respondent, how far, when; then the path. A file that cannot be read stands there with its reason."""
    with OpenResponse.open(pau) as session:
        session.save(session.response.with_answer(load().item_ids[0], Answer(level=2)))
    total = len(load().form(load().default_form).items)
    pau.with_name("r2.toml").write_text("torn")

    lines = Ran(capsys, "list").out.splitlines()

    assert any(line.startswith("Pau · ") and f" · r1 · 1 of {total} answered · " in line for line in lines)
    assert f"  {pau}" in lines
    assert "! To be checked" in lines
    assert f" · r1 · 1 réponse sur {total} · " in Ran(capsys, "list", lang="fr").out


def test_list_of_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty folder is no error; what to do goes to stderr."""
    ran = Ran(capsys, "list", "--folder", tmp_path / "none")

    assert (ran.code, ran.out) == (0, "")
    assert "maturity new" in ran.err
    assert "none. Is a network drive or a USB stick missing?" in ran.err
    (tmp_path / "none").mkdir()
    assert "No assessment yet in" in Ran(capsys, "list", "--folder", tmp_path / "none").err


def test_a_folder_nobody_chose_may_be_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before the first assessment it is not there, and no drive is to blame."""
    monkeypatch.delenv("MATURITY_HOME")
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "documents")

    assert "No assessment yet in" in Ran(capsys, "list").err


def test_new_in_a_folder_that_was_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Its drive may be away: that it was made is said, once."""
    arguments = ("new", "--authority", "pau", "--role", ROLE, "--folder", tmp_path / "drive")
    first, second = (Ran(capsys, *arguments, "--wave", wave) for wave in ("2026", "2027"))

    assert f"The folder {tmp_path / 'drive'} did not exist: it was made." in first.err
    assert "it was made" not in second.err


def test_verify(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Intact, of this questionnaire, known answers, the same result: a line each."""
    ran = Ran(capsys, "verify", pau)

    assert ran.code == 0, ran.err
    assert [line[0] for line in ran.out.splitlines()] == ["✓"] * 4


def test_verify_counts_as_the_list_does(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """“Don’t know” is an answer in both; verify says how many are."""
    with OpenResponse.open(pau) as session:
        answered = session.response.with_answer(load().item_ids[0], Answer(level=2))
        session.save(answered.with_answer(load().item_ids[1], Answer(missing="dont-know")))

    assert " · 2 of " in Ran(capsys, "list").out
    assert "2 answers, all known to the questionnaire. One of them is “don’t know”." in Ran(capsys, "verify", pau).out


@pytest.mark.parametrize("command", ["verify", "score", "report"])
@pytest.mark.parametrize("text", ["Minutes of the council\n", 'title = "another tool"\n'])
def test_a_file_of_something_else(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str, text: str) -> None:
    """A text that was never a response is told to be none, not to be cut off; nothing is offered to be opened."""
    path = tmp_path / "other.toml"
    path.write_text(text)

    with pytest.raises(ResponseError) as caught:
        read(path)
    assert not isinstance(caught.value, DamagedError)
    ran = Ran(capsys, command, path)
    assert (ran.code, "not a response file" in ran.err, "maturity list" in ran.err) == (1, True, True)


def test_an_empty_file_offers_nothing_to_open(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What is empty is told; opening it all the same would show nothing."""
    path = tmp_path / "r1.toml"
    path.write_bytes(b"")

    assert Ran(capsys, "score", path).err.endswith("Take a copy that is intact, from a backup or an e-mail.\n")


@pytest.mark.parametrize("command", ["open", "score", "report", "verify", "forget"])
def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    """The list of assessments is pointed to, whichever command asked."""
    ran = Ran(capsys, command, tmp_path / "nowhere.toml")

    assert (ran.code, "There is no such file." in ran.err, "maturity list" in ran.err) == (1, True, True)


def test_verify_and_restore(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A damaged file is named, with the way back; the way back works."""
    with OpenResponse.open(pau) as session:
        session.save(session.response.with_answer(load().item_ids[0], Answer(level=2)))
    pau.write_bytes(pau.read_bytes().replace(b"level = 2", b"level = 5"))

    ran = Ran(capsys, "verify", pau)
    assert ran.code == 1
    assert "changed outside the program" in ran.err
    assert "0 answers, intact" in ran.err
    assert f'maturity restore "{pau}"' in ran.err

    ran = Ran(capsys, "restore", "--yes", pau)
    assert ran.code == 0, ran.err
    assert "Done: r1.toml holds" in ran.out
    assert read(pau).revision == 1
    assert b"level = 5" in sidecars.damaged(pau, 1).read_bytes()


def test_verify_says_that_it_was_edited(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A response that was once edited by hand carries the mark."""
    pau.write_bytes(pau.read_bytes()[:-66] + b"0" * 64 + b"\n")
    with OpenResponse.open(pau, accept_damaged=True) as session:
        session.save(session.response)

    assert "changed outside the program" in Ran(capsys, "verify", pau).out


def test_forget(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal to ask in it takes --yes; then everything is gone and was said."""
    refused = Ran(capsys, "forget", pau)
    assert (refused.code, pau.exists()) == (2, True)

    ran = Ran(capsys, "forget", "--yes", pau)
    assert ran.code == 0
    assert ran.out.splitlines() == [f"Removed: {pau}", f"Removed: {pau.parent}"]
    assert not pau.parent.exists()


def test_forget_takes_the_reports_beside_it(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report holds answers and notes: those written beside the answers go with them; somebody's own PDF stays."""
    report, own = sidecars.report(pau), pau.with_suffix(".pdf")
    report.write_bytes(b"%PDF-1.7 <xmp:CreatorTool>maturity 0.1.0</xmp:CreatorTool>")
    own.write_bytes(b"%PDF-1.4 minutes of the council")
    ran = Ran(capsys, "forget", "--yes", pau)

    assert not report.exists()
    assert own.exists()
    assert f"Removed: {report}" in ran.out.splitlines()


def test_forget_while_open(pau: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A response that somebody has open is not removed."""
    with OpenResponse.open(pau):
        ran = Ran(capsys, "forget", "--yes", pau)

    assert ran.code == 1
    assert "open since" in ran.err
    assert "→ Close it there, then try again." in ran.err
    assert pau.exists()


@pytest.mark.parametrize("name", ["a\x1b[31m\x07.toml", "b\udcff.toml", "c\nd.toml"])
def test_names_of_files_are_shown_clean(capsys: pytest.CaptureFixture[str], pau: Path, name: str) -> None:
    """What hides in a file's name does not reach the terminal, and no name stops a command."""
    strange = pau.rename(pau.with_name(name))

    for arguments in (["list"], ["verify", strange], ["verify", f"{strange}x"], ["forget", strange, "--yes"]):
        ran = Ran(capsys, *arguments)
        assert not {"\x1b", "\x07", "\udcff"} & set(ran.out + ran.err)
        assert ran.code in (0, 1)
    assert not strange.exists()
