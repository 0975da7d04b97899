"""The file behind a paper: its pages and forms as finished pieces, and what an archive must know.

ReportLab keeps the objects, numbers them and writes the file. Pages come here as packed drawing
commands, so that a page drawn yesterday goes into a file as it is. Every file says what PDF/A-2u
asks for: its title and language in the words of archives (XMP), and a profile of its colours.
"""

import zlib
from io import BytesIO
from typing import Any, cast
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFString
from reportlab.pdfgen.canvas import Canvas

from reports.colour_profile import srgb_profile
from reports.text.document_fonts import plain

_CREATOR = "Thon Ngoen"
_WHEN = "2000-01-01T00:00:00+00:00"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def packed(commands: str) -> bytes:
    """Drawing commands as they stand in a file."""
    return zlib.compress(commands.encode("ascii"), 6)


class Document:
    """One PDF in the making. The same pieces give the same bytes, whenever and wherever."""

    def __init__(self, size: tuple[float, float], title: str, language: str) -> None:
        """Begin a document whose pages are as large as `size`, in points."""
        rl_config.useA85 = 0
        self._bytes = BytesIO()
        self._canvas = cast(
            "Any",
            Canvas(self._bytes, pagesize=size, invariant=1, pageCompression=1, pdfVersion=(1, 7)),
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor("")
        self._canvas.setCreator(_CREATOR)
        self._canvas.setCatalogEntry("Lang", PDFString(language))
        self.inner = self._canvas._doc
        self._box = f"[0 0 {plain(size[0])} {plain(size[1])}]"
        self._forms: dict[str, int] = {}
        self._title, self._language = title, language
        self._resources = self._number("", "resources")
        self._parent = self._number_of(self.inner.Reference(self.inner.Pages))
        self._labelled = False
        self.pages = 0

    def turn(self, size: tuple[float, float]) -> None:
        """The coming pages are as large as `size`, in points."""
        self._box = f"[0 0 {plain(size[0])} {plain(size[1])}]"

    def add(self, page: bytes) -> None:
        """The next page, as packed commands."""
        content = self._number(_stream(page), f"content{self.pages}")
        text = (
            f"<< /Type /Page /Parent {self._parent} 0 R /MediaBox {self._box}"
            f" /Resources {self._resources} 0 R /Contents {content} 0 R >>"
        )
        self.inner.Reference(text.encode("ascii"), self.inner.thisPageName())
        self.inner.Pages.addPage(self.inner.thisPageRef())
        self.inner.pageCounter += 1
        self.inner.inObject = None
        self.pages += 1

    def keep(self, name: str, drawing: bytes, *, size: tuple[float, float] | None = None) -> None:
        """Keep a drawing under a name: many pages can show it, and the file holds it once.

        `size` is its own where it is not drawn for a page of the document.
        """
        box = f"[0 0 {plain(size[0])} {plain(size[1])}]" if size else self._box
        facts = f"/Type /XObject /Subtype /Form /BBox {box} /Resources {self._resources} 0 R "
        self._forms[name] = self._number(_stream(drawing, facts), f"form{name}")

    def label_from_here(self, prefix: str) -> None:
        """Viewers number the coming pages from 1 behind a prefix: "012-1", "012-2" …"""
        self._canvas.addPageLabel(self.pages, style="ARABIC", start=1, prefix=prefix)
        self._labelled = True

    def bookmark_here(self, key: str, title: str) -> None:
        """Viewers show the coming page under this title in their list of contents."""
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key)

    def content(self) -> bytes:
        """The finished file; its pages are numbered from 1 where no other label was given."""
        if not self._labelled:
            self._canvas.addPageLabel(0, style="ARABIC", start=1)
        fonts = self.inner.idToObject[BasicFonts]
        fonts.dict.pop("F1", None)
        forms = " ".join(f"/{name} {number} 0 R" for name, number in self._forms.items())
        basic = self._number_of(self.inner.Reference(fonts, BasicFonts))
        text = f"<< /Font {basic} 0 R /XObject << {forms} >> >>"
        self.inner.idToObject["resources"] = text.encode("ascii")
        self._say_what_it_is()
        self._canvas.save()
        return self._bytes.getvalue()

    def _say_what_it_is(self) -> None:
        """Title and language once more for archives, and the profile of the colours."""
        xmp = _XMP.format(
            title=escape(self._title), language=self._language, creator=_CREATOR, when=_WHEN
        ).encode("utf-8")
        head = f"<< /Type /Metadata /Subtype /XML /Length {len(xmp)} >>".encode("ascii")
        self._entry("Metadata", head + b"\nstream\n" + xmp + b"\nendstream")
        profile = self._number(_stream(zlib.compress(srgb_profile(), 9), "/N 3 "), "profile")
        intent = (
            "[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
            f" /Info (sRGB) /DestOutputProfile {profile} 0 R >>]"
        )
        self._entry("OutputIntents", intent.encode("ascii"))
        # Viewers show the title of the paper above it, not the name of its file.
        self._entry("ViewerPreferences", b"<< /DisplayDocTitle true >>")

    def _entry(self, name: str, content: bytes) -> None:
        catalogue = self.inner.Catalog
        # ReportLab writes only the entries that it knows by name.
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, name]
        self._canvas.setCatalogEntry(name, self.inner.Reference(content, name))

    def _number(self, content: bytes | str, name: str) -> int:
        return self._number_of(self.inner.Reference(content, name))

    def _number_of(self, reference: Any) -> int:
        return int(self.inner.idToObjectNumberAndVersion[reference.name][0])


def _stream(content: bytes, facts: str = "") -> bytes:
    head = f"<< {facts}/Filter /FlateDecode /Length {len(content)} >>\nstream\n"
    return head.encode("ascii") + content + b"\nendstream"
