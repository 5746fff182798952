"""HTML as a tree whose texts and attribute values are spans of the file; broken markup is taken as it comes."""

from __future__ import annotations

import re

from msgspec import Struct, field

from checker import lazy
from checker.sources.spans import Span

_TAG = lazy.compile(r"""<(/?)([a-zA-Z][^\s/>"'<]*)([^<>"']*(?:(?:"[^"]{0,65536}"|'[^']{0,65536}')[^<>"']*)*+)>""")
_BROKEN = lazy.compile(r"<(/?)([a-zA-Z][^\s/>\"'<]{0,40})([^<>]{0,2000})>?")
_ATTRIBUTE = lazy.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
_RAW = {"script", "style", "textarea", "title", "xmp", "noembed", "noframes"}
_VOID = set("area base br col embed hr img input link meta param source track wbr".split())
_CLOSES_P = set(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr main"
    " menu nav ol p pre section table ul".split()
)
_SAME = {  # an opening tag that ends an open one of these, up to the barrier
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"table", "tr"}),
    "th": ({"td", "th"}, {"table", "tr"}),
    "tbody": ({"tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"}, {"table"}),
    "thead": ({"tbody", "thead", "tfoot", "caption", "colgroup"}, {"table"}),
    "tfoot": ({"tbody", "thead", "tfoot", "tr", "td", "th"}, {"table"}),
    "option": ({"option"}, {"select"}),
}
_DEEP = 120


class Element(Struct):
    """An element; ``children`` are elements and the spans of texts, ``attributes`` spans of values."""

    tag: str
    start: int
    attributes: dict[str, Span] = field(default_factory=dict)
    children: list[Element | Span] = field(default_factory=list)


def parse(text: str) -> Element:
    """The tree of an HTML text, under a root element with the tag ""."""
    return _Builder(text).build()


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.open = [Element("", 0)]
        self.unclosed: set[str] = set()

    def build(self) -> Element:
        text, at, size = self.text, 0, len(self.text)
        while at < size:
            mark = text.find("<", at)
            if mark < 0:
                mark = size
            if mark > at:
                self.open[-1].children.append((at, mark))
            if mark >= size:
                break
            at = self._markup(mark)
        return self.open[0]

    def _markup(self, at: int) -> int:
        """Take the tag, comment or declaration at ``at``; where there is none, "<" is text."""
        text = self.text
        if text.startswith("<!--", at):
            return self._past("-->", at + 4)
        if text.startswith("<![CDATA[", at):
            end = text.find("]]>", at)
            end = end if end >= 0 else len(text)
            self.open[-1].children.append((at + 9, end))
            return min(end + 3, len(text))
        if text.startswith(("<!", "<?"), at):
            return self._past(">", at)
        match = _TAG.match(text, at) or _BROKEN.match(text, at)
        if match is None:
            self.open[-1].children.append((at, at + 1))
            return at + 1
        tag = match[2].lower()
        if match[1]:
            self._close(tag)
            return match.end()
        return self._start(tag, match)

    def _past(self, mark: str, at: int) -> int:
        end = self.text.find(mark, at)
        return end + len(mark) if end >= 0 else len(self.text)

    def _start(self, tag: str, match: re.Match[str]) -> int:
        self._imply(tag)
        element = Element(tag, match.start(), _attributes(self.text, *match.span(3)) if match[3] else {})
        self.open[-1].children.append(element)
        if tag in _VOID or (match[3].endswith("/") and tag in ("svg", "path")):
            return match.end()
        if tag in _RAW:
            return self._raw(element, match.end())
        if len(self.open) < _DEEP:
            self.open.append(element)
        return match.end()

    def _raw(self, element: Element, at: int) -> int:
        close = None
        if element.tag not in self.unclosed:
            close = re.compile(rf"</{element.tag}[\s>]", re.I).search(self.text, at)
            if close is None:
                self.unclosed.add(element.tag)
        end = close.start() if close else self._unclosed(at)
        element.children.append((at, end))
        return self._past(">", close.start()) if close else end

    def _unclosed(self, at: int) -> int:
        """A script or title that nobody closed ends where its line does."""
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def _imply(self, tag: str) -> None:
        if tag in _CLOSES_P and any(element.tag == "p" for element in self.open[-4:]):
            self._close("p")
        if tag in _SAME:
            ends, barriers = _SAME[tag]
            for index in range(len(self.open) - 1, 0, -1):
                if self.open[index].tag in barriers:
                    break
                if self.open[index].tag in ends:
                    del self.open[index:]

    def _close(self, tag: str) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return
            if self.open[index].tag in ("table", "body") and tag not in ("table", "body", "html"):
                return


def _attributes(text: str, start: int, end: int) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(text, start, end):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        found.setdefault(match[1].lower(), match.span(group) if group else (match.end(), match.end()))
    return found
