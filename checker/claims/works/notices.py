"""Notices of events: "AGM: Saturday 17 May, 10.30, village hall"."""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Mark, Phrase
from checker.claims.things import thing
from checker.model import Modality, Value

_SHOUTED = frozenset(("agm", "egm", "asm", "agms"))


def read(sentence: Sentence) -> list[Draft]:
    """The day behind an event's name and a mark, in a line without a verb."""
    if sentence.clauses:
        return []
    chunks = sentence.chunks
    return [
        draft
        for what, mark, when in zip(chunks, chunks[1:], chunks[2:], strict=False)
        if isinstance(what, Phrase) and isinstance(mark, Mark) and isinstance(when, Phrase)
        for draft in _notice(sentence, what, mark, when)
    ]


def _notice(sentence: Sentence, what: Phrase, mark: Mark, when: Phrase) -> list[Draft]:
    atom = next((a for a in when.atoms if a.tag == "DATE" and dated(a)), None)
    named = what.head.tag == "NAME"
    if mark.tag not in ("COLON", "DASH", *(("COMMA",) if named else ())) or when.prep or what.prep or atom is None:
        return []
    found = thing(sentence, what, "event") if not named or _event(sentence, what) else None
    name = found.name if found is not None else sentence.passage.text(what.atoms[0].first, what.head.last)
    value = atom.mention.value if atom.mention is not None else None
    if (found is None and what.head.lower not in _SHOUTED) or value is None or _is_masthead(sentence, value):
        return []
    return [
        sentence.draft(
            atom.first, atom.last, name, "event", "held_on", value, _how(sentence, value.edtf or ""), "notice", 0.75
        )
    ]


def _is_masthead(sentence: Sentence, value: Value) -> bool:
    """ "Weekend Business, 25 October 2025" at the top of a page of that day: a paper's pages, and no event."""
    page = sentence.scene.page
    return value.edtf == page.source.published and any(sentence.passage is p for p in page.passages[:3])


def _event(sentence: Sentence, what: Phrase) -> bool:
    """Whether a name is an event's by its kind or by its words."""
    name, nouns = what.head.name, sentence.scene.words.words["event_nouns"]
    return name is not None and (name.kind == "event" or bool(set(what.head.lower.split()) & nouns))


def _how(sentence: Sentence, edtf: str) -> Modality:
    """A day after the source's own is still to come."""
    published = sentence.scene.page.source.published or ""
    return "predicted" if published and edtf[: len(published)] > published[: len(edtf)] else "asserted"
