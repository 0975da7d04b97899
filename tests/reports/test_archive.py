"""What an archive asks of a file (PDF/A-2u), looked up in the file itself.

No validator of others' making is at hand: this test asks for the structures that the standard
names, one by one, and forbids what it forbids.
"""

import io
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
import uharfbuzz as hb
from PIL import ImageCms

from reports.annual import print_annual
from reports.colour_profile import srgb_profile
from reports.passbooks import print_passbooks
from tests.reports.inside import catalogue, fonts, objects, referred, stream
from tests.reports.papers import every_kind, passbook, statement
from tests.reports.pdfs import facts_of, needs_poppler
from translations import LANGUAGES, open_words

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"


@pytest.fixture(scope="module", params=LANGUAGES)
def paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("archive") / "paper.pdf"
    print_annual(statement(), open_words(request.param), out)
    return out.read_bytes()


def test_the_file_says_itself_what_it_is(paper: bytes) -> None:
    assert paper.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in paper[10:14])
    xmp = stream(referred(paper, "Metadata", catalogue(paper)))
    assert b"/Filter" not in referred(paper, "Metadata", catalogue(paper)).partition(b"stream")[0]
    tree = ElementTree.fromstring(xmp.decode("utf-8"))
    about = next(tree.iter(f"{RDF}Description"))
    assert about.findtext(f"{PDFA}part") == "2"
    assert about.findtext(f"{PDFA}conformance") == "U"
    title = next(about.iter(f"{DC}title")).findtext(f".//{RDF}li")
    assert title
    assert statement().group.name in title
    assert re.search(rb"/ID\s*\[<", paper)


def test_black_is_said_in_a_profile_of_our_own(paper: bytes) -> None:
    intents = referred(paper, "OutputIntents", catalogue(paper))
    assert b"/S /GTS_PDFA1" in intents
    profile = stream(referred(paper, "DestOutputProfile", intents))
    assert profile == srgb_profile()
    read = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    assert read.profile.xcolor_space == "RGB "
    assert read.profile.version == pytest.approx(2.1)
    own = ImageCms.createProfile("sRGB")
    to_own = ImageCms.buildTransform(read, own, "RGB", "RGB")
    from PIL import Image  # noqa: PLC0415

    for shade in ((0, 0, 0), (255, 255, 255), (200, 30, 90), (17, 120, 240)):
        seen = ImageCms.applyTransform(Image.new("RGB", (1, 1), shade), to_own)
        assert seen is not None
        got = seen.getpixel((0, 0))
        assert isinstance(got, tuple)
        assert all(abs(a - b) <= 2 for a, b in zip(got, shade, strict=True))


def test_nothing_is_in_it_that_an_archive_forbids(paper: bytes) -> None:
    bodies = [body.partition(b"stream")[0] for body in objects(paper).values()]
    for word in (b"/Encrypt", b"/JavaScript", b"/JS", b"/LZWDecode", b"/SMask", b"/Launch",
                 b"/EmbeddedFile", b"/AcroForm", b"/OpenAction", b"/AA", b"/F "):  # fmt: skip
        assert not any(word in body for body in bodies), word


def test_every_typeface_is_inside_and_agrees_with_its_widths(paper: bytes) -> None:
    assert fonts(paper)
    for font in fonts(paper):
        descriptor = referred(paper, "FontDescriptor", font)
        face = hb.Face(hb.Blob(stream(referred(paper, "FontFile2", descriptor))))
        inner = hb.Font(face)
        to_glyph = stream(referred(paper, "CIDToGIDMap", font))
        widths = re.search(rb"/W \[\s*1 \[(.*?)\]", font, re.DOTALL)
        assert widths
        given = [float(width) for width in widths[1].split()]
        assert len(to_glyph) == 2 * (len(given) + 1)
        for code, width in enumerate(given, start=1):
            glyph = int.from_bytes(to_glyph[2 * code : 2 * code + 2], "big")
            assert glyph
            real = inner.get_glyph_h_advance(glyph) * 1000 / face.upem
            assert abs(real - width) <= 1


def test_every_shape_has_letters(paper: bytes) -> None:
    found = 0
    for body in objects(paper).values():
        if b"/Type0" not in body:
            continue
        letters = stream(referred(paper, "ToUnicode", body)).decode("ascii")
        for _, text in re.findall(r"<([0-9A-F]{4})> <([0-9a-f]+)>", letters):
            found += 1
            for a, b in pairwise(range(0, len(text) + 1, 4)):
                unit = int(text[a:b], 16)
                assert unit not in {0, 0xFEFF, 0xFFFE}
                assert not 0xE000 <= unit <= 0xF8FF
    assert found


@needs_poppler
def test_poppler_reads_it_without_a_complaint(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    print_passbooks([passbook(every_kind())], open_words("lo"), out)
    facts = facts_of(out)
    assert facts["PDF version"] == "1.7"
    assert facts["Title"]
    assert facts["Encrypted"] == "no"
