"""What stands beside a response: what is ours goes with it, what is not stays."""

from __future__ import annotations

from pathlib import Path

from maturity.response import sidecars

OURS = '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title-0a1b2c3d">'


def test_pictures_of_ours_are_found_and_others_are_not(tmp_path: Path) -> None:
    """Only drawings that this program made count as its own."""
    path = tmp_path / "pau-2026" / "r1.toml"
    folder = sidecars.pictures(path)
    folder.mkdir(parents=True)
    (folder / "map.svg").write_text(OURS)
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg">')
    (folder / "link.svg").symlink_to(folder / "map.svg")

    assert sidecars.reports(path) == [folder / "map.svg"]


def test_a_folder_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    """Pictures behind a link stand in a place of somebody else's."""
    path = tmp_path / "pau-2026" / "r1.toml"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "map.svg").write_text(OURS)
    path.parent.mkdir()
    sidecars.pictures(path).symlink_to(elsewhere)

    assert sidecars.reports(path) == []
