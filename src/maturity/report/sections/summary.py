"""The two pages for a meeting: the page for elected members, then the actions and what is still to be found out."""

from __future__ import annotations

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import elected, phrases, priorities, readiness
from maturity.report.styles import SMALL, STRONG


def write(matter: Matter, composer: Composer) -> None:
    """Both pages."""
    from maturity.charts import readiness as chart

    voice, tell, response = matter.voice, matter.voice.tell, matter.response
    composer.chapter(phrases.clipped(response.authority.name, 90), "first")
    composer.text(
        f"{matter.text(matter.questionnaire.title)} · "
        + tell("wave {wave}", wave=response.wave)
        + " · "
        + matter.text(matter.questionnaire.form(response.questionnaire.form).name)
        + " · "
        + voice.day(response.updated.date()),
        SMALL,
    )
    elected.write(matter, composer)
    composer.chapter(priorities.title(matter), "second")
    advice = {one.id: one for one in matter.questionnaire.advice.recommendations}
    labels = matter.questionnaire.advice
    rows = [
        (
            f"{priority.rank}. {matter.text(action.title)}",
            priorities.because(matter, priority),
            f"{matter.text(labels.lead_labels[action.lead])} · {matter.text(labels.effort_labels[action.effort])}",
            voice.tell_count("{n} month", "{n} months", action.horizon_months),
        )
        for priority, action in ((one, advice[one.recommendation]) for one in matter.result.priorities)
    ]
    if rows:
        composer.table(
            (tell("Action"), tell("Why now"), tell("Who leads, effort"), tell("Within")), rows, (34, 34, 22, 10)
        )
    if any(priority.indicative for priority in matter.result.priorities):
        composer.text(tell("Indicative: the form asks only some of the questions behind these levels."), SMALL)
    if any(gate.kind == "gate" for gate in matter.result.gates):
        composer.heading(readiness.title(matter))
        composer.picture(chart.picture(matter.questionnaire, matter.result, voice.language))
    missing = [item for placement in matter.result.placements for item in placement.missing_items]
    if missing:
        composer.text(tell("Still to be found out"), STRONG)
        composer.items([f"{key} {matter.text(matter.item(key).stem)}" for key in dict.fromkeys(missing)][:4])
    composer.text(matter.text(matter.questionnaire.findings_note), SMALL)
    composer.text(tell("Answers and result travel inside this file; “maturity verify” checks them."), SMALL)
