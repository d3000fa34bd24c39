"""Before one leaves: answers that the disk does not take can be saved in another folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.plain.talk import Talk

_ = domain("plain").gettext


def save_elsewhere(talk: Talk) -> None:
    """Nothing where all is saved; else asked until it is, or until the person leaves without the last changes."""
    session, voice = talk.session, talk.voice
    if session.read_only or session.save():
        return
    heard = ""
    try:
        while not session.save():
            if not heard:  # after a folder that did not do, why is enough
                if session.problem is not None:
                    voice.problem(session.problem)
                voice.say(_("Your last changes are not saved."))
                voice.say(_("They can be saved in another folder, that of a USB stick for instance."))
                voice.say(_("Type its name. Enter alone tries again here; q leaves without them."))
            heard = voice.ask(_("Which folder? ")).strip()
            if heard.casefold() == "q":
                return
            if heard and _saved(talk, heard):
                return
    except EOFError:
        voice.pause()


def _saved(talk: Talk, folder: str) -> bool:
    found = talk.session.keep_elsewhere(folder)
    if isinstance(found, Path):
        talk.voice.say(_("Your answers are saved in this file:"))
        talk.voice.whole(str(found))
        talk.voice.say(_("The file that you opened does not hold them: go on with the copy."))
        return True
    talk.voice.problem(found)
    return False
