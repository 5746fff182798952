"""Records as the ledger keeps them: the same content without the names of the fields, and without the path.

A reading does not know the name of its file, so that a renamed file, or a copy, is not read again.
"""

# annotations are evaluated here: msgspec asks for them at every start, and would compile each

import zlib
from collections.abc import Callable

import msgspec
from msgspec import Struct

from checker.model import Claim, Modality, Skipped, Source, Span, Subject, Suppression, Value

LARGEST = 64_000_000  # bytes: what is longer is not kept

Read = tuple[Source | Skipped, list[Claim]]


class KeptClaim(Struct, array_like=True, gc=False):
    """A claim without its source; ``id`` is right for the path it was read at."""

    id: str
    span: tuple[int, int, int, int]
    quote: str
    subject: tuple[str, str]
    attribute: str
    value: tuple[str, str, str | None, float | None, float | None, str | None, bool]
    qualifiers: dict[str, str]
    modality: Modality
    rule: str
    reader: str
    confidence: float
    mark: tuple[int, int] | None
    witnesses: tuple[str, ...] = ()


class KeptSource(Struct, array_like=True, gc=False):
    """A source's description; ``part`` is what follows the file in its path ("#id")."""

    part: str
    format: str
    sha256: str
    title: str | None
    published: str | None
    publisher: str | None
    author: str | None
    url: str | None
    suppressions: tuple[Suppression, ...] = ()


class KeptItem(Struct, array_like=True):
    """One source with its claims and notes, or (without a source) what was skipped. Notes: (part, line, reason,
    fatal)."""

    source: KeptSource | None
    claims: list[KeptClaim]
    notes: list[tuple[str, int, str, bool]]


class KeptFile(Struct, array_like=True):
    """All that one file gave, as it was read at ``path``."""

    path: str
    items: list[KeptItem]


_ENCODER = msgspec.msgpack.Encoder()
_FILE = msgspec.msgpack.Decoder(KeptFile)
_CLAIM = msgspec.msgpack.Decoder(KeptClaim)
_SOURCE = msgspec.msgpack.Decoder(KeptSource)


def pack(read: list[Read], path: str) -> bytes | None:
    """What a file gave, as bytes; None if it cannot be kept (too long, or text that no encoding can write)."""
    try:
        data = _ENCODER.encode(_file(read, path))
    except UnicodeEncodeError:
        return None
    return zlib.compress(data, 1) if len(data) <= LARGEST else None


def whole(read: list[Read], path: str) -> bytes:
    """As ``pack``, of any length, for another process. Raises UnicodeEncodeError."""
    return zlib.compress(_ENCODER.encode(_file(read, path)), 1)


def sent(read: list[Read], path: str) -> bytes:
    """As ``whole``; text that no encoding can write is replaced as in reports."""
    try:
        return whole(read, path)
    except UnicodeEncodeError:
        return zlib.compress(_ENCODER.encode(writable(msgspec.to_builtins(_file(read, path)))), 1)


def writable(value: object) -> object:
    """The value with lone surrogates replaced, which no encoding can write."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {writable(k): writable(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [writable(v) for v in value]
    return value


def _file(read: list[Read], path: str) -> KeptFile:
    return KeptFile(path, [_item(item, claims, path) for item, claims in read])


def unpack(data: bytes, path: str) -> list[Read]:
    """What ``pack`` was given, for the file as it is called now. Raises ValueError for bytes that are not whole."""
    try:
        kept = _FILE.decode(zlib.decompress(data))
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from None
    same = kept.path == path
    return [_read(item, path, same) for item in kept.items]


def pack_claim(claim: Claim) -> bytes:
    """One claim, without its source."""
    return _ENCODER.encode(kept_claim(claim))


def unpack_claim(data: bytes, path: str, identify: Callable[[Claim], str] | None = None) -> Claim:
    """One claim of the source at ``path``; ``identify`` gives it an id where the path is another than when it was
    read."""
    return _claim(decoded_claim(data), path, identify)


def decoded_claim(data: bytes) -> KeptClaim:
    """What ``pack_claim`` made, as it is kept."""
    return _CLAIM.decode(data)


def pack_source(source: Source, part: str) -> bytes:
    """A source's description."""
    return _ENCODER.encode(_source(source, part))


def unpack_source(data: bytes, path: str) -> Source:
    """The source, without text and parts."""
    return _described(_SOURCE.decode(data), path)


def identified(claim: Claim) -> str:
    """The id that reading gives to this claim, which depends on the path; other readers' ids are theirs."""
    if claim.reader != "rules":
        return claim.id
    from checker.claims.finish import claim_id

    return claim_id(
        claim.source, claim.span.line, claim.span.column, claim.subject, claim.attribute, claim.value,
        claim.qualifiers, claim.modality,
    )  # fmt: skip


def kept_claim(claim: Claim) -> KeptClaim:
    """The claim without its source."""
    span, value = claim.span, claim.value
    return KeptClaim(
        claim.id, (span.line, span.column, span.end_line, span.end_column), claim.quote,
        (claim.subject.name, claim.subject.type), claim.attribute,
        (value.kind, value.text, value.edtf, value.low, value.high, value.currency, value.approximate),
        claim.qualifiers, claim.modality, claim.rule, claim.reader, claim.confidence, claim.mark, claim.witnesses,
    )  # fmt: skip


def revived(data: object, path: str) -> Claim:
    """A claim from the plain lists and texts of a ``KeptClaim``."""
    return _claim(msgspec.convert(data, KeptClaim), path, None)


def _claim(kept: KeptClaim, path: str, identify: Callable[[Claim], str] | None) -> Claim:
    claim = Claim(
        kept.id, path, Span(*kept.span), kept.quote, Subject(*kept.subject), kept.attribute, Value(*kept.value),
        kept.qualifiers, kept.modality, kept.rule, kept.reader, kept.confidence, kept.mark, kept.witnesses,
    )  # fmt: skip
    return claim if identify is None else msgspec.structs.replace(claim, id=identify(claim))


def _item(item: Source | Skipped, claims: list[Claim], path: str) -> KeptItem:
    if isinstance(item, Skipped):
        return KeptItem(None, [], [_note(item, path)])
    source = _source(item, item.path.removeprefix(path))
    return KeptItem(source, [kept_claim(claim) for claim in claims], [_note(note, path) for note in item.notes])


def _note(note: Skipped, path: str) -> tuple[str, int, str, bool]:
    return note.path.removeprefix(path), note.line, note.reason, note.fatal


def _source(source: Source, part: str) -> KeptSource:
    return KeptSource(
        part, source.format, source.sha256, source.title, source.published, source.publisher, source.author, source.url,
        source.suppressions,
    )  # fmt: skip


def _read(item: KeptItem, path: str, same: bool) -> Read:
    notes = tuple(Skipped(path + part, line, reason, fatal) for part, line, reason, fatal in item.notes)
    if item.source is None:
        return notes[0], []
    source = _described(item.source, path + item.source.part)
    source.notes = notes
    identify = None if same else identified
    return source, [_claim(claim, source.path, identify) for claim in item.claims]


def _described(kept: KeptSource, path: str) -> Source:
    return Source(
        path, kept.format, kept.sha256, "", [], kept.title, kept.published, kept.publisher, kept.author, kept.url, (),
        kept.suppressions,
    )  # fmt: skip
