"""First-time hints: one line, until it was used."""

from __future__ import annotations

from maturity.answering.hints import Hints


def test_a_hint_goes_once_its_keys_were_used() -> None:
    """A number and Enter are both needed; other questions keep their own hint."""
    hints = Hints()
    assert hints.line("item") != ""
    assert hints.line("profile") != hints.line("item")
    hints.used("choose")
    assert hints.line("item") != ""
    hints.used("next")

    assert hints.line("item") == hints.line("profile") == ""
    assert hints.line("counts") != ""


def test_the_grid_says_that_it_moves_on_and_when_it_is_full() -> None:
    """Until a cell was filled, then again when nothing is left to fill."""
    hints = Hints()
    first = hints.line("helix")
    hints.used("cell")

    assert first != ""
    assert hints.line("helix") == ""
    assert hints.line("helix", full=True) not in {"", first}


def test_each_fits_one_line() -> None:
    """Eighty columns are enough for every hint, in both languages."""
    from maturity.locale import set_language

    for language in ("fr", "en"):
        set_language(language)
        lines = [Hints().line(kind) for kind in ("item", "profile", "helix", "counts")]
        assert max(map(len, [*lines, Hints().line("helix", full=True)])) <= 78
    set_language(None)
