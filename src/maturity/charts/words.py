"""The words that pictures share: names of configurations, numbers, ranges and lists, in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maturity.locale import domain, formats
from maturity.questionnaire.base import Words
from maturity.questionnaire.rules import Condition, Configuration, Placement
from maturity.scoring.result import Interval, PlacementResult


@dataclass(frozen=True)
class Speech:
    """Speaks one language, whatever language the process uses."""

    language: str

    @property
    def say(self) -> Callable[[str], str]:
        """The interface word in this language."""
        return domain("charts").spoken(self.language)[0]

    def count(self, one: str, many: str, n: int) -> str:
        """Singular or plural, with ``{n}`` filled in."""
        return (
            domain("charts")
            .spoken(self.language)[1](one, many, n)
            .format(n=formats.number(n, 0, language=self.language))
        )

    def text(self, words: Words) -> str:
        """A text of the questionnaire."""
        return words[self.language] if self.language in words else next(iter(words.values()))

    def number(self, value: float, digits: int = 1) -> str:
        """As this language writes it."""
        return formats.number(value, digits, language=self.language)

    def share(self, value: float) -> str:
        """A membership: two decimals."""
        return formats.number(value, 2, language=self.language)

    def percent(self, value: float) -> str:
        """A share of a whole."""
        return formats.percent(value, language=self.language)

    def range(self, bounds: Interval, digits: int = 1) -> str:
        """``2,1 à 3,8``."""
        return self.say("{low} to {high}").format(
            low=self.number(bounds.low, digits), high=self.number(bounds.high, digits)
        )

    def level(self, level: float | None, bounds: Interval | None) -> str:
        """A level with what the missing answers leave open; a dash where nothing was answered."""
        if bounds is not None and open_(bounds):
            return self.range(bounds)
        return "–" if level is None else self.number(level)

    def either(self, names: Sequence[str]) -> str:
        """``I, II ou III``."""
        return self._joined(names, self.say("{first} or {last}"))

    def both(self, names: Sequence[str]) -> str:
        """``I, II et III``."""
        return self._joined(names, self.say("{first} and {last}"))

    def _joined(self, names: Sequence[str], pattern: str) -> str:
        """Semicolons where a name holds a comma itself; quotation marks keep one together without."""
        if len(names) > 1 and any(", " in name and not name.startswith(("“", "«")) for name in names):
            return self.say("; ").join(names)
        return pattern.format(first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)

    def title(self, configuration: Configuration) -> str:
        """``III Administration intelligente``, or only the name where the id is no code."""
        return f"{code(configuration)} {self.text(configuration.name)}".strip()

    def criterion(self, condition: Condition) -> str:
        """``D · Décision éclairée par les données``, or only the name."""
        name = self.text(condition.name)
        return f"{code(condition)} · {name}" if code(condition) else name

    def short(self, configuration: Configuration) -> str:
        """The code, or the name where there is none."""
        return code(configuration) or self.text(configuration.name)

    def spoken(self, placement: Placement, id: str) -> str:
        """``type III, administration intelligente`` or ``mode consommateur``: inside a sentence."""
        configuration = named(placement, id)
        name = self.text(configuration.name)
        name = name[:1].lower() + name[1:]
        noun = self.text(placement.label_noun)
        if code(configuration):
            return f"{noun} {code(configuration)}, {name}"
        return self.say("{name} {noun}").format(name=name, noun=noun)

    def standing(self, placement: Placement, result: PlacementResult, id: str) -> str:
        """What a configuration is to the respondent: theirs, possible, on the line, runner-up, or nothing."""
        noun = self.text(placement.label_noun)
        if result.status == "screened-out":
            return ""
        if id == result.label:
            return self.say("your {noun}").format(noun=noun) if result.stated else self.say("suggested")
        if result.label is None and id in result.possible_labels:
            return self.say("on the line") if result.status == "borderline" else self.say("possible")
        return self.say("runner-up") if result.label is not None and id == nearest(result) else ""


def code(named: Configuration | Condition) -> str:
    """The id where it is in capitals, so meant for readers ("III", "D"); else nothing."""
    return named.id if named.id.isupper() else ""


def named(placement: Placement, id: str) -> Configuration:
    """The configuration of this id."""
    return {configuration.id: configuration for configuration in placement.configurations}[id]


def nearest(result: PlacementResult) -> str | None:
    """The runner-up, unless another one is as near: then none is nearest."""
    second = result.runner_up
    if second is None or list(result.memberships.values()).count(result.memberships[second]) > 1:
        return None
    return second


def open_(bounds: Interval) -> bool:
    """Whether missing answers leave more than one value."""
    return bounds.high - bounds.low > 1e-9


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
