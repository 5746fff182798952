"""Notices of events: "AGM: Saturday 17 May, 10.30, village hall"."""

from __future__ import annotations

from checker.claims.chunks import Mark, Phrase
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.things import thing
from checker.model import Modality

_SHOUTED = frozenset(("agm", "egm", "asm", "agms"))


def read(sentence: Sentence) -> list[Draft]:
    """The day behind an event's name and a colon, in a line without a verb."""
    if sentence.clauses or len(sentence.chunks) < 3:
        return []
    what, mark, when = sentence.chunks[:3]
    if not (isinstance(what, Phrase) and isinstance(when, Phrase) and isinstance(mark, Mark)):
        return []
    atom = next((a for a in when.atoms if a.tag == "DATE" and dated(a)), None)
    if mark.tag not in ("COLON", "DASH") or when.prep or atom is None or atom.mention is None:
        return []
    found = thing(sentence, what, "event")
    name = found.name if found is not None else sentence.passage.text(what.atoms[0].first, what.head.last)
    value = atom.mention.value
    if (found is None and what.head.lower not in _SHOUTED) or value is None:
        return []
    return [
        sentence.draft(
            atom.first, atom.last, name, "event", "held_on", value, _how(sentence, value.edtf or ""), "notice", 0.75
        )
    ]


def _how(sentence: Sentence, edtf: str) -> Modality:
    """A day after the source's own is still to come."""
    published = sentence.scene.page.source.published or ""
    return "predicted" if published and edtf[: len(published)] > published[: len(edtf)] else "asserted"
