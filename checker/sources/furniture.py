"""What on a page is no part of its article: navigation, banners, teasers, comments. By tag, role and class names."""

from __future__ import annotations

import re

from checker import lazy
from checker.sources.html_tree import Element

_TAGS = set("nav footer menu form button select dialog noscript iframe canvas label fieldset".split())
_ROLES = set("navigation banner contentinfo search menu menubar toolbar dialog alertdialog".split())
_NAMES = set(
    "nav navbar navigation navi menu menubar submenu breadcrumb breadcrumbs crumbs crumb cookie cookies "
    "cookiebar consent gdpr footer"
    " foot sidebar related recirc recirculation recommended recommendations share sharing sharebar social "
    "socials subscribe"
    " subscription newsletter signup promo promos promotion advert adverts ad ads advertisement "
    "advertising sponsored sponsor"
    " comments ticker skip skiplink skiplinks popular trending mostread paywall login signin toolbar pagination pager"
    " outbrain taboola teaser teasers tagcloud colophon copyright disclaimer masthead topbar utility "
    "readmore morelikethis"
    " readnext upnext backtotop sitemap feedback rating".split()
)
_HEADINGS = lazy.compile(
    r"\s*(?:most (?:read|popular|viewed|shared)|popular|also read|read (?:more|next|also)|related\b|more "
    r"(?:on|from|stories|like|news|in)\b|"
    r"recommended|trending|you (?:may|might) (?:also )?(?:like|be interested)|latest|don.t miss|(?:\d+ "
    r")?comments?\b|newsletter|sign up|"
    r"subscribe|share (?:this|on)|advertisement|sponsored|follow us|topics$|tags$|up next|editors?.? "
    r"picks?|from our partners|"
    r"in other news|see also$|on this site|elsewhere)",
    re.I,
)
_WORDS = lazy.compile(r"[^a-z0-9]+")
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "summary", "legend")
_NEVER = ("html", "body", "main", "article", "")


class Judge:
    """Tells furniture from content for the elements of one page."""

    def __init__(self, text: str, root: Element) -> None:
        self.text = text
        self.weight: dict[int, tuple[int, int, bool]] = {}  # id: (prose, linked characters, holds h1)
        self.total = self._weigh(root)[0]

    def is_furniture(self, element: Element) -> bool:
        """Whether ``element``, with all within it, is no part of the article."""
        prose, _, titled = self.weight[id(element)]
        if "hidden" in element.attributes or self._value(element, "aria-hidden") == "true":
            return not titled and prose * 2 <= self.total
        if element.tag in _NEVER or titled or prose * 2 > max(self.total, 1):
            return False
        if (
            element.tag in _TAGS
            or self._value(element, "role") in _ROLES
            or (element.tag == "header" and self._outer(element))
        ):
            return True
        return self._named(element) or self._teasers(element)

    def _outer(self, element: Element) -> bool:
        """A page's head without its title; an article's own header holds prose or a byline."""
        return self.weight[id(element)][1] > 0

    def _named(self, element: Element) -> bool:
        names = f"{self._value(element, 'class')} {self._value(element, 'id')}".lower()
        if names == " ":
            return False
        words = _WORDS.split(re.sub(r"(?<=[a-z])-(?=like|read|next|bar)", "", names))
        return not _NAMES.isdisjoint(words) and element.tag not in (
            "p",
            "span",
            "em",
            "strong",
            "b",
            "i",
            "a",
            "td",
            "tr",
            "table",
            "h2",
            "h3",
        )

    def _teasers(self, element: Element) -> bool:
        """A box under a heading such as "Most read", or one that is mostly links."""
        if element.tag not in ("aside", "div", "section", "ul", "ol"):
            return False
        head = next((child for child in element.children if isinstance(child, Element)), None)
        if head is not None and head.tag in _HEADS and _HEADINGS.match(self.words(head)):
            return True
        prose, linked, _ = self.weight[id(element)]
        size = len(self.words(element))
        return (
            prose == 0
            and linked > 0
            and linked * 5 > size * 2
            and (element.tag in ("div", "aside") or linked * 5 > size * 4)
        )

    def words(self, element: Element) -> str:
        """The text within, roughly, at most a few thousand characters."""
        out: list[str] = []
        stack: list[Element | tuple[int, int]] = [element]
        size = seen = 0
        while stack and size < 4000 and seen < 2000:
            seen += 1
            node = stack.pop()
            if isinstance(node, Element):
                if node.tag not in ("script", "style"):
                    stack.extend(reversed(node.children[:500]))
            else:
                out.append(self.text[slice(*node)])
                size += node[1] - node[0]
        return " ".join("".join(out).split())

    def _value(self, element: Element, name: str) -> str:
        span = element.attributes.get(name)
        return self.text[slice(*span)].strip() if span else ""

    def _weigh(self, element: Element, prose: bool = False, linked: bool = False) -> tuple[int, int, bool]:
        """(characters of paragraphs, characters of links, whether there is an h1), for all elements."""
        prose = prose or element.tag in ("p", "blockquote", "td")
        linked = linked or element.tag == "a"
        words = links = 0
        titled = element.tag == "h1"
        for child in element.children:
            if isinstance(child, Element):
                if child.tag in ("script", "style"):
                    self.weight[id(child)] = (0, 0, False)
                    continue
                more, other, head = self._weigh(child, prose, linked)
                words, links, titled = words + more, links + other, titled or head
            else:
                size = child[1] - child[0]
                links += size if linked else 0
                words += size if prose and not linked else 0
        self.weight[id(element)] = (words, links, titled)
        return words, links, titled
