"""``maturity report FILE``: the answers and what they mean, as one accessible PDF."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.streams import confirm
from maturity.cli.target import check_target
from maturity.cli.words import ANY_PATH, Command, tell_other_text
from maturity.errors import UsageError
from maturity.locale import LANGUAGES, domain, language
from maturity.response.sidecars import plain_report
from maturity.toml import shown_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maturity.charts.between import Assessed
    from maturity.report.document import Written
    from maturity.report.matter import Matter

_, ngettext, _pgettext = domain("report").functions


@click.command(cls=Command, short_help="Write the report of an assessment as a PDF.")
@click.argument("file", type=ANY_PATH)
@click.option("-o", "--output", metavar="FILE", type=ANY_PATH, help="Where to write it; beside FILE otherwise.")
@click.option("--short", is_flag=True, help="Two pages for a meeting instead of the whole report.")
@click.option("--lang", "spoken", type=click.Choice(LANGUAGES), help="The language of the report.")
@click.option(
    "--since",
    metavar="FILE",
    type=ANY_PATH,
    help="The earlier wave to look back on; the newest one beside FILE otherwise.",
)
@click.option("--no-since", "alone", is_flag=True, help="Look back on no earlier wave.")
@click.option(
    "--logo",
    metavar="FILE",
    type=ANY_PATH,
    help="A logo for the cover, PNG or SVG; logo.svg or logo.png beside FILE otherwise.",
)
@click.option("--without-notes", "bare", is_flag=True, help="Leave notes and evidence out.")
@click.option(
    "--slides",
    metavar="FOLDER",
    type=ANY_PATH,
    help="Also write every picture as SVG into this folder.",
)
@click.option(
    "--actions",
    metavar="FILE",
    type=ANY_PATH,
    help="Also write the next actions for a spreadsheet, to follow them up: .csv or .xlsx.",
)
def command(  # noqa: PLR0913 - the options of the command
    file: Path,
    *,
    output: Path | None,
    spoken: str | None,
    since: Path | None,
    logo: Path | None,
    slides: Path | None,
    actions: Path | None,
    short: bool,
    alone: bool,
    bare: bool,
) -> None:
    """Write the report of an assessment as a PDF that everybody can read."""
    from maturity.charts.between import assessed
    from maturity.cli.inside import earlier_wave, logo_of, tell_notes, tell_unused
    from maturity.report.document import write
    from maturity.report.matter import Matter
    from maturity.report.slides import look
    from maturity.report.voice import Voice

    if since is not None and alone:
        why = _("Only one of --since and --no-since can be meant.")
        raise UsageError.of("maturity report", why, _("Leave one of them out."))
    told = spoken or language()
    now = assessed(file)
    target = _target(output, file, told, short=short)
    tell_other_text(now.response, now.questionnaire)
    sheet = actions and _follow_up(actions, Matter(*now, Voice(told)))
    if slides is not None:
        look(slides, now.questionnaire, now.result, told)
    tell_unused(short=short, since=since, logo=logo)
    mark = None if short else logo_of(logo, file)
    before = None if short or alone else earlier_wave(since, file, now)
    with _bar() as progress:
        written = write(
            target, *now, language=told, short=short, earlier=before, logo=mark, notes=not bare, progress=progress
        )
    _say(target, written)
    if not bare:
        tell_notes(now.response)
    if slides is not None:
        _write_slides(slides, now, told)
    if sheet:
        sheet()


def _target(output: Path | None, file: Path, told: str, *, short: bool) -> Path:
    """Where the report goes: beside the answers, when no other place is named."""
    target = output if output is not None else plain_report(file, told, short=short)
    if os.path.exists(target) and target.resolve() == file.resolve():  # noqa: PTH110 - of a name too long: no
        why = _("This is the response file itself.")
        raise UsageError.of(shown_file(target), why, _("Choose another name for the report."))
    check_target(target)
    return target


@contextmanager
def _bar() -> Iterator[Callable[[float], None]]:
    """A progress bar on stderr where somebody looks; else silence."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _share: None
        return
    with click.progressbar(length=100, label=_("Report"), file=sys.stderr) as bar:
        yield lambda share: bar.update(round(share * 100) - bar.pos)


def _say(target: Path, written: Written) -> None:
    told = ngettext("{n} page written to {path}", "{n} pages written to {path}", written.pages)
    confirm(told.format(n=written.pages, path=shown_file(target)))
    if written.replaced:
        signs = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(written.replaced)[:20])
        told = ngettext(
            "One character is not in the fonts of the report and was replaced by ◊: {signs}",
            "{n} characters are not in the fonts of the report and were replaced by ◊: {signs}",
            len(written.replaced),
        )
        click.echo(told.format(n=len(written.replaced), signs=signs), err=True)


def _write_slides(folder: Path, now: Assessed, told: str) -> None:
    from maturity.report.slides import write_slides

    edited = now.response.edited_by_hand
    drawn = write_slides(folder, now.questionnaire, now.result, told, edited=edited)
    say = ngettext("{n} picture written to {path}", "{n} pictures written to {path}", len(drawn))
    confirm(say.format(n=len(drawn), path=shown_file(folder)))


def _follow_up(path: Path, matter: Matter) -> Callable[[], None]:
    """The actions as they will be written, so that a name that cannot be used stops all before anything is written."""
    from maturity.report import followup
    from maturity.report.actions import rows

    table = rows(matter)
    data = followup.render(table, path)

    def write() -> None:
        followup.write(path, data)
        say = ngettext("{n} action written to {path}", "{n} actions written to {path}", len(table.rows))
        confirm(say.format(n=len(table.rows), path=shown_file(path)))

    return write
