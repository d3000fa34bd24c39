"""What parts of the terminal tell one another."""

from __future__ import annotations

from textual.message import Message


class SaveChanged(Message, bubble=False):
    """The session began to save, saved, or could not."""


class LanguageChanged(Message, bubble=False):
    """Another language is in use: show the same in other words."""
