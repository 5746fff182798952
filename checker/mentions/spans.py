"""Dates and money in short documents, a line a document: what ``factlint mentions CASES.jsonl`` prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from checker import lazy
from checker.errors import UserError
from checker.model import Found
from checker.values.dates import recognise

LONG = 400  # characters from which a document is running prose, whatever it says
_WORD = lazy.compile(r"[A-Za-z][A-Za-z'’-]*")
_TOLD = lazy.compile(
    r"\b(?:was|were|had|did|has|have|been|said|says|told|is|are|will|would|rose|fell|went|left|took|came|made|sold|bought|met|paid"
    r"|lost|won|held|expects?|plans?|reports?|sees|[a-z]{3,}ed)\b"
)
# a whole sentence of somebody's doings: "Lawyers extended the deadline."
_PAST = lazy.compile(
    r"\s*(?!(?:He|She|They|It|There|This|That)\s)[A-Z`\"“‘'].*"
    r"\b(?:was|were|had|said|told|rose|fell|went|left|[a-z]{4,}ed)\b.*[.!]['\"”’]*\s*$",
    re.DOTALL,
)
_SPOKEN = lazy.compile(
    r"\b(?:I|I['’](?:ll|m|ve)|me|my|you|your|we|we['’]ll|us|let['’]s|please|remind|schedule|book|set)\b", re.IGNORECASE
)
_QUOTED = lazy.compile(r"[\"“`]{1,2}[^\"“”]+?(?:['’]{2}|[\"”])")
_NAME = lazy.compile(
    r"(?<=[a-z,'’] )"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)[A-Z][a-z]+"
)
_SMALL = lazy.compile(  # names of months and days as they are typed
    r"(?<![\w-])(?:january|february|april|june|july|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_FIGURE = lazy.compile(r"[$£€]\s?[0-9]|%|\bpercent\b|\b[mb]illion\b|['’]s\b|[`\"“]")


class Document(msgspec.Struct):
    """One line of input."""

    id: str
    text: str
    published: str | None = None


def spans(lines: Iterable[str]) -> Iterator[str]:
    """For each JSON line ``{"id", "text", "published"}`` one JSON line ``{"id", "mentions": [...]}``.

    Offsets are in characters, ends exclusive. Raises UserError for a line that is no such document.
    """
    decoder, encoder = msgspec.json.Decoder(Document), msgspec.json.Encoder()
    for number, line in enumerate(lines, 1):
        if line.strip():
            document = _decode(decoder, line, number)
            mentions = [_shown(found) for found in found_in(document)]
            yield encoder.encode({"id": document.id, "mentions": mentions}).decode()


def _decode(decoder: msgspec.json.Decoder[Document], line: str, number: int) -> Document:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise UserError(
            f"not a document: {error}; each line is a JSON object with id, text and published", line=number
        ) from None


def found_in(document: Document) -> list[Found]:
    """Dates and amounts of one document in the order of their places."""
    from checker.values.money import recognise as amounts

    dates = recognise(document.text, document.published, prose=written(document.text))
    return sorted([*dates, *amounts(document.text)], key=lambda found: (found.start, found.end))


def written(text: str) -> bool:
    """Whether a document is written prose (a line of news) rather than what somebody says to a machine.

    Written is what is long, what tells of others in whole sentences, and what is full of names.
    """
    if len(text) > LONG:
        return True
    if _SMALL.search(text):
        return False
    words, names = len(_WORD.findall(text)), len(_NAME.findall(text))
    if words >= 7 and _TOLD.search(text) and not _SPOKEN.search(_QUOTED.sub("", text)):
        return names > 0 or words >= 16 or bool(_FIGURE.search(text)) or bool(_PAST.match(text))
    return words >= 14 and names >= 2


def _shown(found: Found) -> dict[str, object]:
    value = {
        name: part for name, part in msgspec.to_builtins(found.value).items() if part is not None and name != "text"
    }
    return {"start": found.start, "end": found.end, "text": found.value.text, "value": value}
