"""What comes in between: a newer version while one is restored, an end in the midst of forgetting, the last number."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.errors import ConflictError
from maturity.response import file as files
from maturity.response import restoring, sidecars
from maturity.response.file import OpenResponse, dumps, forget, read
from maturity.response.model import REVISIONS
from maturity.response.versions import Standing, survey
from tests.faults.damaged import make
from tests.faults.program import maturity
from tests.tally import Tried


@pytest.mark.family(12)
@pytest.mark.parametrize("kind", ["cut", "unfinished", "gone"])
def test_a_newer_version_comes_while_one_is_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """What shares a folder between computers asks for no lock: the version that it brings is not replaced."""
    path = make(tmp_path, kind)
    kept = make(tmp_path / "elsewhere", "unfinished")
    newer = dumps(read(kept).model_copy(update={"revision": 9})).encode()

    def and_then_it_comes(place: Path) -> Standing:
        standing = survey(place)
        place.write_bytes(newer)
        return standing

    monkeypatch.setattr("maturity.response.restoring.survey", and_then_it_comes)
    with pytest.raises(ConflictError):
        restoring.restore(path)

    assert path.read_bytes() == newer
    assert read(path).revision == 9


@pytest.mark.family(20)
def test_whole_again_before_the_choice(tmp_path: Path) -> None:
    """It is told that nothing has to be done, and not that a backup is needed."""
    path = make(tmp_path, "edited, alone")
    path.write_bytes(dumps(read(path, accept_damaged=True)).encode())
    before = path.read_bytes()
    with pytest.raises(ConflictError, match="intact now"):
        restoring.restore(path)

    assert path.read_bytes() == before


@pytest.mark.family(18)
def test_forgetting_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried) -> None:
    """Wherever it ends, the response is still there to be named, and the second time everything goes."""
    for fatal in range(1, 6):
        path = make(tmp_path / str(fatal), "last line removed")
        path.with_suffix(".pdf").write_bytes(b"%PDF-1.7 <xmp:CreatorTool>maturity 1</xmp:CreatorTool>")
        sidecars.temporary(path).write_bytes(b"27 answers")
        removed: list[Path] = []

        def remove(name: Path, last: int = fatal, removed: list[Path] = removed) -> bool:
            removed.append(name)
            if len(removed) == last:
                raise KeyboardInterrupt
            name.unlink()
            return True

        with monkeypatch.context() as patch:
            patch.setattr(files, "remove", remove)
            with pytest.raises(KeyboardInterrupt):
                forget(path)
        assert path.exists() or fatal > 4, fatal
        forget(path)
        assert list((tmp_path / str(fatal)).iterdir()) == []
        tried.add(1)


@pytest.mark.family(17)
def test_the_last_revision(tmp_path: Path) -> None:
    """A number that no file may have is not written: the program could not read it again."""
    path = make(tmp_path, "unfinished")
    path.write_bytes(dumps(read(path).model_copy(update={"revision": REVISIONS})).encode())
    before = path.read_bytes()
    with OpenResponse.open(path) as held, pytest.raises(ConflictError):
        held.save(held.response)
    done = maturity("answer", "--plain", path, said="2\nq\n")

    assert path.read_bytes() == before
    [copy] = [read(one) for one in path.parent.glob("*.toml") if one != path]
    assert sum(answer.given for answer in copy.answers.values()) == 28, done


@pytest.mark.family(7)
def test_something_huge_beside_it(tmp_path: Path) -> None:
    """A file of three gigabytes that has a report's name is looked at, and neither read whole nor removed."""
    path = make(tmp_path, "last line removed")
    huge = path.with_suffix(".pdf")
    with huge.open("wb") as sparse:
        sparse.truncate(3 << 30)
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\nimport maturity.cli.main\n"
    done = maturity("forget", "--yes", path, under=limit)

    assert done.returncode == 0, done.stderr
    assert [*path.parent.iterdir()] == [huge]
