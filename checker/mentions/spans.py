"""Dates and money in short documents, a line a document: what ``factlint mentions CASES.jsonl`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from checker.errors import UserError
from checker.model import Found
from checker.values.dates import recognise

LONG = 400  # characters from which a document is running prose rather than spoken input


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

    dates = recognise(document.text, document.published, prose=len(document.text) > LONG)
    return sorted([*dates, *amounts(document.text)], key=lambda found: (found.start, found.end))


def _shown(found: Found) -> dict[str, object]:
    value = {
        name: part for name, part in msgspec.to_builtins(found.value).items() if part is not None and name != "text"
    }
    return {"start": found.start, "end": found.end, "text": found.value.text, "value": value}
