"""Nobody is asked for a name or an e-mail address, and nothing that fails repeats what was answered."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from maturity.cli.main import UNFORESEEN, main
from maturity.questionnaire.reading import load
from maturity.response.file import create
from maturity.response.model import Authority, Respondent, Response
from tests.faults.program import maturity
from tests.response.samples import SAMPLE

CATALOGUES = sorted((Path(__file__).parents[2] / "src/maturity/locale/fr/LC_MESSAGES").glob("*.po"))
# Where a name is asked for, it is that of an authority, a project, a file or a folder.
ASKS = re.compile(
    r"(?i)\b(e-?mail|courriel|adresse électronique|your (full |first |last )?name|votre nom|prénom|surname)\b"
)
SAYS_NOT = re.compile(
    r"(?i)no name|no e-?mail|not people|aucun nom|ni nom|aucune adresse|sent e-mails|from an e-mail|mail"
)
NOTE = "qzvkwxjyhbtnmrplsdfgocie"


def test_no_word_asks_for_a_name() -> None:
    """In the interface, in both languages."""
    asking = []
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file):
                texts = f"{message.id}\n{message.string}"  # with both forms, where there are two
                asking += [texts] if message.id and ASKS.search(texts) and not SAYS_NOT.search(str(message.id)) else []

    assert asking == []


def test_the_questionnaire_asks_of_the_authority_only() -> None:
    """Its questions before and after the items: choices and counts, no free text."""
    questionnaire = load()
    texts = [text for question in questionnaire.profile for text in str(question.model_dump()).split("'")]

    assert {question.kind for question in questionnaire.profile} <= {"choice", "counts"}
    assert [text for text in texts if ASKS.search(text)] == []


def test_a_response_has_no_place_for_it() -> None:
    """Who answers is a pseudonym and a role; the only names are those of the authority and of projects."""
    assert {*Respondent.model_fields} == {"pseudonym", "role"}
    named = {name for model in (Response, Respondent, Authority) for name in model.model_fields if "name" in name}
    assert named == {"name"}
    assert not [name for name in Response.model_fields if "mail" in name]


@pytest.mark.parametrize("trace", [None, "1"])
def test_a_fault_of_the_program_repeats_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], trace: str | None
) -> None:
    """One line with its kind and place; a traceback, whose message may hold a note, only for who asks for it."""
    item = load().item_ids[0]
    path = tmp_path / "r1.toml"
    create(
        path, SAMPLE.model_copy(update={"answers": {item: SAMPLE.answers["A1.2"].model_copy(update={"note": NOTE})}})
    )

    def fails(*_rest: object) -> None:
        raise KeyError(path.read_text(encoding="utf-8"))

    monkeypatch.setattr("maturity.response.fit.questionnaire_of", fails)
    if trace:
        monkeypatch.setenv("MATURITY_TRACE", trace)
        with pytest.raises(KeyError):
            main(["score", str(path)])
        return
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", "score", str(path)])
    told = capsys.readouterr().err

    assert left.value.code == UNFORESEEN
    assert NOTE not in told
    assert "Traceback" not in told
    assert re.search(r"The program itself failed \(KeyError, \w+\.py:\d+\)", told)


@pytest.mark.parametrize("trace", ["", "1"])
def test_a_fault_that_nobody_can_catch_repeats_nothing(trace: str) -> None:
    """Where an object is cleared away, Python prints what fails with its message and goes on."""
    site = f"""
import maturity.cli.main as main
class Cleared:
    def __del__(self):
        raise ValueError("{NOTE}")
speak = main._speak
main._speak = lambda code: (Cleared(), speak(code))[1]
"""
    done = maturity("list", under=site, more={"MATURITY_TRACE": trace})

    assert done.returncode == 0
    assert (NOTE in done.stderr) == bool(trace)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_fault_of_the_terminal_repeats_nothing(tmp_path: Path) -> None:
    """Textual would print a page with every local variable, answers among them; here the screen is given back first."""
    from tests.tui.terminal import Terminal

    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(FAILS, "utf-8")
    with Terminal(tmp_path / "home", "--lang", "en", "demo", PYTHONPATH=str(site)) as terminal:
        terminal.wait_for("Look around")
        terminal.type("x")
        terminal.wait_for("The program itself failed")

    shown = terminal.raw.decode(errors="replace").rpartition("\x1b[?1049l")[2]
    assert NOTE not in shown
    assert "locals" not in shown
    assert "Traceback" not in shown


# In the child: a key leads to a fault of the program, with a note in its hands.
FAILS = f"""
def _break():
    import textual.app
    first = textual.app.App.on_event
    async def on_event(self, event):
        if type(event).__name__ == "Key":
            note = "{NOTE}"
            raise ValueError(note)
        await first(self, event)
    textual.app.App.on_event = on_event
import sys, importlib.abc
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "maturity.tui.app":
            sys.meta_path.remove(self)
            _break()
        return None
sys.meta_path.insert(0, Finder())
"""
