"""What stands on the disk, in words: what happened to a file; of each version when, how much and whether intact.

And what stands in a file that was changed, beside the intact version of it: so that one can tell whose change it was.
"""

from __future__ import annotations

from datetime import datetime

from maturity.errors import Problem
from maturity.locale import domain, language
from maturity.locale.formats import day, hour
from maturity.response.differing import Difference, differences
from maturity.response.versions import Standing, Version
from maturity.toml import shown_file

_, ngettext, pgettext = domain("response").functions
_TOLD = 4  # differences; what is more is counted


def happened(standing: Standing) -> str:
    """What became of the file, in a sentence; in a second one, what in it cannot be gone on with."""
    if standing.misfit is None:
        return _happened(standing)
    place = standing.misfit.where.removeprefix(shown_file(standing.path)).removeprefix(" · ").rpartition(" › ")[2]
    told = _("{happened} What it says for {where} cannot be used. {why}") if place else _("{happened} {why}")
    return told.format(happened=_happened(standing), where=place, why=standing.misfit.why)


def _happened(standing: Standing) -> str:
    state = standing.file.state if standing.file else "gone"
    if state == "intact":
        if standing.best is None:
            return _("This file is intact.")
        if standing.best.kind == "later":
            return _("An older copy was put in the place of this file: a version that was saved later is still there.")
        return _("The last save was interrupted.")
    if state == "garbled" and standing.file and standing.file.lines:
        told = ngettext(
            "This file was damaged, or changed by hand: line {lines} cannot be read as it stands.",
            "This file was damaged, or changed by hand: lines {lines} cannot be read as they stand.",
            len(standing.file.lines),
        )
        return told.format(lines=", ".join(map(str, standing.file.lines[:10])))
    others = {
        "gone": _("This file is gone; a version of it is still there."),
        "edited": _("This file was changed outside the program, by hand for instance."),
        "cut": _("The end of this file is missing: a save or a copy of it was interrupted."),
        "zeroed": _("This file is empty, or filled with zeros: the disk or a transfer lost what was in it."),
        "garbled": _("This file was damaged: its text can no longer be read whole."),
    }
    return others[state]


def told(version: Version, now: datetime) -> str:
    """One version in a sentence."""
    name = shown_file(version.path.name)
    which = {
        "file": _("The version in the file"),
        "unfinished": _("A newer version, which was being saved"),
        "later": _("A later version"),
        "previous": _("The previous version"),
        "spare": _("The previous version, kept twice"),
        "kept": _("The version kept as {name}").format(name=name),
    }[version.kind]
    state = {
        "intact": _("intact"),
        "edited": _("changed outside the program"),
        "cut": _("its end is missing"),
        "zeroed": _("empty, or filled with zeros"),
        "garbled": _("damaged"),
    }[version.state]
    if version.response is not None and not version.lines:
        count = ngettext("{n} answer", "{n} answers", version.answers)
    else:
        count = ngettext("{n} answer can still be read", "{n} answers can still be read", version.answers)
    values = {"which": which, "count": count.format(n=version.answers), "state": state}
    if version.state == "zeroed":
        return _("{which}: {state}.").format(**values)
    if version.saved is None:
        return _("{which}: {count}, {state}.").format(**values)
    if version.kind == "unfinished":
        return _("{which} {when}: {count}, {state}.").format(when=when(version.saved, now), **values)
    return _("{which}, saved {when}: {count}, {state}.").format(when=when(version.saved, now), **values)


def versions(standing: Standing, *, kept: bool = False) -> tuple[Version, ...]:
    """Those to tell of: the file and what may replace it; ``kept``: also what was put aside before."""
    beside = [one for one in standing.beside if one.kind in ("unfinished", "previous") or one is standing.best]
    if standing.whole:
        beside = [one for one in beside if one is standing.best]
    aside = [one for one in standing.beside if kept and one.kind == "kept"]
    file = [standing.file] if standing.file and standing.file.data.strip(b"\0") else []  # of nothing, nothing is told
    return (*file, *beside, *aside)


