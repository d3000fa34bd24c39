"""Where a conversation is: the session, the voice, the question that is asked, and what was told already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.answering.cards import Cards
from maturity.locale import domain
from maturity.plain.places import Place, find, first_of, places

if TYPE_CHECKING:
    from maturity.plain.session import Session
    from maturity.plain.voice import Voice
    from maturity.response.model import Response

_ = domain("plain").gettext


@dataclass
class Talk:
    """What every part of the conversation shares."""

    session: Session
    voice: Voice
    at: int = 0  # in `places`; their number: past the last question
    fresh: bool = True  # the question has to be read out
    short: bool = False  # without the sentences to choose from: they were heard a moment ago
    told: set[str] = field(default_factory=set)  # blocks, rows and hints that were introduced
    returning: bool = False  # to the end, after the question that one went to from there
    depth: int = 0  # how often help was asked for here

    @property
    def places(self) -> tuple[Place, ...]:
        """Every question."""
        return places(self.session.questionnaire, self.session.response)

    @property
    def place(self) -> Place | None:
        """The question that is asked; None past the last one."""
        found = self.places
        return found[self.at] if self.at < len(found) else None

    @property
    def cards(self) -> Cards:
        """Views of the questions as they stand."""
        session = self.session
        return Cards(session.questionnaire, session.response, session.way, session.language)

    def index(self, place: Place) -> int:
        """Of its step on the way."""
        return self.session.way.index(place.step)

    def go(self, to: int) -> None:
        """Ask this question next."""
        self.at = max(0, min(to, len(self.places)))
        self.fresh, self.short, self.depth = True, False, 0
        self.returning = self.returning and self.at < len(self.places)

    def go_to_step(self, index: int) -> None:
        """The first question of a step of the way; past its end, finishing."""
        way = self.session.way
        self.go(first_of(self.places, way[index]) if index < len(way) else len(self.places))

    def go_to_key(self, key: str) -> None:
        """The question of this key, where it is still there."""
        found = find(self.places, key)
        self.go(self.at if found is None else found)

    def once(self, what: str) -> bool:
        """True the first time."""
        new = what not in self.told
        self.told.add(what)
        return new

    def beside(self, place: Place, words: str) -> str:
        """A confirmation that names its question: an answer leads on by itself, and a note may have come too late."""
        return _("Question {place}: {words}").format(place=self.cards.place(self.index(place))[0], words=words)

    def change(self, place: Place, response: Response, words: str, *, strand: str = "") -> bool:
        """Keep a change and confirm it: what was said, and that it is saved, when it is. False: nothing was changed."""
        if self.session.read_only:
            self.voice.say(_("You opened this to read only: nothing is changed."))
            return False
        self.session.change(response, at=place.key, strand=strand)
        self.confirm(words)
        return True

    def tell_copy(self) -> None:
        """Once: that somebody else changed the file, and where the answers are from now on."""
        left, self.session.left = self.session.left, None
        if left is not None:
            self.voice.say(_("Somebody else changed {name} since you opened it.").format(name=left.name))
            self.voice.say(_("It stays as it is; your answers are in a copy beside it from now on:"))
            self.voice.whole(str(self.session.path))

    def confirm(self, words: str) -> None:
        """What was done, and that it is saved, when it is; else why not: nothing is lost while the talk goes on."""
        if self.session.kept:
            self.voice.say(_("{words} Saved.").format(words=words))
            self.tell_copy()
            return
        self.voice.say(words)
        if self.session.problem is not None:
            self.voice.problem(self.session.problem)
        self.voice.say(_("Your answers are kept here meanwhile: the next change tries to save them all again."))
