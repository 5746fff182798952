"""Claims held against their source: what is not in it is refused, with the reason.

A claim has to quote what stands in the source; line and column are found, not believed. Whom it is about and its
qualifiers must be named there. Its value must be one that our own recognisers read in the quoted sentence (dates,
amounts), or words that stand in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from checker.claims.finish import claim_id
from checker.errors import UserError
from checker.model import Block, Claim, Lines, Modality, Record, Span, Subject, Table, Value
from checker.packs import Attribute, Packs
from checker.passages import Page
from checker.readers import read_values
from checker.readers.interface import Refused
from checker.readers.named import words
from checker.readers.naming import Naming
from checker.readers.quotes import Quotable, fold
from checker.readers.said import MODALITIES, SaidClaim, claim_of

MOST = 5000  # claims of one source that are looked at
LONGEST = 20_000  # characters of a quote
STATUSES = ("current", "former", "incoming")


class RefusalError(Exception):
    """Why a claim does not hold."""


class AbsentError(RefusalError):
    """The value does not stand in the quote; another claim may imply it."""


class Grounding:
    """One source, prepared for claims to be held against it. ``own`` is what our own reading claims there."""

    def __init__(self, page: Page, packs: Packs, own: list[Claim], reader: str) -> None:
        self.page, self.packs, self.own, self.reader = page, packs, own, reader
        self.quotable = Quotable(page.source)
        self.naming = Naming(page)
        self.lines = Lines(page.source.raw)
        spans = ((*read_values.reach(p.block), p.block) for p in page.passages if p.block.text)
        self._spans = sorted(spans, key=lambda span: span[:2])
        self._tables = {
            id(b): part for part in page.source.parts if isinstance(part, (Table, Record)) for b in _all(part)
        }

    def hold(self, entries: Iterable[Any]) -> tuple[list[Claim], list[Refused]]:
        """The claims that hold, and those that don't."""
        made: dict[str, Claim] = {}
        refused: list[Refused] = []
        implied: list[tuple[SaidClaim, RefusalError]] = []
        path = self.page.source.path
        for count, entry in enumerate(entries):
            if count >= MOST:
                refused.append(Refused(path, "the rest", f"too many: more than {MOST} claims of one source"))
                break
            said = claim_of(entry)
            if isinstance(said, str):
                refused.append(Refused(path, str(entry)[:80], f"not a claim: {said}"))
                continue
            try:
                claim = self.claim(said)
                made.setdefault(claim.id, claim)
            except AbsentError as refusal:
                implied.append((said, refusal))
            except (RefusalError, UserError) as refusal:
                refused.append(Refused(path, said.shown(), str(refusal)))
        for said, absent in implied:
            try:
                found = self._implied(said, made.values())
            except RefusalError as refusal:
                refused.append(Refused(path, said.shown(), str(refusal)))
                continue
            if found is None:
                refused.append(Refused(path, said.shown(), str(absent)))
            else:
                made.setdefault(found.id, found)
        return sorted(made.values(), key=lambda c: (c.span, c.attribute, c.subject, c.id)), refused

    def _implied(self, said: SaidClaim, held: Iterable[Claim]) -> Claim | None:
        """The claim, where one that holds says it in passing: who has a post at an organization works there."""
        attribute = self.packs.attributes[said.attribute]
        if attribute.value != "organization":
            return None
        start, end = self._quoted(said)
        wanted = words(said.value.text or "")
        low, high = self.lines.place(start), self.lines.place(end)
        for claim in held:
            named = [v for k, v in claim.qualifiers.items() if k in claim_keys(self.packs, claim)]
            place = claim.span.line, claim.span.column
            same = claim.subject.name == _clean(said.subject.name, "subject")
            if same and low <= place < high and wanted in map(words, named):
                return self._passed_on(said, attribute, claim)
        return None

    def _passed_on(self, said: SaidClaim, attribute: Attribute, claim: Claim) -> Claim:
        """The claim at the place of the one that implies it."""
        qualifiers, modality = self._qualifiers(said, attribute), _modality(said)
        value = Value(attribute.value, _clean(said.value.text or "", "value"))
        place = claim.span.line, claim.span.column
        id_ = claim_id(claim.source, *place, claim.subject, said.attribute, value, qualifiers, modality)
        return replace(claim, id=id_, attribute=said.attribute, value=value, qualifiers=qualifiers, modality=modality)

    def claim(self, said: SaidClaim) -> Claim:
        """The claim with its place in the file. Raises RefusalError."""
        attribute = self.packs.attributes.get(said.attribute)
        if attribute is None:
            raise RefusalError(f"unknown attribute: {said.attribute[:60]!r}")
        start, end = self._quoted(said)
        subject = self._subject(said, attribute, start, end)
        qualifiers = self._qualifiers(said, attribute)
        modality = _modality(said)
        value, block, first, last = self._value(said, attribute, start, end)
        return self._made(said, subject, value, qualifiers, modality, block, (first, last), (start, end))

    def _quoted(self, said: SaidClaim) -> tuple[int, int]:
        if not said.quote.strip():
            raise RefusalError("no quote: nothing is quoted")
        if len(said.quote) > LONGEST:
            raise RefusalError(f"quote too long: {len(said.quote):,} characters")
        found = self.quotable.find(said.quote, said.line or 0)
        if found is None:
            raise RefusalError(f"quote not in the source: {fold(said.quote)[:80]!r}")
        return found

    def _subject(self, said: SaidClaim, attribute: Attribute, start: int, end: int) -> Subject:
        kinds = (attribute.subject, *attribute.also)
        kind = said.subject.type if said.subject.type in kinds else attribute.subject
        name = _clean(said.subject.name, "subject")
        held = bool(name) and self.naming.has(name, kind)
        if not held and name and kind not in ("person", "organization"):
            held = self.naming.has_thing(name, [block.text for block in self._within(start, end)])
        if not held:
            raise RefusalError(f"subject not named in the source: {name[:80]!r}")
        return Subject(name, kind)

    def _qualifiers(self, said: SaidClaim, attribute: Attribute) -> dict[str, str]:
        kept = {key: _clean(text, "qualifier") for key, text in said.kept().items()}
        known = {*attribute.key, *(("status",) if attribute.status else ()), *(("as_of",) if attribute.dated else ())}
        for name in [name for name in kept if name not in known]:
            del kept[name]
        for name, text in kept.items():
            if not self._holds(name, text):
                raise RefusalError(f"qualifier not named in the source: {name} {text[:60]!r}")
        return kept

    def _holds(self, name: str, text: str) -> bool:
        if name == "status":
            return text in STATUSES
        if name == "organization":
            return self.naming.has(text, "organization")
        if name in ("as_of", "period"):
            return self._dated(text)
        return self.naming.says(text)

    def _dated(self, text: str) -> bool:
        """Whether the years of a date or period stand in the source, or are those of its date."""
        import re

        published = self.page.source.published or ""
        years = re.findall(r"\d{4}", text)
        short = re.findall(r"\b\d{2}\b", text) if not years else []
        dated = " ".join(d for d in (self.naming.text, published, self._dates) if d)
        if not years and not short:
            return self.naming.says(text)
        return all(year in dated or year[2:] in dated for year in years) and all(part in dated for part in short)

    @property
    def _dates(self) -> str:
        """All dates that are recognised in the source."""
        found = [m.value.edtf or "" for p in self.page.passages for m in p.mentions if m.kind == "date" and m.value]
        return " ".join(found)

    def _value(
        self, said: SaidClaim, attribute: Attribute, start: int, end: int
    ) -> tuple[Value, Block | None, int, int]:
        blocks = self._within(start, end)
        if attribute.value in read_values.READ:
            return self._read(said, attribute, blocks, start, end)
        text = _clean(said.value.text or "", "value")
        kind = said.value.kind if attribute.value == "organization" and said.value.kind == "person" else attribute.value
        low, high = self._sentences(blocks, start, end)
        quoted = [self.page.source.raw[low:high], *(_part(block, low, high) for block in blocks)]
        if not text or not self.naming.stands(text, kind, quoted, blocks):
            raise AbsentError(f"value not in the quote: {text[:80]!r}")
        value = Value(kind, text)
        for block in blocks:
            at = _where(text, block, low, high)
            if at is not None:
                return value, block, *at
        return value, (blocks[0] if blocks else None), -1, -1

    def _read(
        self, said: SaidClaim, attribute: Attribute, blocks: list[Block], start: int, end: int
    ) -> tuple[Value, Block, int, int]:
        low, high = self._sentences(blocks, start, end)
        places = read_values.read(self.page, blocks, low, high)
        places += read_values.of_claims(self.page, blocks, self.own, low, high)
        found = read_values.meant(
            said.value, attribute.value, places, self._around, self.naming.text, self.page.source.published
        )
        if found is None:
            value = said.value
            shown = value.text or value.edtf or f"{value.low} to {value.high} {value.currency or ''}".strip()
            raise RefusalError(f"value not read in the quote: {shown[:80]!r}")
        return read_values.as_kind(found.value, attribute.value), found.block, found.start, found.end

    def _within(self, start: int, end: int) -> list[Block]:
        return [block for first, last, block in self._spans if first < end and start < last]

    def _sentences(self, blocks: list[Block], start: int, end: int) -> tuple[int, int]:
        """The quoted stretch, to the end of a sentence where the quote is a whole line that breaks off in it."""
        raw = self.page.source.raw
        for block in blocks:
            for first, last in self._ranges(block):
                if first < start < last and raw[:start].rstrip(" \t").endswith("\n"):
                    start = first
                if first < end < last and raw[end:].lstrip(" \t")[:1] in ("\n", "\r"):
                    end = last
        return start, end

    def _ranges(self, block: Block) -> Iterable[tuple[int, int]]:
        passage = self.page.by_block[id(block)]
        for first, last in passage.sentences:
            if first < last:
                yield block.origin(passage.tokens[first].start), block.origin(passage.tokens[last - 1].end - 1) + 1

    def _around(self, block: Block) -> str:
        """The text in which a figure's scale may stand: its own block, and of a table header, caption and lead-in."""
        part = self._tables.get(id(block))
        texts = [block.text]
        if isinstance(part, Table):
            row = next((row for row in part.rows if any(cell is block for cell in row)), [])
            texts += [cell.text for cells in (*part.header, row) for cell in cells]
            texts += [part.caption.text] if part.caption is not None else []
        elif isinstance(part, Record):
            texts += [field.name for field in part.fields]
        if part is not None:
            at = next((n for n, other in enumerate(self.page.source.parts) if other is part), 0)
            texts += [other.text for other in self.page.source.parts[max(0, at - 2) : at] if isinstance(other, Block)]
        return " \n ".join(texts)

    def _made(
        self, said: SaidClaim, subject: Subject, value: Value, qualifiers: dict[str, str], modality: Modality,
        block: Block | None, mark: tuple[int, int], span: tuple[int, int],
    ) -> Claim:  # fmt: skip
        """The claim, its quote the sentence in which the value stands."""
        quote, place = self.page.source.raw[span[0] : span[1]], span
        if block is not None and mark[0] >= 0:
            first, last = _sentence(self.page, block, mark)
            quote = block.text[first:last]
            place = block.origin(mark[0]), block.origin(mark[1] - 1) + 1
            mark = mark[0] - first, mark[1] - first
        line, column = self.lines.place(place[0])
        path = self.page.source.path
        return Claim(
            claim_id(path, line, column, subject, said.attribute, value, qualifiers, modality), path,
            Span(line, column, *self.lines.place(place[1])), quote, subject, said.attribute, value, qualifiers,
            modality, reader=self.reader, mark=mark if mark[0] >= 0 else None,
        )  # fmt: skip


