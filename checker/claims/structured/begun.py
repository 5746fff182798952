"""Several things with the year of each: "Imprints and year of foundation | Tern (1996), Hob Lane (2008)"."""

from __future__ import annotations

from checker import lazy
from checker.claims.structured.context import Entity, Workbench, named
from checker.claims.structured.figures import date
from checker.claims.structured.lexicon import fold
from checker.model import Block

_ENTRY = lazy.compile(r"\s*(?P<name>[^\W\d_][^(),;\n]{1,50}?)\s*\((?P<when>[^()]{4,30})\)\s*(?:[,;\n.]|\band\b|$)")
_KINDS = (
    ("organization", "founded_on", frozenset("foundation founded established formed creation set".split())),
    ("project", "opened_on", frozenset("opened opening inaugurated".split())),
    ("product", "released_on", frozenset("released release launched launch publication published".split())),
)
_WHEN = frozenset("year years date dates when".split())


def dated_names(bench: Workbench, key: str, block: Block, value: str, offset: int, rule: str = "infobox") -> bool:
    """Draft when each thing of a list began; False where the key and the value are not of that form."""
    words = set(fold(key).split())
    found = next(((kind, name) for kind, name, said in _KINDS if said & words), None)
    if found is None or len(words) < 2 or "(" not in value:
        return False
    entries, at = [], 0
    while at < len(value.rstrip(" .")):
        match = _ENTRY.match(value, at)
        when = date(match["when"], bench.published) if match is not None else None
        if match is None or when is None:
            return False
        entries.append((named(match["name"]), match, when))
        at = match.end()
    if len(entries) < 2 and not words & _WHEN:
        return False
    for name, match, when in entries:
        shift = offset + match.start("when")
        about = Entity(name, found[0])
        bench.emit(block, (when.start + shift, when.end + shift), about, found[1], when.value, {}, rule)
    return bool(entries)
