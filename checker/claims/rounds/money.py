"""The money of a round: in its phrase, behind "of" or "for", the object of "raise", in brackets, behind a mark."""

from __future__ import annotations

from msgspec.structs import replace

from checker.claims.rounds.named import Round, within
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.model import Value
from checker.passages import Mention

_BEHIND = ("of", "for", "worth", "at", "totalling", "totaling", "to")
_SUBJECT_OF = frozenset(
    (
        "be total bring_in raise bring come amount net attract reach stand close give earn yield produce see take_in "
        "pull_in add_up hit end come_in provide deliver run"
    ).split()
)
_THROUGH = ("in", "from", "through", "via", "with", "as", "for", "by", "during", "at")
_BETWEEN = frozenset("COMMA COLON DASH OPEN CLOSE DATE DET PREP ADV ADJ SEMI".split())
_NOT_ITS = frozenset("valuation valuations valued worth total".split())


def money_of(sentence: Sentence, one: Round, taken: set[int]) -> Atom | None:
    """The amount of the round, where the sentence gives it."""
    for found in (_inside(one), _bracketed(one), _by_clause(sentence, one), _behind_mark(sentence, one)):
        if found is not None and id(found) not in taken and value_of(sentence, found) is not None:
            return _out_of(sentence, found) or found
    return None


def _out_of(sentence: Sentence, share: Atom) -> Atom | None:
    """ "With $25m out of an expected $60m": the whole of which an investor gives a share."""
    behind = [a for a in sentence.atoms if a.first >= share.last][:7]
    words = " ".join(a.lower for a in behind)
    if not words.startswith("out of ") or share.tag != "MONEY":
        return None
    return next((a for a in behind if a.tag == "MONEY"), None)


def value_of(sentence: Sentence, atom: Atom) -> Value | None:
    """The amount as money; "sixty million" is in the currency that is spoken of."""
    value = atom.mention.value if atom.mention is not None else None
    if value is None or value.kind == "money":
        return value
    large = (value.low or value.high or 0) >= 1e5
    return replace(value, kind="money", currency=_currency(sentence, atom)) if large else None


def _currency(sentence: Sentence, atom: Atom) -> str | None:
    """The currency of the amount of money named last, else the only one of the document."""
    before = [
        m for m in sentence.passage.mentions if m.kind == "money" and m.first < atom.first and m.value is not None
    ]
    if before and before[-1].value is not None:
        return before[-1].value.currency
    known = [m.value.currency for passage in sentence.scene.page.passages for m in passage.mentions if _is_money(m)]  # type: ignore[union-attr]
    return known[0] if len(known) > 1 and len(set(known)) == 1 else None


def _is_money(mention: Mention) -> bool:
    return mention.kind == "money" and mention.value is not None


def _sum(phrase: Phrase) -> Atom | None:
    """The phrase's money, or a bare number of millions."""
    found = next((a for a in phrase.atoms if a.tag == "MONEY"), None)
    if found is None and phrase.head.tag == "QTY" and len(phrase.atoms) == 1 and phrase.head.mention is not None:
        value = phrase.head.mention.value
        return phrase.head if value is not None and (value.low or value.high or 0) >= 1e5 else None
    return found


def _inside(one: Round) -> Atom | None:
    found = next((a for a in one.phrase.atoms if a.tag == "MONEY"), None)
    for member in [] if found is not None else [a for a in one.phrase.attached if a.prep in _BEHIND]:
        found = found or _sum(member)
    if found is not None:
        return found
    for attached in one.phrase.attached:
        deeper = next((d for d in attached.attached if d.prep == "of"), None) if attached.prep == "of" else None
        if deeper is not None and (found := _sum(deeper)) is not None:
            return found
    return None


def _bracketed(one: Round) -> Atom | None:
    inside = [item for inner in one.phrase.parens for item in inner if isinstance(item, Phrase)]
    return next((found for p in inside if (found := _sum(p)) is not None), None)


def _by_clause(sentence: Sentence, one: Round) -> Atom | None:
    clause, phrase = one.clause, one.phrase
    for own in (c for c in sentence.clauses if c.subject is phrase and c.lemma in _SUBJECT_OF):
        behind = [p for p in (*own.objects, *own.phrases) if p.prep in ("", "at", "to", "in at")]
        if (found := next((a for p in behind if (a := _sum(p)) is not None and within(one, a)), None)) is not None:
            return found
    if clause is None:
        return None
    if phrase in clause.phrases and phrase.prep.split(" ")[-1] in _THROUGH:
        return next((found for p in clause.objects if (found := _sum(p)) is not None and _own(one, found)), None)
    return None


def _own(one: Round, atom: Atom) -> bool:
    return atom.first < one.phrase.atoms[0].first or within(one, atom)


def _behind_mark(sentence: Sentence, one: Round) -> Atom | None:
    """ "Series A, fourteen million dollars,", "the Series B: sixty million", "was the largest yet: $75 million"."""
    last = one.phrase.atoms[-1].last
    following = [a for a in sentence.atoms if a.first >= last and within(one, a)]
    for i, atom in enumerate(following[:14]):
        if atom.tag in ("MONEY", "QTY"):
            between, after = following[:i], following[i + 1 : i + 3]
            if any(a.lower in _NOT_ITS for a in [*between, *after]) or not between:
                return None
            plain = all(a.tag in _BETWEEN and a.lower not in ("at", "than", "from") for a in between)
            marked = between[-1].tag == "COLON" and not any(a.tag in ("NAME", "SUB", "REL") for a in between)
            phrase = next((p for p in sentence.phrases() if atom in p.atoms), None)
            return _sum(phrase) if phrase is not None and (plain or marked) else None
    return None
