"""What a user is told when something is wrong: where, why, what to do. The only exceptions that reach a face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing wrong, already in the reader's language."""

    where: str
    why: str
    fix: str

    def __str__(self) -> str:
        return f"{self.where}\n  {self.why}\n  → {self.fix}"


class MaturityError(Exception):
    """Base of all errors that a user meets; holds one problem or more (reading tells all of them at once).

    ``exit_code`` is what the command line leaves with: 1, a problem with the user's file or answers.
    """

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    @classmethod
    def of(cls, where: str, why: str, fix: str) -> MaturityError:
        """An error with one problem."""
        return cls(Problem(where, why, fix))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class QuestionnaireError(MaturityError):
    """A questionnaire's files are wrong; one problem for each fault found."""


class ResponseError(MaturityError):
    """A response file cannot be read or is not what it says; nothing of it was changed."""


class DamagedError(ResponseError):
    """The checksum line is missing or does not fit: torn, or edited by hand.

    ``previous``: the version before, when there is one and it is intact.
    """

    previous: Path | None = None


class SaveError(MaturityError):
    """A save did not happen, or may not have; the message says which."""


class UnsureSaveError(SaveError):
    """The new version is in its place, but the disk did not confirm that it will stay."""


class LockedError(SaveError):
    """Somebody else has this response open."""


class ConflictError(SaveError):
    """The file changed since it was opened: saving would overwrite somebody's work."""


class ReportError(MaturityError):
    """The report cannot be written."""


class UsageError(MaturityError):
    """The call itself is wrong (flags, no terminal)."""

    exit_code = 2
