"""Where a command is about to write a report: only a report that was there before is ever replaced."""

from __future__ import annotations

import stat
from pathlib import Path

from maturity.errors import ReportError, UsageError
from maturity.locale import domain

_ = domain("report").gettext


def check_target(target: Path) -> None:
    """Only a report of this tool is ever overwritten; a pipe or a device is not even opened; a link is left alone.

    Raises:
        UsageError: a folder, a link, or a file of another kind, stands there.
        ReportError: the system does not let one look.
    """
    from maturity.response.saving import reason
    from maturity.response.sidecars import is_report
    from maturity.toml import shown_file

    shown = shown_file(target)
    try:
        mode = target.lstat().st_mode
        is_ours = is_report(target)
    except FileNotFoundError:
        return
    except OSError as error:
        why = _("The report could not be written here ({reason}). Nothing was changed.").format(reason=reason(error))
        raise ReportError.of(shown, why, _("Choose another name for the report.")) from error
    if stat.S_ISLNK(mode):  # written through, something elsewhere would go; replaced, the link
        raise UsageError.of(shown, _("This is a link to another file."), _("Name the file itself."))
    if stat.S_ISDIR(mode):
        fix = _("Name a file in it: -o {path}").format(path=shown_file(target / "report.pdf"))
        raise UsageError.of(shown, _("This is a folder."), fix)
    if not is_ours:
        why = _("There is already a file here that is not a report of this tool: it was left as it is.")
        raise UsageError.of(shown, why, _("Choose another name for the report."))
