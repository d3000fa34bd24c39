"""What a person can say, line by line, and what is answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maturity.locale import LANGUAGES
from maturity.plain.commands import COMMANDS, understand
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load, read
from maturity.response.file import OpenResponse, create
from maturity.response.file import read as read_response
from tests.plain.conftest import converse_with, response_to, said

ITEMS = Path(__file__).parent.parent / "questionnaires"
FOUND = sorted(path.parent for path in ITEMS.glob("*/*/questionnaire.toml"))


def first(questionnaire: Questionnaire) -> str:
    """The first item that is asked."""
    form = questionnaire.form(questionnaire.default_form).items
    return next(item for item in questionnaire.item_ids if item in form)


@pytest.mark.parametrize(
    ("line", "id", "rest"),
    [
        ("", "next", ""),
        ("3", "number", "3"),
        ("0 1 2", "number", "0 1 2"),
        ("?", "dont_know", ""),
        ("Je ne sais pas", "dont_know", ""),
        ("don’t know", "dont_know", ""),
        ("AIDE", "help", ""),
        ("help", "help", ""),
        ("resultats", "summary", ""),
        ("results 2", "summary", "2"),
        ("n du texte", "note", "du texte"),
        ("note : du texte", "note", ": du texte"),
        ("/pannes", "search", "pannes"),
        ("chercher les pannes", "search", "les pannes"),
        ("aller à 12", "goto", "12"),
        ("g12", "text", "g12"),
        ("x y", "text", "x y"),
        ("aide à domicile", "text", "aide à domicile"),
        ("٣", "text", "٣"),
    ],
)
def test_words_of_both_languages(line: str, id: str, rest: str) -> None:
    """Keys and words are understood whatever the language, with or without accents; nothing else is a command."""
    said_ = understand(line)

    assert (said_.id, said_.rest) == (id, rest)


def test_no_word_means_two_things() -> None:
    """Every word of every language is one command's alone."""
    from maturity.locale import domain

    words = [
        (word.strip(), command.id)
        for command in COMMANDS.values()
        for code in LANGUAGES
        for word in domain("plain").spoken(code)[0](command.words).split(",")
    ]

    assert [understand(word).id for word, _id in words] == [name for _word, name in words]


def test_saved_is_said_when_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses is told in place of “saved”; the next change saves both."""
    refused = OpenResponse.save
    calls = []

    def save(self: OpenResponse, response: object, *rest: object) -> object:
        calls.append(response)
        if len(calls) == 1:
            from maturity.errors import SaveError

            raise SaveError.of("r1.toml", "Non enregistré : le disque est plein.", "Libérez de la place.")
        return refused(self, response, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(OpenResponse, "save", save)
    code, text = converse_with(path, ["2", "1"])

    before, after = text.split("le disque est plein", 1)
    assert "Enregistré." not in before.split("Réponse 2")[1]
    assert "Vos réponses restent ici" in after
    assert "Réponse 1 : Oui. Enregistré." in after
    assert (code, len(read_response(path).profile)) == (0, 2)


def test_what_could_not_be_saved_is_told_at_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving with changes that the disk refuses says so, and the exit code says so."""
    from maturity.errors import SaveError

    def save(_self: OpenResponse, _response: object) -> None:
        raise SaveError.of("r1.toml", "Non enregistré : le disque est plein.", "Libérez de la place.")

    monkeypatch.setattr(OpenResponse, "save", save)
    code, text = converse_with(path, ["2", "q"])

    assert code == 1
    assert "Tout est enregistré" not in text
    assert "Vos derniers changements ne sont pas enregistrés." in text


