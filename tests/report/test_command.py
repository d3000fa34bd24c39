"""``maturity report``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from maturity.cli.main import cli
from maturity.cli.report import command
from maturity.errors import MaturityError, ReportError, UsageError
from maturity.report import reader
from maturity.report.verify import verify
from maturity.response import sidecars
from maturity.response.file import create
from maturity.response.model import Answer, Response
from maturity.response.naming import uuid7
from maturity.response.parsing import loads
from tests.report.conftest import words


@pytest.fixture
def file(village: Response, tmp_path: Path) -> Path:
    """A response file."""
    path = tmp_path / "r1.toml"
    create(path, village)
    return path


def run(*arguments: object) -> tuple[str, str]:
    """Stdout and stderr; an error is raised."""
    done = CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
    return done.stdout, done.stderr


def test_it_says_where_it_was_written(file: Path) -> None:
    """Beside the answers, when no other place is named."""
    out, err = run(file, "--short")

    short = file.with_name("r1-deux-pages.pdf")
    assert f"2 pages écrites dans {short}\n" == out
    assert err == ""
    assert short.read_bytes().startswith(b"%PDF-1.7")


def test_the_language_can_be_chosen(file: Path, tmp_path: Path) -> None:
    """Another one than the screen's."""
    run(file, "--lang", "en", "--short", "-o", tmp_path / "en.pdf")

    assert "for elected members" in words(tmp_path / "en.pdf")
    assert "pour les élus" not in words(tmp_path / "en.pdf")


def test_what_is_not_a_pdf_is_never_overwritten(file: Path, tmp_path: Path) -> None:
    """A mistyped name costs nothing."""
    letter = tmp_path / "letter.odt"
    letter.write_text("chère collègue", encoding="utf-8")
    for target in (letter, file, tmp_path):
        with pytest.raises(UsageError):
            run(file, "-o", target)

    assert letter.read_text(encoding="utf-8") == "chère collègue"


def test_a_pdf_of_somebody_else_is_never_overwritten(file: Path, tmp_path: Path) -> None:
    """Minutes that happen to be a PDF stay, whichever command is given their name."""
    minutes = tmp_path / "minutes.pdf"
    minutes.write_bytes(b"%PDF-1.4\nminutes\n%%EOF\n")
    for given in (("report", str(file), "--short", "-o", str(minutes)), ("demo", "--report", str(minutes))):
        assert CliRunner().invoke(cli, given).exit_code != 0

    assert minutes.read_bytes() == b"%PDF-1.4\nminutes\n%%EOF\n"


def test_an_earlier_report_is_replaced(file: Path) -> None:
    """Twice the same command, once the same file."""
    run(file, "--short")
    run(file, "--short")

    assert sorted(path.suffix for path in file.parent.iterdir() if path.name.startswith("r1")) == [".pdf", ".toml"]


def test_two_pages_never_replace_the_whole_report(file: Path) -> None:
    """They have a name of their own in each language, and whoever forgets the answers forgets them too."""
    run(file)
    run(file, "--short")
    run(file, "--short", "--lang", "en")
    names = ["r1-deux-pages.pdf", "r1-two-pages.pdf", "r1.pdf"]

    assert sorted(path.name for path in file.parent.glob("*.pdf")) == names
    assert sorted(path.name for path in sidecars.reports(file)) == names


def test_a_link_in_the_place_of_the_report_is_left_alone(file: Path, tmp_path: Path) -> None:
    """Neither it nor what it leads to is replaced."""
    there, link = tmp_path / "there.pdf", tmp_path / "link.pdf"
    there.write_bytes(b"%PDF-1.4 minutes")
    link.symlink_to(there)
    with pytest.raises(UsageError, match="lien"):
        run(file, "--short", "-o", link)

    assert link.is_symlink()
    assert there.read_bytes() == b"%PDF-1.4 minutes"


def test_the_wave_before_is_found(file: Path, village: Response) -> None:
    """The newest one beside the answers, told; another one can be named, or none."""
    earlier(file, village, "2019")
    named = earlier(file, village, "2021")

    assert inside(file, run(file)) == ("Il se compare à l’édition 2021.", "2021")
    assert inside(file, run(file, "--since", named.with_name("2019.toml"))) == (
        "Il se compare à l’édition 2019.",
        "2019",
    )
    assert inside(file, run(file, "--no-since")) == ("", None)


def test_a_wave_that_cannot_be_compared_is_told(file: Path, village: Response) -> None:
    """Found beside it, with an answer that nobody knows: a sentence says so, and the report is there without it."""
    earlier(file, village.with_answer("T9.9", Answer(level=1)), "2021")
    told, wave = inside(file, run(file))

    assert told.startswith("! Le rapport ne se compare à aucune édition antérieure")
    assert wave is None


def test_a_wave_that_was_named_is_meant(file: Path, village: Response) -> None:
    """Damaged, of another authority, not earlier, not there, or both asked for and not: an error, and no report."""
    damaged = earlier(file, village, "2021")
    damaged.write_text("schema = [")
    other = village.authority.model_copy(update={"name": "Elsewhere", "code": "X"})
    stranger = earlier(file, village.model_copy(update={"authority": other}), "2020")
    for named in (damaged, stranger, file, file.with_name("none.toml")):
        with pytest.raises(MaturityError):
            run(file, "--since", named)
    with pytest.raises(UsageError):
        run(file, "--since", stranger, "--no-since")

    assert not file.with_suffix(".pdf").exists()


