"""What a person finds who opens a file that is not as it was written: told in words, a choice, nothing lost.

Each kind of damage through each face: the command line, line by line, the terminal.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pexpect
import pytest
from pypdf import PdfReader

from maturity.errors import DamagedError, MaturityError
from maturity.locale import set_language
from maturity.response import described, reading, restoring, sidecars
from maturity.response.checksum import Seal
from maturity.response.file import OpenResponse, forget, read
from maturity.response.opening import look
from maturity.response.versions import survey
from tests.faults.damaged import DAY, KINDS, NEWER, READ, lost, make, texts
from tests.faults.program import maturity as ran
from tests.faults.test_system_calls import CALLS, Failing
from tests.tally import Tried

pytestmark = pytest.mark.family(20)
READERS = (("score",), ("score", "--json"), ("verify",), ("report",))


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_there(tmp_path: Path, kind: str) -> None:
    """Each version: whether it is intact, when it was saved, how many answers, which revision."""
    path = make(tmp_path, kind)
    found = look(path)
    best, readable = KINDS[kind]

    assert (found.best is not None, found.readable) == (best, readable)
    if found.best is not None:
        newer = kind in NEWER
        assert found.best.state == "intact"
        assert (found.best.answers, found.best.revision) == ((28, 3) if newer else (27, 2))
        assert found.best.saved == DAY.replace(minute=32 if newer else 31)
    if found.file is not None and kind not in ("zeros", "empty", *NEWER):
        assert (found.file.saved, found.file.revision) == (DAY.replace(minute=32), 3)
        assert found.file.answers == READ.get(kind.removesuffix(", alone"), 28)


def test_in_words(tmp_path: Path) -> None:
    """The sentence of the promise, in both languages."""
    found, now = survey(make(tmp_path, "cut")), DAY + timedelta(days=3)
    day = f"on 22\N{NO-BREAK SPACE}November 2026 at {DAY.astimezone().hour}"
    told = [described.happened(found), *(described.told(one, now) for one in described.versions(found))]

    assert told == [
        "The end of this file is missing: a save or a copy of it was interrupted.",
        f"The version in the file, saved {day}:32: 25 answers can still be read, its end is missing.",
        f"The previous version, saved {day}:31: 27 answers, intact.",
    ]
    set_language("fr")
    assert "27 réponses, intacte" in described.told(found.beside[0], now)
    assert "aujourd’hui à" in described.when(now, now)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NEWER])
def test_a_command_that_reads(tmp_path: Path, kind: str, tried: Tried) -> None:
    """Nothing is scored in silence: three parts, the versions, the command that asks; nothing changes."""
    path = make(tmp_path, kind)
    before = texts(path)
    for command in READERS:
        done = ran(*command, path)
        tried.add(1)
        assert (done.returncode, done.stdout) == (1, "")
        assert "Traceback" not in done.stderr
        assert done.stderr.count("\n") == 3
        assert ("27 answers, intact" in done.stderr) == KINDS[kind][0]
        # of an answer that its questionnaire does not know, the question itself tells
        assert ("maturity restore" in done.stderr) == (any(KINDS[kind]) or kind == "level 9, alone")
    assert texts(path) == before


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_to_ask(tmp_path: Path, kind: str) -> None:
    """``maturity restore`` without a person tells the versions, asks for a choice, and changes nothing."""
    path = make(tmp_path, kind)
    before = texts(path)
    done = ran("restore", path)

    assert done.returncode == (2 if any(KINDS[kind]) else 1)
    assert done.stderr.count("\n") == 3
    assert ("✓" in done.stdout) == KINDS[kind][0]
    assert texts(path) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("choice", ["--yes", "--keep-edited"])
def test_restore(tmp_path: Path, kind: str, choice: str) -> None:
    """What was chosen stands in the file, and what gave way beside it; where it cannot be had, nothing changes."""
    path = make(tmp_path, kind)
    before = texts(path)
    possible = KINDS[kind][0 if choice == "--yes" else 1]
    done = ran("restore", path, choice)

    assert done.returncode == (0 if possible else 1), done.stderr
    assert lost(before, path) == []
    if not possible:
        assert texts(path) == before
        assert done.stderr.count("\n") >= 3
        return
    response = read(path)
    newer = kind in NEWER
    assert response.edited_by_hand == (choice == "--keep-edited" and not newer)
    given = sum(answer.given for answer in response.answers.values())
    assert given == (27 if (choice == "--yes") != newer else READ.get(kind.removesuffix(", alone"), 28))
    assert f"{given} answers" in done.stdout
    again = ran("restore", path)
    assert (again.returncode, "This file is intact." in again.stdout) == (0, True), "asked once"
    with OpenResponse.open(path) as file:
        file.save(file.response)
    if not newer:
        gone = [name for name in lost(before, path) if choice == "--keep-edited" or name == path.name]
        assert gone == [], "kept for longer than the next save"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if any(KINDS[kind])])
@pytest.mark.parametrize("word", ["intact", "anyway", "look", "leave"])
def test_line_by_line(tmp_path: Path, kind: str, word: str) -> None:
    """The same choice in words; to look or to leave changes nothing."""
    path = make(tmp_path, kind)
    before = texts(path)
    word = {"intact": "newer", "anyway": "saved"}.get(word, word) if kind in NEWER else word
    done = ran("answer", path, "--plain", said=f"{word}\nleave\nq\n")

    told = " ".join(done.stdout.split())
    offered = {"intact": KINDS[kind][0], "anyway": KINDS[kind][1], "look": any(KINDS[kind])}
    assert "The program has not touched it." in told
    if KINDS[kind][0]:
        assert "answers, intact." in told
    if not offered.get(word, True):
        assert "Type one of the words above." in told
    if word in ("look", "leave") or not offered.get(word, True):
        assert texts(path) == before
    else:
        assert read(path)
    assert "Traceback" not in done.stderr
    assert lost(before, path) == []


def test_marked(tmp_path: Path) -> None:
    """Whoever went on with a text changed by hand is told so by every result, list and sheet."""
    path = make(tmp_path, "edited")
    ran("restore", path, "--keep-edited")
    actions = tmp_path / "actions.csv"
    ran("report", path, "--actions", actions, "-o", tmp_path / "report.pdf", "--slides", tmp_path / "slides")

    assert "edited outside the program" in ran("score", path).stdout
    assert '"edited_by_hand": true' in ran("score", path, "--json").stdout
    assert "changed outside the program" in ran("list", "--folder", tmp_path).stdout
    assert "– Before that it was changed outside the program" in ran("verify", path).stdout
    assert "edited outside the program" in actions.read_text("utf-8-sig")
    slides = [one.read_text() for one in (tmp_path / "slides").iterdir()]
    ran("report", path, "--short", "-o", tmp_path / "short.pdf")
    assert "changed outside the program" in " ".join(PdfReader(tmp_path / "short.pdf").pages[0].extract_text().split())
    assert len(slides) > 4
    assert {slide.count("Answers edited outside the program") for slide in slides} == {2}, "drawn, and read aloud"


def test_compared(tmp_path: Path) -> None:
    """Of two waves, the one that was changed by hand is named."""
    path, later = make(tmp_path / "a", "edited"), make(tmp_path / "b", "unfinished")
    restoring.keep_as_it_is(path)
    restoring.restore(later)
    with OpenResponse.open(later) as file:
        file.save(file.response.model_copy(update={"wave": "2027"}))

    assert "The file of 2026 was edited outside the program." in " ".join(ran("compare", path, later).stdout.split())


def test_gone_is_listed_and_forgotten(tmp_path: Path) -> None:
    """A file that somebody removed stands in the list as long as a version of it does; forgetting leaves nothing."""
    path = make(tmp_path, "gone")
    told = ran("list", "--folder", tmp_path).stdout
    assert "This file is gone" in told
    assert f'maturity restore "{path}"' in told

    assert ran("forget", path, "--yes").returncode == 0
    assert not path.parent.exists()


def test_kept_texts_are_forgotten(tmp_path: Path) -> None:
    """What was put aside goes with the response."""
    path = make(tmp_path, "edited")
    restoring.restore(path)
    assert sidecars.damaged(path, 1).exists()
    forget(path)
    assert not path.parent.exists()


def test_told_of_an_unfinished_save(tmp_path: Path) -> None:
    """The acknowledged version is read; that there is a newer one is told where the file is checked."""
    path = make(tmp_path, "unfinished")
    before = texts(path)

    assert "28 answers, intact" in ran("verify", path).stdout
    assert ran("score", path).returncode == 0
    assert texts(path) == before


def test_not_while_somebody_saves(tmp_path: Path) -> None:
    """A temporary file of somebody who has the file open is their save, and nothing to offer."""
    path = make(tmp_path, "unfinished")
    with OpenResponse.open(path):
        done = ran("restore", path, "--yes")
    assert done.returncode == 1
    assert "open since" in done.stderr
    assert "→ Close it there, then try again." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(
    ("kind", "words", "key", "given"),
    [
        ("cut", "La fin du fichier manque", "2", 27),
        ("edited", "modifié hors du programme", "3", 28),
        ("gone", "n’est plus là", "2", 27),
        ("unfinished", "a été interrompu", "2", 28),
        ("older copy", "Une copie plus ancienne", "2", 28),
    ],
)
def test_in_a_terminal(tmp_path: Path, kind: str, words: str, key: str, given: int) -> None:
    """Esc leaves everything as it is; the choice opens what was chosen, and the answer given then is saved."""
    from tests.tui.terminal import Terminal

    path = make(tmp_path, kind)
    before = texts(path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path)) as terminal:
        terminal.wait_for(words, "intacte")
        terminal.type("escape")
        terminal.wait_for("Nouvelle évaluation")
        assert texts(path) == before
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
    with Terminal(tmp_path, "--lang", "fr", "open", str(path)) as terminal:
        terminal.wait_for(words, "intacte")
        terminal.type(key)
        terminal.wait_for("C’est fait")
        terminal.type("enter")
        terminal.wait_for(f"{given + 1} sur 34")
        terminal.type("4")
        terminal.wait_for("● 4", "Enregistré")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
    response = read(path)
    assert sum(answer.given for answer in response.answers.values()) == given + 1
    assert response.edited_by_hand == (kind == "edited")
    assert kind == "unfinished" or lost({path.name: before.get(path.name, b"")}, path) == []


@pytest.mark.parametrize("choice", [restoring.restore, restoring.keep_as_it_is])
@pytest.mark.parametrize("kind", ["last line removed", "edited", "unfinished", "older copy"])
def test_whichever_call_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried, kind: str, choice: Callable[[Path], object]
) -> None:
    """A disk that refuses midway, once or from then on, loses no text; the same choice works once it takes it."""
    for nth in range(1, 100):
        failing = Failing(nth, errno.EIO, for_ever=nth % 2 == 0)
        path = make(tmp_path / str(nth), kind)
        before = texts(path)
        with monkeypatch.context() as patch, suppress(MaturityError):
            for name in CALLS:
                patch.setattr(os, name, failing.wrap(getattr(os, name)))
            choice(path)
        tried.add(1)
        assert lost(before, path) == [], nth
        found = survey(path)
        if not found.whole or found.best is not None:
            choice(path)
        assert survey(path).whole
        assert lost(before, path) == [], nth
        if not failing.happened:
            return
    raise AssertionError(nth)


@pytest.mark.parametrize(
    "kind",
    ["edited", "edited, alone", "unfinished", "last line removed", "cut", "brace lost", "word misspelt", "older copy"],
)
def test_brought_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried, kind: str) -> None:
    """What was put aside can be gone on with after all, whichever call fails meanwhile; no text is lost over it."""
    for nth in range(1, 200):
        failing = Failing(nth, errno.EIO, for_ever=nth % 2 == 0)
        path = make(tmp_path / str(nth), kind)
        aside = path.read_bytes() if kind != "unfinished" else sidecars.temporary(path).read_bytes()
        (restoring.keep_as_it_is if kind == "unfinished" or "alone" in kind else restoring.restore)(path)
        before = texts(path)
        (kept,) = [one for one in survey(path).kept if one.data == aside]
        with monkeypatch.context() as patch, suppress(MaturityError):
            for name in CALLS:
                patch.setattr(os, name, failing.wrap(getattr(os, name)))
            restoring.bring_back(path, kept.path)
        tried.add(1)
        assert lost(before, path) == [], nth
        if failing.happened:
            continue
        response = read(path)
        assert response.edited_by_hand == (kind not in NEWER)
        assert {**response.answers} == ({**kept.response.answers} if kept.response else {})
        return
    raise AssertionError(nth)


def test_what_was_put_aside_says_otherwise(tmp_path: Path) -> None:
    """Beside an intact file, too, each kept version tells in which answers it differs."""
    path = make(tmp_path, "edited")
    item = next(iter(read(make(tmp_path / "other", "older copy")).answers))
    restoring.restore(path)
    told = ran("restore", path).stdout

    assert "This file is intact." in told
    assert f"Different in r1.toml.damaged-1: joint decision body ({item}) 3 → 4" in told.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("kind", "advised", "not_advised"),
    [
        ("gone", "--yes", "--keep-edited"),
        ("edited, alone", "--keep-edited", "--yes"),
        ("edited", "--yes for the newest intact version, or --keep-edited", "terminal"),
    ],
)
def test_only_what_would_work_is_advised(tmp_path: Path, kind: str, advised: str, not_advised: str) -> None:
    """To somebody who cannot be asked; and what they try all the same says what is there instead."""
    path = make(tmp_path, kind)
    told = ran("restore", path).stderr
    assert advised in told
    assert not_advised not in told
    if kind == "gone":
        refused = ran("restore", path, "--keep-edited")
        assert (refused.returncode, "This file is gone" in refused.stderr, "--yes" in refused.stderr) == (1, True, True)


def test_asked_which_one_to_bring_back(tmp_path: Path) -> None:
    """In a terminal, also beside an intact file; Enter alone changes nothing, and that is no failure."""
    path = make(tmp_path, "edited")
    aside = path.read_bytes()
    restoring.restore(path)
    before = texts(path)
    for typed, code in (("", 0), ("1", 0)):
        with pexpect.spawn(
            sys.executable, ["-m", "maturity", "--lang", "en", "restore", str(path)], encoding="utf-8", timeout=20
        ) as talk:
            talk.expect("r1.toml.damaged-1; what the file contains now is kept in turn")
            talk.expect("Which one do you want")
            talk.sendline(typed)
            talk.expect(pexpect.EOF)
        assert talk.exitstatus == code
        assert (texts(path) == before) == (typed == "")
    assert read(path).edited_by_hand
    assert lost({**before, "aside": aside}, path) == []


def _nothing_kept(_path: Path, _data: bytes) -> Path:
    return Path()


@pytest.mark.parametrize("choice", [restoring.restore, restoring.keep_as_it_is])
def test_a_broken_way_would_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: Callable[[Path], object]
) -> None:
    """Without the copy that is put aside, these tests find a text lost; without the check, an edit is not noticed."""
    path = make(tmp_path, "edited")
    before = texts(path)
    monkeypatch.setattr("maturity.response.restoring.keep_damaged", _nothing_kept)
    monkeypatch.setattr("maturity.response.reading.keep_damaged", _nothing_kept)
    choice(path)
    assert lost(before, path) == ["r1.toml"]

    other = make(tmp_path / "other", "edited")
    with pytest.raises(DamagedError):
        read(other)
    monkeypatch.setattr(reading, "examine", lambda _data: Seal("intact", ""))
    assert not read(other).edited_by_hand
