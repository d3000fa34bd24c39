"""The colour profile."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from maturity.report.tagging.colour import srgb_profile


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (15, 79, 140), (208, 122, 28), (128, 128, 128)])
def test_it_means_srgb(colour: tuple[int, int, int]) -> None:
    """A colour through this profile to another sRGB profile comes back within one step of 255."""
    ours = ImageCms.getOpenProfile(BytesIO(srgb_profile()))
    pixel = ImageCms.profileToProfile(Image.new("RGB", (1, 1), colour), ours, ImageCms.createProfile("sRGB"))

    assert pixel is not None
    got = pixel.getpixel((0, 0))
    assert isinstance(got, tuple)
    assert all(abs(one - other) <= 1 for one, other in zip(got, colour, strict=True))


def test_it_is_always_the_same() -> None:
    """No date of making."""
    assert srgb_profile() == srgb_profile()