def test_notes_stay_at_home_when_asked(village: Response, tmp_path: Path) -> None:
    """By default it is told that they travel inside; without them they are in no page and no attachment."""
    path, item = tmp_path / "r1.toml", next(iter(village.answers))
    create(path, village.with_answer(item, Answer(level=2, note="Le maire hésite", evidence="dossier gris")))
    assert "Une note voyage dans le fichier" in run(path)[1]
    assert run(path, "--without-notes", "--no-since")[1] == ""
    data = path.with_suffix(".pdf").read_bytes()
    told = words(path.with_suffix(".pdf")) + str(reader.attachments(data))

    assert "hésite" not in told
    assert "gris" not in told
    assert "laissés hors de ce rapport" in told
    assert all(holds for _, holds in verify(path.with_suffix(".pdf")))


def test_a_logo_goes_on_the_cover(file: Path) -> None:
    """The one that is named, else the one beside the answers; of one that only stands there a fault is only told."""
    logo = file.with_name("logo.png")
    Image.new("RGB", (40, 20), "teal").save(logo)
    assert "logo.png" in run(file)[1]
    assert "logo.png" in reader.attachments(file.with_suffix(".pdf").read_bytes())
    logo.write_bytes(b"GIF89a")
    assert "Ce n’est ni un fichier PNG ni un fichier SVG." in run(file)[1]
    with pytest.raises(ReportError):
        run(file, "--logo", logo)
    assert "ne sert pas" in run(file, "--short", "--logo", logo)[1]


def earlier(file: Path, village: Response, wave: str) -> Path:
    """The same answers, in an earlier wave, beside the file."""
    path = file.with_name(f"{wave}.toml")
    begun = village.started.replace(year=int(wave))
    create(path, village.model_copy(update={"id": uuid7(), "wave": wave, "started": begun}))
    return path


def inside(file: Path, told: tuple[str, str]) -> tuple[str, str | None]:
    """What was told on stderr, and the earlier wave that travels in the report."""
    data = reader.attachments(file.with_suffix(".pdf").read_bytes()).get("earlier.toml")
    return told[1].strip(), None if data is None else loads(data.decode(), "earlier.toml").wave


def test_replaced_characters_are_told(village: Response, tmp_path: Path) -> None:
    """On stderr, with their numbers."""
    path = tmp_path / "r1.toml"
    item = next(iter(village.answers))
    create(path, village.with_answer(item, Answer(level=2, note="日本")))
    _, err = run(path)

    assert "2 caractères manquent" in err
    assert "日 (U+65E5)" in err


def test_pictures_for_slides(file: Path, tmp_path: Path) -> None:
    """Each one as SVG, beside the report."""
    out, _ = run(file, "--short", "--slides", tmp_path / "slides")
    drawn = sorted((tmp_path / "slides").glob("*.svg"))

    assert len(drawn) >= 5
    assert f"{len(drawn)} images" in out
    assert {"carte-type.svg", "parcours.svg"} <= {path.name for path in drawn}
    assert run(file, "--short", "--slides", tmp_path / "slides")[0] == out


def test_a_picture_of_somebody_else_is_not_replaced(file: Path, tmp_path: Path) -> None:
    """No picture is written beside it, either."""
    own = tmp_path / "slides" / "parcours.svg"
    own.parent.mkdir()
    own.write_text("<svg/>")
    with pytest.raises(ReportError, match="n’a pas dessinée"):
        run(file, "--short", "--slides", own.parent)

    assert [path.read_text() for path in own.parent.iterdir()] == ["<svg/>"]
    assert not list(file.parent.glob("*.pdf"))


def test_pictures_that_cannot_be_written_stop_all(file: Path, tmp_path: Path) -> None:
    """A file where the folder should be is told before the report is written."""
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(ReportError):
        run(file, "--short", "--slides", tmp_path / "taken")

    assert not list(file.parent.glob("*.pdf"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Where, why, what to do."""
    with pytest.raises(MaturityError, match="absent"):
        run(tmp_path / "absent.toml")


def test_it_is_one_of_the_commands() -> None:
    """And its help is in the reader's language."""
    assert "réunion" in CliRunner().invoke(cli, ["report", "--help"]).output


def test_the_actions_are_written_besides(file: Path, tmp_path: Path) -> None:
    """And it is said how many, and where."""
    for name in ("actions.csv", "actions.xlsx"):
        out, _err = run(file, "--short", "--actions", tmp_path / name)

        assert f"6 actions écrites dans {tmp_path / name}\n" in out
        assert (tmp_path / name).stat().st_size > 1000


def test_a_name_that_cannot_be_used_for_actions_stops_all(file: Path, tmp_path: Path) -> None:
    """Before the report is written."""
    with pytest.raises(UsageError):
        run(file, "--short", "--actions", tmp_path / "actions.txt")

    assert not file.with_suffix(".pdf").exists()
