"""The next actions as a file for a spreadsheet, to be followed up: text with separators (CSV) or a workbook (XLSX).

A spreadsheet may run a cell that begins like a formula: such text is made harmless in both (OWASP, "CSV injection").
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from maturity.errors import Problem, ReportError, UsageError
from maturity.locale import domain, formats
from maturity.report.actions import STATE, ActionTable, Value
from maturity.report.placing import put
from maturity.response.saving import reason
from maturity.toml import shown_file

_ = domain("report").gettext

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SEPARATORS = {"fr": ";"}  # Excel in French reads columns at semicolons, and a comma as the decimal sign
_WIDTHS = (6, 34, 22, 24, 46, 46, 26, 10, 9, 8, 20, 34, 10, 10, 14, 40)  # of the columns, in characters
_BORN = "946684800"  # 2000-01-01, as in the report: the same input gives the same bytes


def as_csv(table: ActionTable) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes accents for two letters each (RFC 4180 lines)."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_SEPARATORS.get(table.language, ","), lineterminator="\r\n")
    for row in (table.heads, *table.rows):
        writer.writerow([_cell(value, table.language) for value in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def _cell(value: Value, language: str) -> str:
    """Numbers as this language writes them; text that a spreadsheet might run, behind an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, float):
        return formats.number(value, 1, language=language)
    return f"'{value}" if _risky(value) else str(value)


def _risky(value: Value) -> bool:
    return isinstance(value, str) and (value.startswith(_RISKY) or value.lstrip().startswith(_RISKY))


def as_xlsx(table: ActionTable) -> bytes:
    """A workbook with one sheet: head frozen, text wrapped, states to choose from. Nothing says who wrote it.

    Raises:
        ReportError: the package for it is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        why = _("A workbook needs a package that is not installed: XlsxWriter.")
        fix = _("Install it with: pip install 'maturity[xlsx]'; or name a .csv file.")
        raise ReportError.of(".xlsx", why, fix) from error
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, options)
    born = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", _BORN)), tz=UTC)
    book.set_properties({"title": table.name, "author": "", "company": "", "created": born.replace(tzinfo=None)})
    sheet = book.add_worksheet(table.name)
    body = {"text_wrap": True, "valign": "top"}
    head = book.add_format(body | {"bold": True, "bottom": 1})
    plain, quoted = book.add_format(body), book.add_format(body | {"quote_prefix": True})
    for column, name in enumerate(table.heads):
        sheet.set_column(column, column, _WIDTHS[column])
        sheet.write_string(0, column, name, head)
    for line, row in enumerate(table.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(line, column, value, quoted if _risky(value) else plain)
            elif value is None:
                sheet.write_blank(line, column, None, plain)
            else:
                sheet.write_number(line, column, value, plain)
    last, states = max(1, len(table.rows)), len(table.heads) + STATE
    sheet.data_validation(1, states, last, states, {"validate": "list", "source": list(table.states)})
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(table.heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return target.getvalue()


FORMATS: Mapping[str, Callable[[ActionTable], bytes]] = MappingProxyType({".csv": as_csv, ".xlsx": as_xlsx})


def render(table: ActionTable, path: Path) -> bytes:
    """The bytes in the format that the name of the file ends with.

    Raises:
        UsageError: it ends with none of them, or another file stands there: remarks may be in it.
        ReportError: see `as_xlsx`; or the system does not let one look.
    """
    if path.suffix.lower() not in FORMATS:
        why = _("The actions can be written as .csv or .xlsx.")
        raise UsageError.of(shown_file(path), why, _("Name a file that ends so: --actions actions.csv"))
    data = FORMATS[path.suffix.lower()](table)
    try:
        taken = os.path.lexists(path) and not (path.is_file() and path.read_bytes() == data)
    except OSError as error:
        raise _unwritable(path, error) from error
    if taken:
        why = _("There is already something here: it was left as it is, as remarks may be in it.")
        raise UsageError.of(shown_file(path), why, _("Choose another name for the actions."))
    return data


def write(path: Path, data: bytes) -> None:
    """The file, whole or not at all.

    Raises:
        ReportError: it could not be written.
    """
    try:
        put(path, data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ReportError:
    why = _("The actions could not be written here ({reason}).").format(reason=reason(error))
    return ReportError(Problem(shown_file(path), why, _("Choose another name for the actions.")))
