"""From a sentence's chunks to its clauses: each verb is given its subject by its form, then what stands around it."""

from __future__ import annotations

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses.adjuncts import lead
from checker.claims.syntax.clauses.alternatives import alternatives, say_of_whole
from checker.claims.syntax.clauses.antecedents import agreeing, related
from checker.claims.syntax.clauses.clause import Clause
from checker.claims.syntax.clauses.complements import complement
from checker.claims.syntax.clauses.coordination import goes_on, going_on, inserted_phrases, share
from checker.claims.syntax.clauses.headlines import shortened
from checker.claims.syntax.clauses.infinitives import infinitive_subject
from checker.claims.syntax.clauses.inversion import beside_is, give_back, inverted
from checker.claims.syntax.clauses.participial import participial_subject
from checker.claims.syntax.clauses.quotations import quotations
from checker.claims.syntax.clauses.steps import is_mark, past_dates, skip_back
from checker.claims.syntax.clauses.subjects import finite_subject


def analyse(chunks: list[Chunk]) -> list[Clause]:
    """The clauses of one sentence, parentheses included, in order."""
    quotes = quotations(chunks)
    clauses: list[Clause] = []
    verbs = [i for i, item in enumerate(chunks) if isinstance(item, VerbGroup)]
    for place in verbs:
        clauses.append(_clause(chunks, place, clauses, quotes))
    for n, clause in enumerate(clauses):
        clause.dates += [Phrase([atom], clause.verb.start) for atom in clause.verb.inner]
        complement(chunks, clause, clauses, n, quotes)
        if clause.bare is not None and not clause.objects:
            clause.objects.append(clause.bare)
        if shortened(clause):
            clause.verb.passive = True
        if inverted(clause) or beside_is(chunks, clause):
            give_back(clause.subject, clauses[:n])
            clause.subject = clause.objects.pop(0)
    lead(chunks, clauses)
    share(clauses)
    say_of_whole(clauses)
    for item in chunks:
        if isinstance(item, Phrase):
            for inner in item.parens:
                clauses += _inner(inner, item)
    return clauses


def _inner(inner: list[Chunk], holder: Phrase) -> list[Clause]:
    """The clauses inside a parenthesis; its bare participles and verbs are about the phrase before it."""
    found = analyse(inner)
    for clause in found:
        if clause.subject is None:
            clause.subject = holder
    return found


def _clause(chunks: list[Chunk], place: int, earlier: list[Clause], quotes: list[int]) -> Clause:
    """The clause of the verb at ``place``, with its subject."""
    verb = chunks[place]
    assert isinstance(verb, VerbGroup)
    clause = Clause(verb, None, quoted=quotes[place], first=place, last=place)
    previous = earlier[-1] if earlier and earlier[-1].quoted == clause.quoted else None
    i = skip_back(chunks, place - 1)
    if previous is not None and verb.form == "finite":
        i = past_dates(chunks, i)
    before = chunks[i] if i >= 0 else None
    if verb.form == "infinitive":
        infinitive_subject(clause, previous, chunks, place)
    elif isinstance(before, Mark) and before.tag == "REL":
        clause.relative, clause.first, clause.parent = True, i, previous
        clause.subject = agreeing(chunks, related(chunks, i, before.lower, earlier), verb)
        clause.others = alternatives(chunks, i, clause.subject)
    elif verb.form in ("participle", "ing"):
        participial_subject(clause, chunks, i, place, previous, earlier)
    elif previous is not None and (before is None or is_mark(before, "CONJ", "COMMA", "DASH", "SEMI")):
        _joined(clause, chunks, place, previous, before, quotes, earlier)
    else:
        finite_subject(clause, chunks, place, quotes, earlier)
        if clause.subject is None and previous is not None and goes_on(chunks, i):
            host = clause.parent = _host(previous)
            clause.subject, clause.subjunct = host.subject, host.subjunct
    return clause


def _joined(
    clause: Clause,
    chunks: list[Chunk],
    place: int,
    previous: Clause,
    before: Chunk | None,
    quotes: list[int],
    earlier: list[Clause],
) -> None:
    """A finite verb right behind "and" or a comma: it has a subject of its own, or goes on with that before it."""
    if is_mark(before, "COMMA", "DASH"):
        inserted = inserted_phrases(chunks, place, previous)
        if not inserted:
            finite_subject(clause, chunks, place, quotes, earlier)
        if clause.subject is not None:
            return
        clause.phrases = inserted
    if clause.verb.passive and (outer := going_on(chunks, place, earlier)) is not None:
        clause.subject = outer
        return
    host = clause.parent = _past_inserted(chunks, place, _host(previous), earlier)
    clause.subject, clause.subjunct, clause.relative = host.subject, host.subjunct, host.relative


def _past_inserted(chunks: list[Chunk], place: int, host: Clause, earlier: list[Clause]) -> Clause:
    """ "She became verger in 1994, when B was vicar, and left": what ", and" goes on with is before the clause that a
    comma and "when" opened."""
    i = skip_back(chunks, place - 1)
    if not host.subjunct or not is_mark(chunks[i], "CONJ") or i < 1 or not is_mark(chunks[i - 1], "COMMA"):
        return host
    opener = next((k for k in range(host.verb.start - 1, 0, -1) if is_mark(chunks[k], "SUB")), 0)
    main = next((c for c in reversed(earlier) if c.verb.start < opener and c.verb.form == "finite"), None)
    inserted = opener and is_mark(chunks[opener - 1], "COMMA") and main is not None and not main.subjunct
    return main if inserted and main is not None and main.verb.tense == host.verb.tense else host


def _host(clause: Clause) -> Clause:
    """The clause itself, or of an infinitive or a participle the one that it belongs to."""
    while clause.verb.form != "finite" and clause.parent is not None:
        clause = clause.parent
    return clause
