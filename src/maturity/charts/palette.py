"""The one place of colours: role → sRGB. Chosen to stay apart in grey print and for every kind of colour vision.

Nothing is told by colour alone: a sign, a dash, a printed value or a word says the same. Texts are drawn only in
roles of `TEXT` on light grounds (contrast with white at least 4.5, WCAG 2.2), or in ``paper`` on the two darkest.
"""

from __future__ import annotations

from typing import Literal

Role = Literal["ink", "muted", "grid", "accent", "second", "pale", "paper", "step0", "step1", "step2", "step3", "step4"]

COLOURS: dict[Role, str] = {
    "ink": "#1b2733",
    "muted": "#566573",
    "grid": "#cdd5dd",
    "accent": "#0f4f8c",
    "second": "#d07a1c",
    "pale": "#eef3f8",
    "paper": "#ffffff",
    "step0": "#f6f9fc",
    "step1": "#d3e2f0",
    "step2": "#93bbdc",
    "step3": "#5f9bca",
    "step4": "#0f4f8c",
}
STEPS: tuple[Role, ...] = ("step0", "step1", "step2", "step3", "step4")  # light to dark, for ordered values
DARK: tuple[Role, ...] = ("step4", "accent", "ink")  # grounds that carry ``paper`` text
TEXT: tuple[Role, ...] = ("ink", "muted", "accent")


def rgb(role: Role) -> tuple[float, float, float]:
    """Red, green and blue in 0–1."""
    value = COLOURS[role]
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def on(ground: Role) -> Role:
    """The role in which text on this ground is written."""
    return "paper" if ground in DARK else "ink"


def step(value: int, highest: int) -> Role:
    """The shade for 0 … ``highest``: the lightest for 0, the darkest for the highest."""
    return STEPS[int(value / highest * (len(STEPS) - 1))] if highest else STEPS[0]
