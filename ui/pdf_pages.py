"""A PDF document as pictures of its pages, each drawn only when it is wanted."""

from collections import OrderedDict

import pypdfium2 as pdfium
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_KEPT = 8


class PdfPages:
    """An open document. It holds its own bytes, so that the file may be replaced meanwhile.

    Pages are counted from 0. pdfium must be asked from one thread only: the window's.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._document = pdfium.PdfDocument(content)
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._sizes = [QSizeF(*self._document.get_page_size(n)) for n in range(len(self))]

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> QSizeF:
        """Width and height of a page, in points (72 to an inch)."""
        return self._sizes[page]

    def widest(self) -> float:
        """The width of the widest page, in points."""
        return max((size.width() for size in self._sizes), default=1.0)

    def image(self, page: int, width: int) -> QImage:
        """The picture of a page, so many pixels wide; the last few are kept."""
        key = (page, width)
        if key not in self._kept:
            self._kept[key] = self.drawn(page, width / self._sizes[page].width())
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def kept(self) -> list[int]:
        """The pages whose pictures are kept now."""
        return [page for page, _ in self._kept]

    def drawn(self, page: int, scale: float) -> QImage:
        """A fresh picture of a page in shades of grey, `scale` pixels to a point."""
        sheet = self._document.get_page(page)
        try:
            bitmap = sheet.render(scale=scale, grayscale=True)
            form = QImage.Format.Format_Grayscale8
            picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
            # The bitmap's memory goes away with it.
            return picture.copy()
        finally:
            sheet.close()

    def text(self, page: int) -> str:
        """The text of a page, for screen readers and tests."""
        sheet = self._document.get_page(page)
        try:
            found = sheet.get_textpage()
            try:
                return str(found.get_text_range())
            finally:
                found.close()
        finally:
            sheet.close()

    def close(self) -> None:
        """Let go of the document."""
        self._kept.clear()
        self._document.close()