def _all(part: Table | Record) -> Iterable[Block]:
    from checker.model import blocks_of

    return blocks_of(part)


def _part(block: Block, start: int, end: int) -> str:
    """What of a block comes from a stretch of the file."""
    first, last = read_values.reach(block)
    if start <= first and last <= end:
        return block.text
    inside = [at for at in (_offset(block, start), _offset(block, end)) if at is not None]
    low = inside[0] if first < start and inside else 0
    high = inside[-1] if end < last and inside else len(block.text)
    return block.text[low:high]


def _offset(block: Block, origin: int) -> int | None:
    """Where in a block an offset of the file is, or would be."""
    origins = [start for _, start in block.pieces]
    piece = bisect_right(origins, origin) - 1
    if piece < 0:
        return None
    at, start = block.pieces[piece]
    end = block.pieces[piece + 1][0] if piece + 1 < len(block.pieces) else len(block.text)
    return min(at + origin - start, end)


def _where(text: str, block: Block, start: int, end: int) -> tuple[int, int] | None:
    """Where in a block a text stands, within the stretch of the file, whatever its case."""
    plain, wanted = block.text.casefold(), text.casefold()
    if len(plain) != len(block.text):
        plain, wanted = block.text, text
    at = plain.find(wanted)
    while at >= 0:
        if start <= block.origin(at) < end:
            return at, at + len(wanted)
        at = plain.find(wanted, at + 1)
    return None


def _sentence(page: Page, block: Block, mark: tuple[int, int]) -> tuple[int, int]:
    passage = page.by_block[id(block)]
    for first, last in passage.sentences:
        if first < last and passage.tokens[first].start <= mark[0] < passage.tokens[last - 1].end:
            return passage.tokens[first].start, max(mark[1], passage.tokens[last - 1].end)
    return 0, len(block.text)


def _clean(text: str, what: str) -> str:
    """A name as a model gives it, on one line. Raises RefusalError for what cannot be shown, or is no name."""
    plain = " ".join(text.split())
    if not plain.isprintable() or len(plain) > 500:
        raise RefusalError(f"not a claim: the {what} has characters that no name has, or is too long")
    return plain


def _modality(said: SaidClaim) -> Modality:
    found: Any = said.modality or "asserted"
    if found not in MODALITIES:
        raise RefusalError(f"unknown modality: {str(found)[:40]!r}")
    return found  # type: ignore[no-any-return]


def claim_keys(packs: Packs, claim: Claim) -> tuple[str, ...]:
    """The qualifiers that belong to what the claim is about."""
    return tuple(packs.attributes[claim.attribute].key)
