"""What a new assessment needs to know, and in which order it is asked. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.locale import domain
from maturity.text import clean_text

if TYPE_CHECKING:
    from maturity.questionnaire.model import ProfileQuestion, Questionnaire
    from maturity.response.authorities import RegisteredAuthority
    from maturity.response.model import Authority

_ = domain("answering").gettext
STEPS_BY_HAND = ("country", "kind", "name", "population")


class Beginning:
    """What was said so far."""

    def __init__(self, known: Authority | None = None) -> None:
        """``known``: an authority of which there are answers already."""
        self.known = known
        self.registered: RegisteredAuthority | None = None
        self.said: dict[str, str] = {}

    def take(self, step: str, text: str) -> None:
        """One answer."""
        self.said[step] = clean_text(text, limit=300)

    def typed(self, step: str) -> str:
        """What stands in the field of a step when one comes (back) to it."""
        return self.said.get(step, "")

    def start(self, step: str, questionnaire: Questionnaire | None) -> str | None:
        """What the cursor begins on."""
        if step in self.said and step not in {"search", "name", "population"}:
            return self.said[step]
        if questionnaire is None or step in {"search", "name", "population"}:
            return None
        if step == "form":
            return questionnaire.default_form
        first = self.options(step, questionnaire, questionnaire.languages[0])[:1]
        return first[0][0] if first else None

    def options(self, step: str, questionnaire: Questionnaire, language: str) -> list[tuple[str, str, str]]:
        """As `options`, without what does not exist in the country that was said."""
        return options(step, questionnaire, language, self.said.get("country") if step == "kind" else None)

    def authority(self) -> Authority:
        """Who is assessed."""
        from maturity.response.model import Authority

        if self.known is not None:
            return self.known
        if self.registered is not None:
            return self.registered.authority()
        population = self.said.get("population", "")
        return Authority(
            country=self.said.get("country", "XX"),
            kind=self.said.get("kind", "other"),
            name=self.said["name"],
            population=min(int(population), 2_000_000_000) if population.isascii() and population.isdigit() else None,
        )

    def so_far(self, questionnaire: Questionnaire | None, language: str, trail: list[str]) -> list[str]:
        """What was said, for the head of the page."""
        words = []
        if self.known is not None:
            words.append(self.known.name)
        elif self.registered is not None and trail[-1] != "search":
            words.append(self.registered.name)
        elif "name" in trail[:-1]:
            words.append(self.said["name"])
        if "role" in trail[:-1] and questionnaire is not None:
            words += [
                text for code, text, _detail in options("role", questionnaire, language) if code == self.said["role"]
            ]
        return [" · ".join(words)] if words else []


def asked(step: str, questionnaire: Questionnaire) -> ProfileQuestion | None:
    """The profile question that a step fills."""
    return next((q for q in questionnaire.profile if q.filled_from == step), None)


def options(
    step: str, questionnaire: Questionnaire, language: str, country: str | None = None
) -> list[tuple[str, str, str]]:
    """Code, words and a second line of what can be chosen at a step; of a country, only what there is in it."""
    if step == "form":
        return [
            (
                form.id,
                form.name[language],
                _("{n} questions, about {minutes} minutes. {purpose}").format(
                    n=len(form.items), minutes=form.minutes, purpose=form.purpose[language]
                ),
            )
            for form in questionnaire.forms
        ]
    question = asked(step, questionnaire)
    if question is None:
        return [("XX" if step == "country" else "other", _("Other"), "")]
    here = [one for one in question.options if country is None or one.countries is None or country in one.countries]
    return [(option.code, option.label[language], "") for option in here]
