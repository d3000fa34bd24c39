"""Is a report what the tool wrote?"""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from maturity.errors import ReportError
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.report import attachments, reader
from maturity.report.document import render
from maturity.report.logo import load
from maturity.report.matter import without_notes
from maturity.report.verify import verify
from maturity.response.model import Answer, Response
from maturity.scoring.comparison import Assessed
from tests.report.conftest import matter


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_report_as_written_holds(
    village: Response, written: Callable[..., Path], language: str, *, short: bool
) -> None:
    """Answers, questionnaire, result and pages, in the language in use."""
    set_language("en")

    assert [told for told, holds in verify(written(village, language, short=short)) if holds][-2:] == [
        "Computed again from the answers: the same result.",
        "Made again from the answers: the same pages.",
    ]


def test_the_attachments_are_what_went_in(questionnaire: Questionnaire, village: Response) -> None:
    """To the byte, by our reader and by another one."""
    told = matter(questionnaire, village)
    data, _ = render(told)
    expected = {one.name: one.data for one in attachments.of(told)}

    assert reader.attachments(data) == expected
    assert sorted(expected) == ["questionnaire.json", "report.json", "response.toml", "result.json"]


def test_another_result_inside_is_noticed(questionnaire: Questionnaire, village: Response, tmp_path: Path) -> None:
    """Pages and result of one, answers of another."""
    told = matter(questionnaire, village)
    other = village.with_answer(questionnaire.item_ids[0], Answer(level=5))
    object.__setattr__(told, "response", other)
    path = tmp_path / "x.pdf"
    path.write_bytes(render(told)[0])

    with pytest.raises(ReportError, match="autre résultat"):
        verify(path)


def test_what_the_report_took_along_is_compared_too(
    questionnaire: Questionnaire, village: Response, tmp_path: Path
) -> None:
    """The wave before, a logo, notes left out: the same pages come out, and another wave gives others."""
    set_language("en")
    begun = village.started.replace(year=2020)
    before = matter(questionnaire, village.model_copy(update={"wave": "2020", "started": begun}))
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><circle cx="2" cy="2" r="1"/></svg>'
    )
    logo = load(tmp_path / "logo.svg")
    earlier = Assessed(before.questionnaire, before.response, before.result)
    told = replace(matter(questionnaire, without_notes(village)), earlier=earlier, logo=logo, bare=True)
    path = tmp_path / "x.pdf"
    path.write_bytes(render(told)[0])
    assert {
        "Notes and evidence were left out; the report says so.",
        "The answers of the wave 2020 are inside, too.",
    } < {said for said, holds in verify(path) if holds}

    other = village.with_answer(questionnaire.item_ids[0], Answer(level=5)).model_copy(update={"wave": "2019"})
    changed = earlier._replace(response=other.model_copy(update={"started": begun}))
    object.__setattr__(told, "earlier", changed)
    path.write_bytes(render(told)[0])
    with pytest.raises(ReportError, match="not the same"):
        verify(path)


@pytest.mark.parametrize("short", [False, True])
def test_a_report_that_does_not_say_how_it_was_made(
    village: Response, written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, *, short: bool
) -> None:
    """One of an earlier program: every language and both lengths are tried."""
    every = attachments.of
    monkeypatch.setattr(attachments, "of", lambda *given, **named: every(*given, **named)[:3])

    assert all(holds for _, holds in verify(written(village, "en", short=short)))


@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_changed_byte_is_noticed(village: Response, written: Callable[..., Path], share: float) -> None:
    """Wherever it is: in a page, in the tree, between objects."""
    path = written(village, short=True)
    data = bytearray(path.read_bytes())
    data[int(len(data) * share)] ^= 0x15
    path.write_bytes(data)

    try:
        found = verify(path)
    except ReportError:
        return
    assert not all(holds for _, holds in found)  # in the program's name: its pages cannot be compared, which is told


def test_another_compression_is_not_a_change(village: Response, written: Callable[..., Path]) -> None:
    """The same pages packed by another zlib are the same pages."""
    path = written(village, short=True)
    data = path.read_bytes()
    changed = repacked(data)
    path.write_bytes(changed)

    assert list(reader.meaning(changed)) == list(reader.meaning(data))
    assert changed != data
    assert verify(path)[-1][1]


def repacked(data: bytes, hidden: bytes = b"", victim: int = 0) -> bytes:
    """Its first stream packed otherwise, offsets mended; ``hidden`` goes behind it, and ``victim`` is told to be there.

    Args:
        data: a report.
        hidden: bytes within the stream that no inflating reader meets.
        victim: the number of an object whose place in the table is moved by one byte; 0 for none.
    """
    begin = data.find(b"\nstream\n") + len(b"\nstream\n")
    end = data.find(b"\nendstream", begin)
    other = zlib.compress(reader.unpack(data[begin:end]), 0) + hidden
    head = re.sub(rb"/Length \d+", b"/Length %d" % len(other), data[:begin], count=1)
    start = data.rindex(b"endobj\n", 0, data.rindex(b"/Type /XRef")) + len(b"endobj\n")
    table = data.index(b"stream\n", start) + len(b"stream\n")
    moved = len(head) + len(other) - end
    rows, above = bytearray(), bytes(7)
    packed = reader.unpack(data[table : data.rindex(b"\nendstream")])
    before = bytes(7)
    for number, at in enumerate(range(0, len(packed), 8)):
        row = above = bytes((one + up) % 256 for one, up in zip(packed[at + 1 : at + 8], above, strict=True))
        offset = int.from_bytes(row[1:5], "big")
        if row[0] == 1:
            offset += (moved if offset > begin else 0) + (number == victim)
            row = row[:1] + offset.to_bytes(4, "big") + row[5:]
        rows += b"\2" + bytes((one - up) % 256 for one, up in zip(row, before, strict=True))
        before = row
    new = zlib.compress(bytes(rows), 9)
    last = re.sub(rb"/Length \d+", b"/Length %d" % len(new), data[start:table])
    tail = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (start + moved)
    return head + other + data[end:start] + last + new + tail


