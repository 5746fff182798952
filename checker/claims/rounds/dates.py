"""When a round was announced or closed."""

from __future__ import annotations

from checker.claims.patterns import dated
from checker.claims.rounds.named import Round, within
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase

_NOT_ON = ("by", "before", "since", "until", "after", "till", "from", "for", "over", "than")
_TOLD = frozenset(
    "announce close complete sign raise seal wrap_up finalise finalize unveil disclose confirm lead land".split()
)


def date_of(sentence: Sentence, one: Round) -> Atom | None:
    """The round's date: in its phrase or brackets, in its clause, at the head of the line."""
    if one.again:
        return _told(sentence, one)
    return _near(one) or _of_clause(sentence, one) or _of_line(sentence, one)


def _first(phrases: list[Phrase]) -> Atom | None:
    return next((a for p in phrases for a in p.atoms if _is_date(a) and p.prep.split(" ")[-1] not in _NOT_ON), None)


def _is_date(atom: Atom) -> bool:
    return atom.tag == "DATE" and atom.mention is not None and atom.mention.value is not None and dated(atom)


def _near(one: Round) -> Atom | None:
    phrase = one.phrase
    near = [phrase, *[a for a in phrase.attached if a.prep in ("of", "in", "on")]]
    near += [deeper for a in phrase.attached for deeper in a.attached if deeper.prep in ("of", "in", "on")]
    near += [c for inner in phrase.parens for c in inner if isinstance(c, Phrase)]
    return _first(near)


def _of_clause(sentence: Sentence, one: Round) -> Atom | None:
    """A date of the clause behind the round, else one before it where no other round stands there."""
    start = one.phrase.atoms[0].first
    dates = [d for d in (one.clause.dates if one.clause is not None else []) if within(one, d.atoms[0])]
    dates += [d for c in sentence.clauses if _is_it(one, c.subject) for d in c.dates if within(one, d.atoms[0])]
    after = [d for d in dates if d.atoms[0].first > start]
    before = [d for d in dates if d.atoms[0].first < start] if one.first == sentence.first else []
    return _first([*_just_before(sentence, one), *after, *_behind_comma(sentence, one), *before])


def _just_before(sentence: Sentence, one: Round) -> list[Phrase]:
    """ "…, and in June 2021 a Series C of €12m": the date right before a round that is not the first."""
    start = one.phrase.atoms[0].first
    return [
        p
        for p in sentence.phrases()
        if p.head.tag == "DATE" and p.prep in ("in", "on") and 0 <= start - p.atoms[-1].last <= _GAP
        and within(one, p.atoms[0]) and one.first > sentence.first
    ]  # fmt: skip


_GAP = 2  # tokens between such a date and its round: an article, a comma


def _is_it(one: Round, subject: Phrase | None) -> bool:
    """The round, or the sum set beside it: "the Series A, €12 million, … which came through in November"."""
    if subject is one.phrase or subject is None:
        return subject is one.phrase and subject is not None
    return subject.head.tag == "MONEY" and within(one, subject.head) and subject.start - one.phrase.start <= 2


def _behind_comma(sentence: Sentence, one: Round) -> list[Phrase]:
    """ "its Series A, fourteen million dollars, in May 2021"; "Series B, March 2024: …"."""
    last = one.phrase.atoms[-1].last
    found = []
    for phrase in sentence.phrases():
        head = phrase.atoms[0]
        if head.first >= last and within(one, head) and head.first - last <= 12 and phrase.head.tag == "DATE":
            opened = sentence.passage.tokens[head.first - 1].text
            if _opens_next(sentence, one, phrase):
                continue
            if phrase.prep in ("in", "on") or opened in (",", "(", "–", "—", ":", ";", "·", "|"):
                found.append(phrase)
    return found


def _opens_next(sentence: Sentence, one: Round, phrase: Phrase) -> bool:
    """Whether a date behind "and" is of the round that follows it."""
    tokens, first = sentence.passage.tokens, phrase.atoms[0].first - bool(phrase.prep)
    return one.last < sentence.last and first > 0 and tokens[first - 1].lower in ("and", "then", ";")


def _of_line(sentence: Sentence, one: Round) -> Atom | None:
    """ "2021: Series A, €9m", "March 2024 – Series B": the date that begins the line."""
    head = sentence.atoms[0] if sentence.atoms else None
    mark = sentence.atoms[1] if len(sentence.atoms) > 1 else None
    if head is None or mark is None or not _is_date(head) or one.first != sentence.first:
        return None
    return head if mark.tag in ("COLON", "DASH", "COMMA", "SEMI") else None


def _told(sentence: Sentence, one: Round) -> Atom | None:
    """ "It closed the round in February 2023"."""
    for other in sentence.clauses:
        if other.lemma in _TOLD and other.relative and other.subject is one.phrase:
            return _first(other.dates)  # "the $14m round, which closed in June 2019"
    clause = one.clause
    if (
        clause is None
        or clause.lemma not in _TOLD
        or not (one.phrase in clause.objects or one.phrase is clause.subject)
    ):
        return None
    return _first(clause.dates)