def test_another_folder(path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A full disk: before leaving, a folder is asked for until one takes the answers, and the copy is gone on with."""
    from maturity.errors import SaveError

    def save(_self: OpenResponse, _response: object) -> None:
        raise SaveError.of("r1.toml", "Non enregistré : le disque est plein.", "Libérez de la place.")

    monkeypatch.setattr(OpenResponse, "save", save)
    stick = tmp_path / "stick"
    stick.mkdir()
    before = path.read_bytes()
    code, text = converse_with(path, ["2", "q", str(tmp_path / "none"), "", f"  {stick} "])

    assert (code, path.read_bytes()) == (0, before)
    assert "Ce dossier n’existe pas." in text.replace("'", "’")
    (copy,) = stick.iterdir()
    assert f"maturity answer {copy} --plain" in text
    assert len(read_response(copy).profile) == 1

    code, text = converse_with(path, ["2", "q", "q"])
    assert (code, len([*stick.iterdir()])) == (1, 1)
    assert "Vos derniers changements ne sont pas enregistrés." in text


def test_it_goes_on_where_one_stopped(path: Path) -> None:
    """The second conversation says what is answered and begins at the first open question."""
    converse_with(path, ["2", "1", "3", "4"])
    text = said(path)

    assert "2 questions sur 34" in text
    assert "Question 3 sur 34." in text
    assert "Question 1 sur 2." not in text


def test_a_note_in_lines(path: Path, questionnaire: Questionnaire) -> None:
    """Lines up to an empty one; more is added; a dash takes all away; undo takes a whole note back."""
    item = first(questionnaire)
    converse_with(path, ["2", "1", "n", "Une ligne", "et une autre", "", "n la fin"])
    assert read_response(path).answer(item).note == "Une ligne\net une autre\nla fin"

    converse_with(path, ["u"])
    assert read_response(path).answer(item).note == "Une ligne\net une autre\nla fin"  # of another session

    converse_with(path, ["n", "encore", "toujours", "", "u"])
    assert read_response(path).answer(item).note == "Une ligne\net une autre\nla fin"

    converse_with(path, ["n -"])
    assert read_response(path).answer(item).note == ""


def test_each_line_of_a_note_is_kept(path: Path, questionnaire: Questionnaire) -> None:
    """When the lines end in the middle of a note, those typed are in the file."""
    converse_with(path, ["2", "1", "n", "Une ligne", "et une autre"])

    assert read_response(path).answer(first(questionnaire)).note == "Une ligne\net une autre"


def test_a_long_note_is_told(path: Path, questionnaire: Questionnaire) -> None:
    """10,000 characters are kept; what is beyond is not, and is told not to be."""
    text = said(path, "2", "1", "n " + "é" * 10_050)

    assert len(read_response(path).answer(first(questionnaire)).note) == 10_000
    assert "10 000 caractères au plus" in text


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["b"], "C’est la première question."),
        (["u"], "Il n’y a rien à annuler."),
        (["r"], "Il n’y a rien à refaire."),
        (["7"], "Tapez un nombre de 1 à 6"),
        (["0"], "Tapez un nombre de 1 à 6"),
        (["1 2"], "Tapez un nombre de 1 à 6"),
        (["f"], "Tapez un nombre de 1 à 6, ou Entrée pour continuer"),
        (["g 35"], "Il n’y a pas de question 35 : elles vont de 1 à 34."),
        (["g " + "9" * 5000], "Il n’y a pas de question 9999"),
        (["g 0"], "Il n’y a pas de question 0"),
        (["/"], "Tapez le mot après la barre oblique"),
        (["/ zzz"], "Rien ici ne parle de « zzz »."),
        (["langue de"], "Tapez langue fr ou langue en."),
        (["2", "1", "x"], "Cette question s’applique toujours"),
        (["2", "1", "6"], "Tapez un nombre de 1 à 5"),
        (["2", "1", "c 4"], "Tapez c 1"),
        (["2", "1", "o 9"], "Tapez o et un niveau de 1 à 5"),
        (["2", "1", "o"], "pas d’objectif"),
        (["2", "1", ""], "Entrée encore une fois la remet à plus tard."),
        (["2", "1", "", ""], "Sans réponse pour l’instant."),
        (["fin", "3"], "Tapez s pour les résultats"),
        (["fin", "s 99"], "s 1 dit la première"),
        (["fin", ""], "Tapez s pour les résultats"),
        (["g c", "Carte", "4"], "Tapez un nombre de 0 à 3"),
        (["g c", "Carte", "0 1 2 3 0"], "Tapez un nombre de 0 à 3"),
        (["g f", "1000001"], "1 000 000 au plus"),
        (["g f", "9" * 5000], "1 000 000 au plus"),
    ],
)
def test_what_is_possible_is_told(path: Path, lines: list[str], told: str) -> None:
    """A line that cannot be done is answered with what can, once, and the conversation goes on."""
    code, text = converse_with(path, lines)

    assert code == 0
    assert told in " ".join(text.split())


def test_a_second_project_may_be_refused(path: Path) -> None:
    """“non”, Enter and yes without a name all go on to what comes after."""
    for lines in (["non"], [""], ["oui", ""]):
        text = said(path, "g c", "passer", "b", *lines)
        assert text.rindex("Laquelle de ces descriptions") > text.rindex("Voulez-vous décrire un second projet")
        assert read_response(path).helix == ()


def test_doubts_about_counts_are_told(path: Path) -> None:
    """More trials turned into services and stopped than were started: told, and kept."""
    text = said(path, "g f", "2", "3", "1")

    assert "Est-ce" in text or "corriger" in text


def test_coming_back_to_the_end(path: Path) -> None:
    """A question visited from the end leads back to the end once it is answered."""
    text = said(path, "fin", "g 4", "2", "q")

    assert text.count("Question 4 sur 34.") == 1
    assert "Question 5 sur 34." not in text
    assert text.count("Vous pouvez vous arrêter là") == 1
    assert "fin lit la liste" in text


def test_read_only(path: Path) -> None:
    """Looking changes nothing, whatever is typed."""
    before = path.read_bytes()
    code, text = converse_with(path, ["2", "n", "g 3", "n texte", "c 2", "f", "u", "s", "q"], read_only=True)

    assert (code, path.read_bytes()) == (0, before)
    assert "Vous consultez ce fichier" in text
    assert "Enregistré." not in text
    assert "Rien n’a été changé." in text


def test_a_file_that_somebody_has_open(path: Path) -> None:
    """Told as whom, since when and where; “lire” opens it to read only, a number is no choice, “quitter” leaves."""
    with OpenResponse.open(path):
        code, text = converse_with(path, ["1", "lire", "2", "q"], width=200)
        told = r"r1 \(Élu ou élue\)\s: ouvert à \d+\sh\s\d\d dans une autre fenêtre sur cet ordinateur\."
        assert re.search(told, text)
        assert "Vous consultez ce fichier" in text
        assert (code, read_response(path).profile) == (0, {})

        code, text = converse_with(path, ["copie", "9", "2", "oui", "q"])
        assert "Quelle est votre fonction" in text
        mine = read_response(path.with_name("r2.toml"))
        assert (mine.respondent.role, mine.authority) == ("management", read_response(path).authority)
        assert mine.id != read_response(path).id

        code, text = converse_with(path, ["quitter"])
        assert (code, "Question 1" in text) == (0, False)

        code, text = converse_with(path, [])
        assert code == 1


def test_a_damaged_file(path: Path) -> None:
    """The version before can be put back by a word; the damaged text is kept."""
    converse_with(path, ["2", "1"])
    path.write_bytes(path.read_bytes()[:-40])
    text = said(path, "1", "avant", "q")

    assert "Tapez un des mots ci-dessus." in text
    assert "Tout est enregistré." in text
    assert list(path.parent.glob("*.damaged-1"))
    assert len(read_response(path).profile) == 1


@pytest.mark.parametrize("source", FOUND, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_another_questionnaire(tmp_path: Path, source: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any questionnaire can be answered to the end, its results told, in each of its languages."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(ITEMS))
    load.cache_clear()
    questionnaire = read(source)
    file = tmp_path / "r1.toml"
    create(file, response_to(questionnaire, name="Le Jardin"))
    lines = ["h", "h", "h", *(["1"] * 60), "fin", "s", "s 1", "g", "q"]
    code, text = converse_with(file, lines, language=language)
    load.cache_clear()

    assert code == 0
    assert "Le Jardin" in text
    assert {answer.level for answer in read_response(file).answers.values()} == {1}


@pytest.mark.parametrize("width", [40, 20])
def test_lines_fit_a_braille_display(path: Path, width: int) -> None:
    """With 40 cells no line but a file's name is longer, and no sign is one that Braille tables lack."""
    _code, text = converse_with(path, ["2", "1", "h", "h", "h", "3", "g c", "s", "q"], width=width)
    said_ = [line for line in text.splitlines() if not line.startswith("maturity answer ")]

    assert max(map(len, said_)) <= max(width, *map(len, text.split()))
    assert not set(text) & set("\u202f\u00a0·›→≤●○✓✎⚑◆")


def test_a_report_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is told, and the conversation goes on."""

    def refuse(*_values: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("maturity.report.document.write", refuse)
    code, text = converse_with(path, ["w", "2", "q"])

    assert "Le rapport n’a pas été écrit." in text
    assert "le disque est plein" in text
    assert (code, len(read_response(path).profile)) == (0, 1)


def test_enter_after_an_answer_skips_nothing(path: Path, questionnaire: Questionnaire) -> None:
    """An answer leads on by itself: who presses Enter as on the screen stays at the next question, and is told so."""
    first, second = questionnaire.form("placement").items[:2]
    _code, text = converse_with(path, ["2", "", "1", "", "3", "", "4"])
    kept = read_response(path)

    assert (kept.answer(first).level, kept.answer(second).level) == (3, 4)
    assert "On y est déjà" in text
    assert "Sans réponse" not in text


def test_what_stands_beside_an_answer_names_its_question(path: Path) -> None:
    """A note and a flag are confirmed with the question that they belong to; undo says what it undid."""
    _code, text = converse_with(path, ["2", "1", "3", "n Fibre partout", "f", "u"])
    words = " ".join(text.split())

    assert "Question 2 sur 34 : 13 caractères écrits." in words.replace("\u00a0", " ")
    assert "Question 2 sur 34 : Marquée" in words.replace("\u00a0", " ")
    assert "Annulé : " in words.replace("\u00a0", " ")
