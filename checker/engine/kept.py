"""Names and findings as bytes, to send from one process to another; claims and sources are sent as the ledger keeps
them. A finding names its claims, and does not hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from checker.entities import Named
from checker.ledger.records import writable
from checker.model import Claim, Finding, Position, Value

Told = tuple[str, str]  # a claim: its source and its id

_ENCODER = msgspec.msgpack.Encoder()
_NAMED = msgspec.msgpack.Decoder(tuple[int, list[bytes], dict[str, int]])
_FINDING = msgspec.msgpack.Decoder(tuple[Finding, list[tuple[Value, list[tuple[bytes, str]]]]])


def encoded(text: str) -> bytes:
    """A text of any kind as bytes, in whose order texts are sorted."""
    return text.encode("utf-8", "surrogatepass")


def decoded(data: bytes) -> str:
    """The text that ``encoded`` was given."""
    return data.decode("utf-8", "surrogatepass")


def pack_named(entry: Named) -> bytes:
    """What goes with a spelling of a name."""
    return packed((entry.count, [encoded(path) for path in sorted(entry.sources)], dict(sorted(entry.beside.items()))))


def unpack_named(kind: str, text: str, data: bytes) -> Named:
    """The spelling again."""
    count, sources, beside = _NAMED.decode(data)
    return Named(text, kind, count, {decoded(path) for path in sources}, Counter(beside))


def pack_finding(finding: Finding) -> bytes:
    """A finding, its claims by source and id."""
    positions = [(at.value, [(encoded(c.source), c.id) for c in at.claims]) for at in finding.positions]
    return packed((replace(finding, positions=()), positions))


def finding_and_told(data: bytes) -> tuple[Finding, list[tuple[Value, list[Told]]]]:
    """A packed finding without its positions, and these apart, their claims by name."""
    finding, positions = _FINDING.decode(data)
    return finding, [(value, [(decoded(source), id_) for source, id_ in named]) for value, named in positions]


def unpack_finding(data: bytes, claims: Mapping[Told, Claim]) -> Finding:
    """The finding again, with its claims."""
    finding, positions = finding_and_told(data)
    held = (Position(value, tuple(claims[one] for one in named)) for value, named in positions)
    return replace(finding, positions=tuple(held))


def packed(content: object) -> bytes:
    """Anything as bytes; text that no encoding can write is replaced as in reports."""
    try:
        return _ENCODER.encode(content)
    except UnicodeEncodeError:
        return _ENCODER.encode(writable(msgspec.to_builtins(content, builtin_types=(bytes,))))
