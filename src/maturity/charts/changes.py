"""A comparison of two waves in words: shared by the picture, the terminal and the command line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from maturity.charts.words import Speech, code, named, sentence
from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.scoring.changes import Caution, Comparison, GateChange, LevelChange, PlacementChange, Standpoint

_DASH = "–"


@dataclass(frozen=True)
class Story:
    """What changed, told in one language. ``before`` and ``after``: the questionnaires that were answered."""

    comparison: Comparison
    before: Questionnaire
    after: Questionnaire
    language: str

    @property
    def speech(self) -> Speech:
        """Numbers, lists and names in this language."""
        return Speech(self.language)

    @property
    def waves(self) -> tuple[str, str]:
        """What the two are called."""
        return self.comparison.before.wave, self.comparison.after.wave

    def headline(self) -> str:
        """How many parts rose, fell, stayed, and how many say nothing."""
        count, say = self.speech.count, self.speech.say
        found = Counter(one.status for block in self.comparison.blocks for one in block.subdimensions)
        up, down, still = found["up"], found["down"], found["same"] + found["slight"]
        open_ones, refused = found["cannot-tell"], found["not-comparable"]
        all_still = still and not (up or down or open_ones or refused)
        unmoved = count("{n} part shows no clear change", "{n} parts show no clear change", still)
        parts = [
            (up, count("{n} part rose", "{n} parts rose", up)),
            (down, count("{n} part fell", "{n} parts fell", down)),
            (still, say("no level changed clearly") if all_still else unmoved),
            (
                open_ones,
                count(
                    "for {n} part missing answers leave it open",
                    "for {n} parts missing answers leave it open",
                    open_ones,
                ),
            ),
            (refused, count("{n} part cannot be compared", "{n} parts cannot be compared", refused)),
        ]
        told, (first, *rest) = say("Since {wave}: {parts}."), [text for n, text in parts if n] or [say("nothing")]
        return told.format(wave=self.waves[0], parts=". ".join([first, *map(sentence, rest)]))

    def finding(self) -> str:
        """The headline, and the conditions that are met now, or no longer."""
        say, titles = self.speech.say, {gate.id: gate.title for gate in self.after.readiness.gates}
        told = [self.headline()]
        for state, pattern in (("met", say("Now met: {names}.")), ("unmet", say("No longer met: {names}."))):
            names = [
                say("“{stem}”").format(stem=self.speech.text(titles[gate.id]))
                for gate in self.comparison.gates
                if gate.status == "changed" and gate.after == state and {gate.before, gate.after} == {"met", "unmet"}
            ]
            if names:
                told.append(pattern.format(names=self.speech.both(names)))
        return " ".join(told)

    def name(self, subdimension: str) -> str:
        """Of a point, as it is called now."""
        return self.speech.text(self.after.subdimensions[subdimension].name)

    def levels(self, change: LevelChange) -> str:
        """``2,0 → 3,0``, with a dash where there is no level."""
        return " → ".join(_DASH if one is None else self.speech.number(one) for one in (change.before, change.after))

    def difference(self, change: LevelChange) -> str:
        """``+1,0``; in brackets when too small to be called a change; ``?`` when missing answers leave it open.

        ``=`` when there is none; a star when other questions were asked. It is that of the two levels as printed, so
        that the reader's sum comes out.
        """
        if change.status == "not-comparable" or change.before is None or change.after is None:
            return ""
        if change.status == "cannot-tell":
            return "?"
        difference = round(float(f"{change.after:.1f}") - float(f"{change.before:.1f}"), 1)
        shown = self.speech.number(abs(difference))
        sign = "" if difference == 0 else "+" if difference > 0 else "\u2212"
        told = {"up": f"{sign}{shown}", "down": f"{sign}{shown}", "same": "="}.get(change.status, f"({sign}{shown})")
        return told + "*" * change.other_items

    def verdict(self, change: LevelChange) -> str:
        """The difference in words, with what to know of it."""
        say = self.speech.say
        words = {
            "up": say("higher"),
            "down": say("lower"),
            "slight": say("no clear change"),
            "same": say("as before"),
            "cannot-tell": say("cannot be told: answers are missing"),
        }
        if change.status == "not-comparable":
            return self.why(change)
        told = words[change.status]
        return f"{told} ({say('other questions were asked')})" if change.other_items else told

    def why(self, change: LevelChange) -> str:
        """Why two levels may not be compared."""
        say = self.speech.say
        before, after = self.waves
        which = {"before": before, "after": after, "both": self.speech.both((before, after))}[change.side or "both"]
        if change.reason == "not-asked":
            return say("not asked in {wave}").format(wave=which)
        if change.reason == "few-answers":
            return say("too few answers in {wave}").format(wave=which)
        return self.notes(change.notes) or say("its questions changed")

    def notes(self, notes: tuple[Words, ...]) -> str:
        """What the crosswalk says."""
        return " ".join(map(self.speech.text, notes))

    def placement(self, change: PlacementChange) -> str:
        """Label before and after, and whether that is called a change."""
        say = self.speech.say
        old = self._standpoint(change, self.before, change.before)
        first, second = self.waves
        if change.status == "same":
            return say("As in {wave}: {label}.").format(
                wave=first, label=self._inside(change, self.after, change.after)
            )
        pattern = say("{old} in {first}, {new} in {second}.")
        new = self._inside(change, self.after, change.after)
        told = f"{pattern.format(old=old, new=new, first=first, second=second)} {self._judgement(change)}"
        return f"{told} {self.notes(change.notes)}".rstrip() if change.status == "not-comparable" else told

    def _judgement(self, change: PlacementChange) -> str:
        """Whether another label is called a change."""
        say = self.speech.say
        share = "" if change.share is None else self.speech.percent(change.share)
        noun = self.speech.text(self.after.placement(change.id).label_noun)
        words = {
            "changed": say(
                "The change is clear: it comes out in {share} of pairs of copies where some answers shift a little."
            ),
            "perhaps": say(
                "The change is likely, not certain: it comes out in {share} of pairs of copies where some answers "
                "shift a little."
            ),
            "noise": say("This is not called a change: the same answers, given again, could differ as much."),
            "cannot-tell": say("Missing answers leave one and the same {noun} possible both times: nobody can tell."),
            "not-comparable": say("These two are not to be compared: the questions behind them changed."),
        }
        told = words[change.status]
        if change.status in ("changed", "perhaps") and (which := self._which_is_open(change)):
            told = which
        elif change.status == "perhaps" and not (change.before.stated and change.after.stated):
            told = say("The change is likely, not certain: a short form only suggests a {noun}.")
        elif change.status == "perhaps" and change.other_items:
            told = say("The change is likely, not certain: other questions were asked.")
        return told.format(share=share, noun=noun)

    def _which_is_open(self, change: PlacementChange) -> str:
        """Where no label is the same as before, and missing answers leave open which one it is, or was."""
        say = self.speech.say
        open_ = [one.status == "undetermined" for one in (change.before, change.after)]
        told = ""
        if open_[1]:
            told = say("It is another {noun} than before; which one cannot be told yet: answers are missing.")
        elif open_[0]:
            told = say("It is another {noun} than before; which one it was cannot be told: answers are missing.")
        return told.format(noun=self.speech.text(self.after.placement(change.id).label_noun))

    def _standpoint(self, change: PlacementChange, questionnaire: Questionnaire, one: Standpoint) -> str:
        placement = questionnaire.placement(change.id)
        if one.status == "screened-out":
            return self.speech.text(placement.screening.name if placement.screening else placement.name)
        return self.speech.either([self._label(placement, label) for label in one.labels])

    def _inside(self, change: PlacementChange, questionnaire: Questionnaire, one: Standpoint) -> str:
        """The same inside a sentence: a name without a code begins small."""
        placement, told = questionnaire.placement(change.id), self._standpoint(change, questionnaire, one)
        coded = one.status != "screened-out" and one.labels and code(named(placement, one.labels[0]))
        return told if coded else told[:1].lower() + told[1:]

    def _label(self, placement: Placement, label: str) -> str:
        return self.speech.title(named(placement, label))

    def gate(self, change: GateChange) -> str:
        """A condition's title with its state before and after; whether a point to watch came or went."""
        title = next(gate.title for gate in self.after.readiness.gates if gate.id == change.id)
        say = self.speech.say
        came = {("absent", "present"): say("New point to watch: {title}"), ("present", "absent"): say("Gone: {title}")}
        if (change.before, change.after) in came:
            return came[change.before, change.after].format(title=self.speech.text(title))
        states = {
            "met": say("met"),
            "unmet": say("not met"),
            "present": say("present"),
            "absent": say("absent"),
            "unknown": say("unknown"),
        }
        pattern = say("{title}: {old}, now {new}")
        return pattern.format(title=self.speech.text(title), old=states[change.before], new=states[change.after])

    def cautions(self) -> list[str]:
        """What else differs between the two, the weightiest first."""
        return [self._caution(one) for one in self.comparison.cautions]

    def _caution(self, caution: Caution) -> str:
        say, facts = self.speech.say, (self.comparison.before, self.comparison.after)
        one, other = "", ""
        if caution in ("crosswalk", "texts"):
            one, other = (fact.questionnaire.version for fact in facts)
        elif caution == "form":
            pairs = zip((self.before, self.after), facts, strict=True)
            one, other = (self.speech.text(questionnaire.form(fact.form).name) for questionnaire, fact in pairs)
        elif caution == "role":
            one, other = (self._role(fact.role) for fact in facts)
        elif caution == "edited":
            edited = [fact.wave for fact in facts if fact.edited_by_hand]
            if len(edited) == 2:
                return say("Both files were edited outside the program.")
            one = edited[0]
        text = {
            "crosswalk": say(
                "The questionnaire changed (version {one}, then {other}): only what its authors call comparable is "
                "compared."
            ),
            "texts": say(
                "Some texts of the questionnaire changed in between (version {one}, then {other}); it asks the same."
            ),
            "form": say(
                "Not the same form both times ({one}, then {other}). Where other questions were asked, a difference is "
                "indicative."
            ),
            "kind": say("One wave holds the answers of one person, the other answers that several people agreed on."),
            "role": say("Another role answered: {one}, then {other}. Part of the difference may be a matter of view."),
            "short": say("A short form was used: what it says is indicative."),
            "edited": say("The file of {one} was edited outside the program."),
        }[caution]
        return text.format(one=one, other=other)

    def _role(self, code: str) -> str:
        for question in self.after.profile:
            for option in question.options if question.filled_from == "role" else ():
                if option.code == code:
                    return self.speech.text(option.label)
        return code
