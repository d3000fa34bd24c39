"""How it was made: formulas in words and numbers, what is whose, limits, how to cite and verify, words, references."""

from __future__ import annotations

from maturity.report.composer import Composer
from maturity.report.fonts import REGULAR
from maturity.report.matter import Matter
from maturity.report.sections import families, formulas, glossary, references, worked
from maturity.report.styles import INK, MUTED, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block
from maturity.report.words import Bold, Said

_TEXT = Style(Look(REGULAR, 8.1, INK), Block(10.2, after=2))
_ITEM = Style(Look(REGULAR, 8.1, INK), Block(10.2, after=1.8, indent=9))
_DIGEST = Style(Look(REGULAR, 8, MUTED), Block(10))


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Method and references")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    tell = matter.voice.tell
    composer.finding(tell("Every level and every label can be computed again from the answers printed here."))
    with composer.newspaper(2):
        for heading, lines in (
            (tell("How levels and labels are made"), formulas.told(matter)),
            (tell("A worked example from this report"), worked.examples(matter)),
            (tell("Where each idea comes from"), _whose(matter)),
            (tell("Limits"), _limits(matter)),
        ):
            if lines:
                composer.heading(heading, 2, look=3)
                composer.items(lines, _ITEM)
        composer.heading(tell("How to cite, how to verify"), 2, look=3)
        composer.text(_citation(matter), _TEXT)
        composer.text(_verification(matter), _TEXT)
        digest = matter.questionnaire.identity.digest
        composer.text(tell("Digest of the questionnaire: {digest}", digest=digest), _DIGEST)
    glossary.write(matter, composer)
    references.write(matter, composer)


def _whose(matter: Matter) -> list[Said]:
    """What the literature, the origin study and this tool each answer for: said from the questionnaire's own marks."""
    voice, tell = matter.voice, matter.voice.tell
    placements, gates = matter.questionnaire.placements, matter.questionnaire.readiness.gates
    said: list[Said] = []
    ideas = [families.inside(matter.text(placement.name)) for placement in placements]
    ideas += [families.inside(matter.text(gate.title)) for gate in gates if gate.claim == "literature"]
    if ideas:
        said.append(
            (Bold(tell("The literature’s")), tell(", in the references below: {names}.", names=voice.both(ideas)))
        )
    seed = [families.inside(matter.text(gate.title)) for gate in gates if gate.claim == "seed"]
    if seed:
        names = voice.both(seed)
        said.append(
            (Bold(tell("The origin study’s")), tell(", as an indication and never as a rule: {names}.", names=names))
        )
    own = tell(
        ": the questions and their sentences, which question stands for which criterion, the thresholds, the bounds, "
        "equal weights, the secured level, the stability, the effort and the steps of the actions."
    )
    additions = [voice.spoken(one, two.id) for one in placements for two in one.configurations if two.tool_addition]
    if additions:
        own += " " + tell("Also its own: {names}.", names=voice.both(additions))
    return [*said, (Bold(tell("This tool’s")), own)]


def _limits(matter: Matter) -> list[Said]:
    """What these results cannot bear, said before somebody finds it out."""
    voice, tell, response = matter.voice, matter.voice.tell, matter.response
    questionnaire = matter.questionnaire
    form = questionnaire.form(response.questionnaire.form)
    said = [tell("Answers are what people declare; nobody outside has checked them. Notes and evidence say more.")]
    if response.kind == "individual":
        said.append(tell("One person answered, in one role; a colleague might have chosen otherwise."))
    else:
        said.append(tell("Several people agreed on these answers; where they differed does not show here."))
    said.append(matter.text(questionnaire.findings_note))
    if len(form.items) < len(questionnaire.items):
        said.append(
            tell(
                "The form “{form}” asks {some} of {all} questions: what rests on only some of its questions is marked "
                "“indicative”.",
                form=matter.text(form.name),
                some=voice.number(len(form.items), 0),
                all=voice.number(len(questionnaire.items), 0),
            )
        )
    if unread := references.unread(matter):
        said.append(unread)
    said += [
        tell("A mean treats the steps between levels as equal; they need not be."),
        tell(
            "This is made for following one authority over time. It is not meant for comparing authorities: the same "
            "sentence is read differently in different places."
        ),
    ]
    return [*said]


def _citation(matter: Matter) -> Said:
    response, questionnaire = matter.response, matter.questionnaire
    text = matter.voice.tell(
        "{authority}, self-assessment report, {wave}; questionnaire {id} {version}, form “{form}”.",
        authority=response.authority.name,
        wave=response.wave,
        id=questionnaire.id,
        version=questionnaire.version,
        form=matter.text(questionnaire.form(response.questionnaire.form).name),
    )
    return (Bold(matter.voice.tell("To cite:") + " "), text)


def _verification(matter: Matter) -> Said:
    text = matter.voice.tell(
        "the answers, the result and the questionnaire’s identity travel inside this file, as attachments. “maturity "
        "verify” followed by its name takes them out, computes again, and says whether they agree."
    )
    return (Bold(matter.voice.tell("To verify:") + " "), text)
