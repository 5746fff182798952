"""Claims out of the lock, and into it: of an unchanged file all of them, of a changed one what people did by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import UNSET
from msgspec.structs import replace

from checker import contract
from checker.contract import ClaimEntry, SubjectEntry
from checker.lock.lines import ClaimLine, Locked, SourceLine
from checker.model import Claim, Skipped, Source, Span
from checker.readers.merge import identity

Read = tuple[Source | Skipped, list[Claim]]


def reads(locked: Locked, file: str, name: str) -> list[Read]:
    """The sources of a file called ``name`` in the lock, with the claims that are not struck, as reading gave them."""
    found: list[Read] = []
    for line in locked.sources:
        path = file + line.source.removeprefix(name)
        notes = tuple(Skipped(path, number, reason) for number, reason in line.notes)
        source = Source(
            path,
            line.format,
            line.sha256,
            "",
            [],
            line.title,
            line.published,
            line.publisher,
            line.author,
            line.url,
            notes,
            line.suppressions,
        )
        claims = [claim_of(c, path) for c in locked.claims if c.source == line.source and c.struck is None]
        found.append((source, claims))
        found += [(Skipped(file + part, number, reason), []) for part, number, reason in line.skipped]
    return found


def claim_of(line: ClaimLine, path: str) -> Claim:
    """The claim that a line says of the source at ``path``. One that somebody edited has a reader that says so."""
    edited = bool(line.edited) or line.key != line.own_key()
    entry = ClaimEntry(
        source=path, subject=line.subject, attribute=line.attribute, value=line.value, id=line.id or "?",
        line=line.line, column=line.column, end_line=line.end_line or line.line,
        end_column=line.end_column or line.column,
        quote=line.quote, qualifiers=dict(sorted(line.qualifiers.items())), modality=line.modality, rule=line.rule,
        reader=f"{line.reader} (edited)" if edited else line.reader,
        confidence=line.confidence, mark=line.mark,
        witnesses=line.witnesses or UNSET,
    )  # fmt: skip
    claim = contract.claim_from(entry)
    return replace(claim, id=line.id or identity(claim))


def line_of(claim: Claim, name: str) -> ClaimLine:
    """The line that keeps a claim of the source called ``name`` in the lock."""
    span = claim.span
    line = ClaimLine(
        source=name, line=span.line, column=span.column,
        subject=SubjectEntry(claim.subject.name, claim.subject.type),
        attribute=claim.attribute, value=contract.value_entry(claim.value),
        qualifiers=dict(sorted(claim.qualifiers.items())),
        modality=claim.modality, quote=claim.quote, end_line=span.end_line, end_column=span.end_column, mark=claim.mark,
        rule=claim.rule, reader=claim.reader, witnesses=list(claim.witnesses), confidence=claim.confidence,
        id="" if claim.id == identity(claim) else claim.id,
    )  # fmt: skip
    line.key = line.own_key()
    return line


def source_line(source: Source, name: str, stamps: Mapping[str, Mapping[str, str]], day: str, file: str) -> SourceLine:
    """The line that says how a source was read; ``file`` is the hash of the file that it stands in."""
    return SourceLine(
        name, source.sha256, {reader: dict(stamp) for reader, stamp in sorted(stamps.items())}, day, source.format,
        source.title, source.published, source.publisher, source.author, source.url,
        [(note.line, note.reason) for note in source.notes if not note.fatal],
        "" if file == source.sha256 else file,
        suppressions=source.suppressions,
    )  # fmt: skip


def kept_by_hand(
    claims: list[Claim], lines: Sequence[ClaimLine], source: Source
) -> tuple[list[Claim], list[ClaimLine], list[Skipped]]:
    """(claims, lines, notes): fresh claims of a source with what people did to its earlier ones done again.

    Claims that were struck stay out, edited ones come back in place of what they were made of, where their quote stands
    now; those whose quote is gone are left out, with a note. ``lines`` are the lines of it, moved along.
    """
    from checker.readers.quotes import Quotable

    hand = {line.key or line.own_key(): line for line in lines if line.by_hand()}
    if not hand:
        return claims, [], []
    fresh = [c for c in claims if line_of(c, "").key not in hand]
    quotable, notes, moved = Quotable(source), [], []
    at_once = {line_of(c, "").key: c for c in claims}
    for key, line in sorted(hand.items()):
        there = quotable.find(line.quote, line.line) if line.quote else (0, 0)
        if there is None and key not in at_once:
            if line.struck is None:
                reason = f"an edited claim is left out, its quote is gone: {line.subject.name}: {line.attribute}"
                notes.append(Skipped(source.path, 0, reason))
            continue
        line = _moved(line, quotable, there, at_once.get(key))
        moved.append(line)
        if line.struck is None:
            fresh.append(claim_of(line, source.path))
    return sorted(fresh, key=lambda c: (c.span, c.attribute, c.subject, c.id)), moved, notes


def _moved(line: ClaimLine, quotable: object, there: tuple[int, int] | None, twin: Claim | None) -> ClaimLine:
    """The line at the place where its claim stands now."""
    from checker.readers.quotes import Quotable

    assert isinstance(quotable, Quotable)
    if twin is not None:
        span = twin.span
    elif there is not None and line.quote:
        mark = line.mark or (0, there[1] - there[0])
        first, last = there[0] + mark[0], min(there[0] + mark[1], there[1])
        span = Span(*quotable.lines.place(first), *quotable.lines.place(last))
    else:
        return line
    return replace(line, line=span.line, column=span.column, end_line=span.end_line, end_column=span.end_column)
