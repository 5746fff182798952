"""Drafts to claims: places in the file, the sentence or cell as the quote, ids made from content, repeats dropped."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from checker.claims.draft import Draft
from checker.claims.reading import Reading
from checker.digests import blake2b
from checker.model import Claim, Lines, Span, Subject, Value
from checker.passages import Page, Passage


def claims(page: Page, drafts: list[Draft], reading: Reading) -> list[Claim]:
    """One claim for each distinct thing said; of several places the first."""
    lines = Lines(page.source.raw)
    made: dict[tuple[object, ...], Claim] = {}
    for draft in drafts:
        claim = _claim(page, draft, lines)
        key = _key(claim)
        if key not in made:
            made[key] = claim
    return sorted(_fullest(made), key=lambda claim: (claim.span, claim.attribute, claim.subject, claim.id))


def _fullest(made: dict[tuple[object, ...], Claim]) -> list[Claim]:
    """The claims without those that another makes of the same words with more said: a figure and its period."""
    fuller: dict[tuple[object, ...], list[set[object]]] = {}
    for key, claim in made.items():
        if isinstance(key[3], tuple):
            fuller.setdefault(_place(key, claim), []).append(set(key[3]))
    return [
        claim
        for key, claim in made.items()
        if not (isinstance(key[3], tuple) and any(set(key[3]) < other for other in fuller[_place(key, claim)]))
    ]


def _place(key: tuple[object, ...], claim: Claim) -> tuple[object, ...]:
    return key[0], key[1], key[2], key[4], claim.span.line


def _key(claim: Claim) -> tuple[object, ...]:
    value = claim.value
    said = (
        value.edtf or (value.low, value.high, value.currency)
        if value.low is not None or value.high is not None or value.edtf
        else value.text.casefold()
    )
    kept = tuple(sorted((k, v.casefold()) for k, v in claim.qualifiers.items() if k != "as_of"))
    return claim.subject.name.casefold(), claim.attribute, said, kept, claim.modality


_ENDS = frozenset(("", ".", ",", ".\n", ";", ")"))


def _claim(page: Page, draft: Draft, lines: Lines) -> Claim:
    block = draft.block
    if draft.value.kind == "organization" and block.text[draft.end : draft.end + 2] in ("'s", "’s"):
        short = draft.attribute == "alma_mater" and block.text[draft.end + 2 : draft.end + 4].strip() in _ENDS
        draft.value = replace(draft.value, text=f"{draft.value.text}'s") if short else draft.value  # "at Queen's"
    passage = page.by_block.get(id(block))
    start, end = _sentence(passage, draft) if passage is not None else (0, len(block.text))
    first, last = block.origin(draft.start), block.origin(max(draft.start, draft.end - 1)) + 1
    line, column = lines.place(first)
    end_line, end_column = lines.place(last)
    quote = block.text[start:end]
    subject = Subject(draft.subject, draft.type)
    qualifiers = {key: draft.qualifiers[key] for key in sorted(draft.qualifiers) if draft.qualifiers[key]}
    return Claim(
        claim_id(page.source.path, line, column, subject, draft.attribute, draft.value, qualifiers, draft.modality),
        page.source.path,
        Span(line, column, end_line, end_column),
        quote,
        subject,
        draft.attribute,
        draft.value,
        qualifiers,
        draft.modality,
        draft.rule,
        confidence=round(draft.confidence, 3),
        mark=(draft.start - start, draft.end - start),
    )


def _sentence(passage: Passage, draft: Draft) -> tuple[int, int]:
    starts = [passage.tokens[first].start for first, _ in passage.sentences]
    n = max(0, bisect_right(starts, draft.start) - 1)
    if not passage.sentences:
        return 0, len(passage.block.text)
    first, last = passage.sentences[n]
    return passage.tokens[first].start, max(draft.end, passage.tokens[last - 1].end)


def claim_id(
    path: str,
    line: int,
    column: int,
    subject: Subject,
    attribute: str,
    value: Value,
    qualifiers: dict[str, str],
    modality: str,
) -> str:
    """An id that the same claim has in every run."""
    text = "\x1f".join(
        [
            path,
            str(line),
            str(column),
            subject.type,
            subject.name,
            attribute,
            value.text,
            value.edtf or "",
            str(value.low),
            str(value.high),
            *(f"{k}={v}" for k, v in qualifiers.items()),
            modality,
        ]
    )
    return "c" + blake2b(text.encode(), digest_size=6).hexdigest()