def differs(standing: Standing) -> str:
    """What the file says that the intact version does not say, or a newer version that the file does not; else ""."""
    file, best = standing.file, standing.best
    if file is None or best is None:
        return ""
    found = _differences(file, best) if standing.whole else _differences(best, file)
    if not found:
        return "" if found is None else _("Both versions say the same.")
    if standing.whole:
        told = _("New in the newer version: {differences}.")
    elif (file.revision or 0) > (best.revision or 0):
        told = _("The intact version is one save older. In the file, your last save included: {differences}.")
    else:
        told = _("In the file, unlike the intact version: {differences}.")
    return told.format(differences=_listed(standing, found))


def differs_aside(standing: Standing, kept: Version) -> str:
    """What a text that was put aside says that the file does not say; else ""."""
    found = _differences(standing.file, kept) if standing.file else None
    if found is None:
        return ""
    name = shown_file(kept.path.name)
    if not found:
        return _("{name} says the same as the file.").format(name=name)
    return _("Different in {name}: {differences}.").format(name=name, differences=_listed(standing, found))


def done(before: Standing, after: Standing) -> tuple[str, ...]:
    """What a choice has led to, in sentences: what the file holds, what became of the rest, how to come back."""
    file = after.file
    if file is None:
        return ()
    told = ngettext("Done: {file} holds {n} answer.", "Done: {file} holds {n} answers.", file.answers)
    told = told.format(file=shown_file(after.path.name), n=file.answers)
    if before.file is None or not before.file.data.strip(b"\0"):
        return (told,)
    kept = _("Nothing is lost: what stood there before is kept beside it.")
    if not after.kept:
        return told, kept
    back = _('To go on with it after all, later: maturity restore "{file}"').format(file=shown_file(after.path))
    return told, kept, back


def _differences(before: Version, after: Version) -> tuple[Difference, ...] | None:
    """None where one of the two cannot be read."""
    if before.response is None or after.response is None:
        return None
    return tuple(differences(before.response, after.response))


def _listed(standing: Standing, found: tuple[Difference, ...]) -> str:
    places = [_difference(one, _called(standing, one)) for one in found[:_TOLD]]
    if len(found) > _TOLD:
        more = len(found) - _TOLD
        places.append(ngettext("{n} more place", "{n} more places", more).format(n=more))
    return pgettext("between differences", "; ").join(places)


def _called(standing: Standing, found: Difference) -> str:
    """The name of a place with its code, or that alone where there is no name."""
    words = standing.names.get(found.place)
    if words is None:
        return found.place
    name = words.get(language()) or next(iter(words.values()))
    return f"{name} ({found.place})" if found.part in ("answer", "words", "target") else name


def _difference(found: Difference, place: str) -> str:
    if found.part in ("answer", "count"):
        before, after = (_answer(code).replace(" ", "\N{NO-BREAK SPACE}") for code in (found.before, found.after))
        told = f"{place} {before}\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}{after}"
        return _("{answer}, with another note or mark").format(answer=told) if found.words else told
    others = {
        "words": _("{place}: note or mark"),
        "profile": _("profile question {place}"),
        "project": _("project {place} of the grid"),
        "target": _("the target of {place}"),
        "about": _("what it says of the authority, the role or the wave"),
    }
    return others[found.part].format(place=place)


def _answer(code: str) -> str:
    """A level or a count as its number; why there is none in words."""
    reasons = {
        "": _("not answered"),
        "dont-know": _("“don’t know”"),
        "not-applicable": _("“not applicable”"),
        "not-asked": _("not asked"),
        "refused": _("not wished to answer"),
    }
    return reasons.get(code, code)


def when(moment: datetime, now: datetime) -> str:
    """``today at 10:31``, in the time of this computer."""
    local, today = moment.astimezone(), now.astimezone().date()
    clock = hour(local, language=language())
    if local.date() == today:
        return _("today at {hour}").format(hour=clock)
    return _("on {day} at {hour}").format(day=day(local.date(), language=language()), hour=clock)


def problem(standing: Standing, now: datetime) -> Problem:
    """For a command that nobody can be asked from: what stands there, and the command that asks."""
    why = " ".join([happened(standing), *(told(one, now) for one in versions(standing))])
    if standing.best or standing.readable or standing.kept:
        fix = _('To choose what to go on with: maturity restore "{file}"').format(file=shown_file(standing.path))
    elif standing.misfit:
        fix = standing.misfit.fix
    else:
        fix = _("Take a copy that is intact, from a backup or an e-mail.")
    return Problem(shown_file(standing.path), why, fix)
