"""``maturity privacy``: what is stored where, for a data-protection officer, and an entry for the register."""

from __future__ import annotations

from collections.abc import Callable

import click

from maturity.cli.lines import filled
from maturity.cli.words import Command
from maturity.locale import domain
from maturity.toml import shown_file

_, ngettext, pgettext = domain("privacy").functions

_COLUMN = 24  # of the file names


@click.command(cls=Command, short_help="What is stored where, for a data-protection officer.")
@click.option("--register", is_flag=True, help="Only the entry for the register of processing, to copy.")
def command(*, register: bool) -> None:
    """Say what is stored where and what it may tell of people, with an entry for the register of processing."""
    if not register:
        for heading, body in _SECTIONS:
            _print(heading(), body())
    _print(_("Entry for the register of processing"), _entry())


def _print(heading: str, lines: list[str]) -> None:
    click.echo(heading.upper())
    for line in lines:
        click.echo(line)
    click.echo()


def _where() -> list[str]:
    from maturity.response.workspace import default_folder, listing

    folder = default_folder()
    n = len(listing(folder))
    told = ngettext("{n} assessment in this folder:", "{n} assessments in this folder:", n).format(n=n)
    return [
        *filled(told),
        f"  {shown_file(folder)}",
        *filled(
            _(
                "Nothing stands anywhere else: no settings, no log, no cache, no account. Files that were opened from "
                "another folder stay there, with those beside them."
            )
        ),
        *filled(
            _(
                "On Linux and macOS, files and folders are for the account that made them alone, whatever its "
                "defaults; on Windows they have the rights of the folder they stand in."
            )
        ),
    ]


def _files() -> list[tuple[str, str]]:
    return [
        ("r1.toml", _("the answers of one respondent: authority, role, levels, notes, evidence, times")),
        ("r1.toml.previous", _("the version before the last save")),
        ("r1.toml.damaged-1", _("what the file held when another version took its place")),
        (
            ".r1.toml.lock .session",
            _("while it is open: since when, and which computer in six digits, which name nobody"),
        ),
        ("*.pdf *.svg *.csv *.xlsx", _("what somebody asked for: the report holds the answers, and the notes unless "
                                       "it was written with --without-notes")),
    ]  # fmt: skip


def _holds() -> list[str]:
    lines = []
    for name, text in _files():
        first, *rest = filled(text, indent=_COLUMN + 4)
        lines += [f"  {name:<{_COLUMN}}  {first.strip()}", *rest]
    return lines


def _people() -> list[str]:
    return _listed(
        _("No name and no e-mail address is asked for: r1, r2 and so on stand for people."),
        _(
            "A role can still point to one person: a village has one mayor and one secretary. Treat these files as "
            "personal data."
        ),
        _("Notes and evidence are free text. Ask those who answer to name offices and documents, not people."),
        _("Another questionnaire could ask other things of people; this one does not. Read the questions first."),
    )


def _leaves() -> list[str]:
    return _listed(
        _("Nothing is sent anywhere: no account, no statistics, no look for updates. It works without a network."),
        _("Whoever sends a file or a report sends what it holds. Leave the notes out of what is published."),
        _("A shared drive, its backups and a folder that is copied to a cloud service keep copies of their own."),
    )


def _erase() -> list[str]:
    return _listed(
        _("Files stay until somebody removes them: “maturity forget FILE” takes one and all that stands beside it."),
        _("Reports and copies elsewhere, backups and sent e-mails have to be removed where they are."),
        _(
            "What was removed may be found on a disk for a while by those who have it in their hands; an encrypted "
            "disk is the remedy."
        ),
    )  # fmt: skip


_SECTIONS: tuple[tuple[Callable[[], str], Callable[[], list[str]]], ...] = (
    (lambda: _("Where"), _where),
    (lambda: _("What each file holds"), _holds),
    (lambda: _("What it may tell of people"), _people),
    (lambda: _("What leaves this computer"), _leaves),
    (lambda: _("How long, and how to remove it"), _erase),
)


def _entry() -> list[str]:
    """The fields of Regulation (EU) 2016/679, article 30 (1), in its order; what only the authority knows in [ ]."""
    fields = [
        (_("Name"), _("Self-assessment of digital co-creation with residents")),
        (_("Controller"), _("[the authority, its representative, how to reach them]")),
        (_("Data-protection officer"), _("[name of the function, how to reach it]")),
        (
            _("Purpose"),
            _("To know how the authority creates value with residents by digital tools, and to decide what comes next"),
        ),
        (
            _("Legal basis"),
            _("Task carried out in the public interest (article 6 (1) (e)); to be confirmed by the officer"),
        ),
        (_("People concerned"), _("Elected members and staff who answer; people named in notes, if any")),
        (
            _("Data"),
            _("Authority, role, pseudonym, answers, notes, times of saving. No special category is asked for"),
        ),
        (_("Recipients"), _("Those who answer, the management, [the consultant]; readers of the reports")),
        (_("Transfers outside the European Union"), _("None by the tool")),
        (_("Kept for"), _("[for example until the second assessment after this one], then removed")),
        (
            _("Security"),
            _(
                "On the authority’s own computers, without a network; files for their owner alone; damage noticed by a "
                "checksum, previous version kept; [encrypted disk, backups]"
            ),
        ),
        (_("Rights of people"), _("To see, correct and remove: in the file itself, with whoever keeps it, [office]")),
    ]  # fmt: skip
    told = [line for name, text in fields for line in (f"  {name}", *filled(text, indent=4))]
    note = _("A proposal. In square brackets: what only you know. Your officer has the last word.")
    return [*told, "", *filled(note)]


def _listed(*sentences: str) -> list[str]:
    return [line for sentence in sentences for line in _with_sign(filled(sentence, indent=2))]


def _with_sign(lines: list[str]) -> list[str]:
    return ["- " + lines[0].strip(), *lines[1:]]
