"""What the named values of front matter, ``<meta>``, JSON and memo heads say about a document."""

from __future__ import annotations

import re

from checker import lazy
from checker.model import Block, Record
from checker.sources import dates
from checker.sources.document import About, Document

_PREFIX = lazy.compile(
    r"^(?:og|article|dc|dcterms|dc\.terms|citation|sailthru|parsely|twitter|bt|schema|prism|eprints)[:._-]", re.I
)
_NAMES: dict[About, str] = {
    "published": "published datepublished publisheddate publicationdate publishedat publishedtime publishedon"
    " publishtime publishdate pubdate pubtimestamp date issued dateissued dateline posted dateposted postedat"
    " firstpublished releasedate onlinedate created datecreated createdat timestamp day weekending issue issuedate"
    " edition coverdate recorded aired airdate broadcast held meetingdate dateofmeeting sent",
    "publisher": "publisher sitename site publication publicationtitle source outlet journaltitle journal newspaper"
    " magazine issuer feed website",
    "title": "title headline subject",
    "author": "author authors byline by creator writer reporter",
    "url": "url canonical canonicalurl link permalink sourceurl originalurl uri",
}
_CHANGED = (
    "modified datemodified modifiedtime lastmodified lastmod updated dateupdated updatedat lastupdated updatedtime"
    " revised"
).split()
_RANKS = {name: (about, rank) for about, names in _NAMES.items() for rank, name in enumerate(names.split())}
_ADDRESS = lazy.compile(r"https?://\S+")


def fields(document: Document, record: Record, rank: int, skip: tuple[About, ...] = ()) -> None:
    """Offer the fields of ``record`` under the names that publishers give them; lists count by their first value."""
    for field in record.fields:
        plain = re.sub(r"[\W_]+", "", _PREFIX.sub("", field.name.strip())).lower()
        text = value_text(field.value)
        if plain in _CHANGED:
            document.offer("published", dates.whole(text), 60)
        about = _RANKS.get(plain)
        if about is None or about[0] in skip:
            continue
        _offer(document, about[0], text, rank + about[1] / 100)


def value_text(value: Block | Record) -> str:
    """The text of a field: that of a record is its name."""
    if isinstance(value, Block):
        return value.text
    for name in ("name", "headline", "value", "@value"):
        for field in value.fields:
            if field.name == name:
                return value_text(field.value)
    return ""


def _offer(document: Document, about: About, text: str, rank: float) -> None:
    if about == "published":
        document.offer(about, dates.whole(text), rank)
    elif about == "publisher":
        if not _ADDRESS.match(text):
            document.offer(about, text, rank)
    elif about == "url":
        if _ADDRESS.match(text):
            document.offer(about, text, rank)
    else:
        document.offer(about, text, rank)


_MEMO: dict[str, About] = {
    "date": "published", "published": "published", "issued": "published", "posted": "published",
    "publicationdate": "published",
    "held": "published", "meeting": "published", "dateofmeeting": "published", "sent": "published",
    "from": "author", "by": "author", "author": "author", "subject": "title", "re": "title", "headline": "title",
    "publication": "publisher", "publisher": "publisher", "source": "publisher",
}  # fmt: skip


def memo(document: Document, record: Record, rank: float) -> None:
    """Offer the ``Date:``, ``From:``, ``Subject:`` lines that a memo begins with."""
    for field in record.fields:
        about = _MEMO.get(re.sub(r"[\W_]+", "", field.name).lower())
        if about:
            _offer(document, about, value_text(field.value), rank)
