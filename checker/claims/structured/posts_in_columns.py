"""Columns of posts and of who holds them, under headers that do not say so."""

from __future__ import annotations

from msgspec.structs import replace

from checker.claims.structured.column import Column, share
from checker.claims.structured.context import Workbench, named
from checker.claims.structured.lexicon import fold
from checker.claims.structured.posts import is_person, is_title

_BEFORE = frozenset(
    (
        *("before", "previously", "earlier", "prior", "previous", "past", "formerly", "former"),
        *("came from", "previous role", "previous post", "last post", "former post", "former role"),
    )
)
# Words of titles that, above a column of people, say what they made or won rather than what post they hold.
_NO_POST = frozenset(
    "author artist winner player architect contractor writer illustrator translator photographer owner buyer guest "
    "speaker member contributor editor reviewer composer actor candidate student contact applicant sponsor host "
    "presenter interviewer interviewee moderator auditor solicitor banker lyricist librettist performer soloist cast "
    "holder champion referee umpire judge producer written directed edited photo photography words text story".split()
)


def names_post(key: str) -> bool:
    """Whether a key over a person's name says a post, not what they made, won or do for the day."""
    return not _NO_POST & set(fold(key).split())


def titles(bench: Workbench, columns: list[Column]) -> None:
    """Columns of posts under headers that say nothing ("What", "Before") or only when ("Formerly")."""
    for column in columns:
        texts, said = column.texts(bench), fold(column.heading.text)
        earlier = said in _BEFORE
        free = not column.role and not column.heading.role
        noted = earlier and (column.role, column.name) == ("qualifier", "remarks")
        if (free or noted) and texts and share([is_title(text) for text in texts]) >= (0.5 if earlier else 0.7):
            column.role, column.name = "attribute", "title"
            column.heading = replace(column.heading, status="former" if earlier else column.heading.status)


def officers(bench: Workbench, columns: list[Column]) -> None:
    """Columns of people under the name of a post that no list has: "Winemaker", "Head brewer"."""
    for column in columns:
        texts, said = column.texts(bench), column.heading.text.strip(" :*")
        if column.role or column.heading.role or not texts or len(said.split()) > 4 or not is_title(said):
            continue
        if not names_post(said):
            continue
        held = [is_person(bench, named(text).split(",")[0].split(";")[0].split(" and ")[0]) for text in texts]
        if share(held) >= 0.6:
            column.role, column.name = "officer", ""
