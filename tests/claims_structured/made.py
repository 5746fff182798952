"""Reading a text's structure in one call, and claims as short tuples."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.claims.structured import read
from checker.mentions import find
from checker.model import Source
from checker.sources import read_text


def drafts(text: str, format: str = "markdown") -> list[Draft]:
    """The drafts of a text."""
    suffix = {"markdown": "md", "text": "txt", "html": "html", "csv": "csv", "json": "json"}[format]
    return [d for s in read_text(text, f"made.{suffix}", format) if isinstance(s, Source) for d in read(find(s))]


def short(draft: Draft) -> str:
    """ "subject . attribute = value [key qualifier]"."""
    value = draft.value
    if value.kind == "date":
        said = value.edtf or ""
    elif value.kind in ("money", "quantity"):
        ends = [("" if end is None else f"{end:g}" if end < 1e6 else f"{end:.0f}") for end in (value.low, value.high)]
        said = (
            (ends[0] if ends[0] == ends[1] else "..".join(ends))
            + (f" {value.currency}" if value.currency else "")
            + ("~" if value.approximate else "")
        )
    else:
        said = value.text
    key = next(
        (draft.qualifiers[k] for k in ("organization", "round", "period", "scope") if draft.qualifiers.get(k)), ""
    )
    return f"{draft.subject} . {draft.attribute} = {said}" + (f" [{key}]" if key else "")


def claims(text: str, format: str = "markdown") -> list[str]:
    """All claims of a text, sorted, each once."""
    return sorted({short(draft) for draft in drafts(text, format)})