def test_what_is_hidden_behind_a_stream_or_pointed_to_elsewhere_is_noticed(
    village: Response, written: Callable[..., Path]
) -> None:
    """A viewer goes where the table of offsets points to; each entry is the place of its object, and nothing hides."""
    path = written(village, short=True)
    data = path.read_bytes()
    alone = [int(number) for number in re.findall(rb"endobj\n(\d+) 0 obj\n", data)]
    start = re.sub(rb"startxref\n\d+", b"startxref\n17", data)
    assert list(reader.meaning(repacked(data)))
    for forged in (repacked(data, b" 9 0 obj <<>> endobj "), start, *(repacked(data, victim=one) for one in alone[:9])):
        path.write_bytes(forged)
        with pytest.raises(ReportError):
            verify(path)


def test_an_object_twice_is_noticed(village: Response, written: Callable[..., Path]) -> None:
    """Which of two is shown depends on who reads."""
    data = written(village, short=True).read_bytes()
    first = data[data.index(b"\n", 9) + 1 : data.index(b"endobj\n") + len(b"endobj\n")]

    with pytest.raises(reader.Unreadable):
        list(reader.meaning(data.replace(b"endobj\n", b"endobj\n" + first, 1)))


def shown(data: bytes) -> list[bytes]:
    """What another reader shows on each page."""
    return [page.get_contents().get_data() for page in PdfReader(io.BytesIO(data)).pages]  # type: ignore[union-attr]


def test_no_damage_keeps_the_meaning(village: Response, written: Callable[..., Path]) -> None:
    """Bytes flipped, put in, taken out or swapped, hundreds of times: refused, or another meaning than the report's."""
    data, chance = written(village, short=True).read_bytes(), random.Random(4)  # noqa: S311 - the same each time
    said = list(reader.meaning(data))
    for _ in range(300):
        at, other = sorted(chance.sample(range(len(data)), 2))
        one, two = data[at : at + 1], data[other : other + 1]
        for changed in (
            data[:at] + bytes((data[at] ^ 1 << chance.randrange(8),)) + data[at + 1 :],
            data[:at] + chance.randbytes(3) + data[at:],
            data[:at] + data[at + 1 :],
            data[:at] + two + data[at + 1 : other] + one + data[other + 1 :],
        ):
            try:
                same = list(reader.meaning(changed)) == said
            except reader.Unreadable:
                continue
            assert not same or shown(changed) == shown(data)


def test_a_file_saved_by_another_program_is_refused_with_the_reason(
    village: Response, written: Callable[..., Path], tmp_path: Path
) -> None:
    """It may be honest, but it can no longer be checked."""
    path = tmp_path / "other.pdf"
    writer = PdfWriter(clone_from=PdfReader(written(village, short=True)))
    writer.write(path)

    with pytest.raises(ReportError, match="autre programme"):
        verify(path)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"hello", b"%PDF-1.7\n/Type /Filespec /F (response.toml) /EF <</F 9 0 R"]
)
def test_what_is_no_report_is_refused(tmp_path: Path, data: bytes) -> None:
    """One clear error, no traceback."""
    path = tmp_path / "x.pdf"
    path.write_bytes(data)

    with pytest.raises(ReportError):
        verify(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(ReportError, match="absent\\.pdf"):
        verify(tmp_path / "absent.pdf")


def test_another_program_s_pages_are_not_called_wrong(
    village: Response, written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older version may have drawn them otherwise; the answers still hold."""
    path = written(village, short=True)
    monkeypatch.setattr("maturity.report.document.PROGRAM", "maturity 99")

    told, holds = verify(path)[-1]
    assert "maturity 99" in told
    assert not holds


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.999])
def test_a_file_that_was_cut_off_is_refused(village: Response, written: Callable[..., Path], share: float) -> None:
    """Also where what is attached is still whole, and the name of the program is gone."""
    path = written(village, "fr", short=True)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    with pytest.raises(ReportError):
        verify(path)


def test_a_file_that_does_not_say_who_wrote_it_is_refused(village: Response, written: Callable[..., Path]) -> None:
    """Pages that cannot be compared hold nothing."""
    path = written(village, "fr", short=True)
    path.write_bytes(path.read_bytes().replace(b"<xmp:CreatorTool>", b"<xmp:CreatorTaal>"))

    with pytest.raises(ReportError):
        verify(path)


def test_what_another_program_calls_itself_cannot_steer_the_terminal(
    village: Response, written: Callable[..., Path]
) -> None:
    """Its name is shown without control characters."""
    path = written(village, "fr", short=True)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"<xmp:CreatorTool>", b"<xmp:CreatorTool>\x1b]52;c;QQ==\x07other ", 1))

    assert "\x1b" not in verify(path)[-1][0]
    assert "other maturity" in verify(path)[-1][0]


def test_a_file_of_nothing_but_attachments() -> None:
    """A few are taken out, so that a small file cannot fill the memory."""
    packed = zlib.compress(bytes(1000))
    names = b"".join(b"/Type /Filespec /F (f%d.toml) /EF <</F 5 0 R\n" % number for number in range(500))
    content = b"\n5 0 obj\n<</Length %d>>\nstream\n%s\n%%%%EOF\n" % (len(packed), packed)

    assert len(reader.attachments(b"%PDF-1.7\n" + names + content)) == 8
