"""What stands inside a PDF file: its objects, found without the help of any reader."""

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.DOTALL)


def objects(file: bytes) -> dict[int, bytes]:
    """Every object by its number."""
    return {int(number): body for number, body in _OBJECT.findall(file)}


def referred(file: bytes, name: str, where: bytes) -> bytes:
    """The object to which an entry of another one points."""
    found = re.search(rb"/%s (\d+) 0 R" % name.encode(), where)
    assert found, name
    return objects(file)[int(found[1])]


def stream(body: bytes) -> bytes:
    """What an object holds, unpacked."""
    head, _, rest = body.partition(b"stream")
    length = re.search(rb"/Length (\d+)", head)
    assert length
    content = rest.lstrip(b"\r").removeprefix(b"\n")[: int(length[1])]
    return zlib.decompress(content) if b"/FlateDecode" in head else content


def catalogue(file: bytes) -> bytes:
    """The object with which a reader begins."""
    return next(body for body in objects(file).values() if b"/Type /Catalog" in body)


def fonts(file: bytes) -> list[bytes]:
    """The typefaces."""
    return [body for body in objects(file).values() if b"/CIDFontType2" in body]
