"""Colours stay apart for every kind of colour vision and in grey print."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from maturity.charts.palette import COLOURS, DARK, STEPS, TEXT, Role, on, rgb, step

Array = NDArray[np.float64]

# Machado, Oliveira & Fernandes (2009), full severity, on linear RGB.
VISION = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    "usual": [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])
SIGNS: tuple[Role, ...] = (
    "ink",
    "accent",
    "second",
    "grid",
)  # strokes and signs that must not be taken for one another


def linear(role: Role) -> Array:
    """Linear RGB (IEC 61966-2-1)."""
    values = np.array(rgb(role))
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(role: Role, vision: str = "usual") -> Array:
    """CIE L*a*b* as seen with this vision."""
    seen = np.clip(np.array(VISION[vision]) @ linear(role), 0, 1)
    ratio = (TO_XYZ @ seen) / WHITE
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(first: Role, second: Role) -> float:
    """WCAG 2.2 contrast ratio."""
    light, dark = sorted((float(TO_XYZ[1] @ linear(role)) for role in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("vision", VISION)
def test_signs_are_told_apart_by_every_eye(vision: str) -> None:
    """Accent, second, ink and grid differ by at least 18 (CIE 1976) for each kind of colour vision."""
    near = {(a, b): float(np.linalg.norm(lab(a, vision) - lab(b, vision))) for a, b in combinations(SIGNS, 2)}

    assert min(near.values()) >= 18, near


@pytest.mark.parametrize("vision", VISION)
def test_the_sequence_darkens_evenly_for_every_eye(vision: str) -> None:
    """Each step is darker than the one before by at least 8 of 100, so that grey print keeps the order."""
    lightness = [float(lab(role, vision)[0]) for role in STEPS]

    assert all(before - after >= 8 for before, after in pairwise(lightness)), lightness


def test_accent_and_second_differ_in_grey() -> None:
    """Printed grey, the two colours differ in lightness by at least 20 of 100."""
    assert abs(lab("accent")[0] - lab("second")[0]) >= 20


@pytest.mark.parametrize("role", TEXT)
@pytest.mark.parametrize("ground", ["paper", "pale", "step0", "step1"])
def test_text_can_be_read_on_light_grounds(role: Role, ground: Role) -> None:
    """Contrast of at least 4.5 (WCAG 2.2, AA)."""
    assert contrast(role, ground) >= 4.5


@pytest.mark.parametrize("ground", [*STEPS, *DARK])
def test_text_on_a_shade_can_be_read(ground: Role) -> None:
    """The role given for a ground has a contrast of at least 4.5 with it, whichever shade it is."""
    assert contrast(on(ground), ground) >= 4.5


def test_steps_end_at_the_ends() -> None:
    """Nothing is the lightest, the highest value the darkest."""
    assert (step(0, 3), step(3, 3), step(0, 0)) == (STEPS[0], STEPS[-1], STEPS[0])


def test_every_colour_is_six_hexadecimal_digits() -> None:
    """So that SVG and PDF read the same colour."""
    assert all(len(value) == 7 and int(value[1:], 16) >= 0 for value in COLOURS.values())
