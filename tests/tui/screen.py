"""What a person would read on the screen, and waiting until there is nothing more to wait for."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot

from maturity.tui.app import MaturityApp
from maturity.tui.session import Session


def program(pilot: Pilot[int]) -> MaturityApp:
    """The app, by its own type."""
    assert isinstance(pilot.app, MaturityApp)
    return pilot.app


def session(pilot: Pilot[int]) -> Session:
    """The open assessment."""
    opened = program(pilot).session
    assert opened is not None
    return opened


async def settle(pilot: Pilot[int]) -> None:
    """Until workers, saves and repaints are done."""
    for _round in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        opened = program(pilot).session
        if opened is not None and opened.saving.state != "failed":
            await opened.flush()
        await asyncio.sleep(0)
    await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Keys one after the other, then settle."""
    await pilot.press(*keys)
    await settle(pilot)


def text(pilot: Pilot[int]) -> str:
    """The screen as plain text, lines without trailing blanks."""
    screen = pilot.app.screen
    width, height = screen.size
    lines = screen._compositor.render_strips(screen.size)
    assert len(lines) == height
    assert width
    return "\n".join(line.text.rstrip() for line in lines)
