"""A pattern held against a clause, whichever way round the clause is."""

from __future__ import annotations

from checker.claims.patterns.complements import complement
from checker.claims.patterns.fitting import fit
from checker.claims.patterns.pattern import Binding, Fits, Pattern
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.packs.vocabulary import Vocabulary


def heads_said(clause: Clause) -> set[str]:
    """Every word that a fixed head of a pattern can be in the clause, as ``_worded`` and ``complement`` look."""
    said = {clause.verb.particle}
    for phrase in (*clause.objects, *clause.phrases, *clause.others, *([clause.subject] if clause.subject else [])):
        last = phrase.atoms[-1].lower
        said.update((last, f"its_{last}"))
        if len(phrase.atoms) > 1:
            before = phrase.atoms[-2].lower
            said.update((before, f"{before}_{last}"))
    return said


def match(
    pattern: Pattern, clause: Clause, types: dict[str, str], words: Vocabulary, fits: Fits | None = None
) -> dict[str, Binding] | None:
    """The bindings of ``pattern`` in ``clause``, or None. ``types`` gives each slot's type; ``fits`` is what was found
    of the clause's phrases for other patterns."""
    if clause.verb.lemma not in pattern.lemmas:
        return None
    fits = {} if fits is None else fits
    found = _match(pattern, clause, types, words, fits)
    if found is None and clause.others:
        chosen = clause.subject
        for other in clause.others:
            clause.subject = other
            found = _match(pattern, clause, types, words, fits)
            if found is not None:
                break
        clause.subject = chosen
    return found


def _match(
    pattern: Pattern, clause: Clause, types: dict[str, str], words: Vocabulary, fits: Fits
) -> dict[str, Binding] | None:
    subject, objects, phrases = _sides(clause)
    found: dict[str, Binding] = {}
    if pattern.subject:
        bound = fit(subject, types.get(pattern.subject, "any"), words, fits) if subject is not None else None
        if bound is not None:
            found[pattern.subject] = bound
        elif pattern.needs_subject and (subject is not None or not clause.verb.passive):
            return None
    rest = [p for p in objects if p.atoms[-1].lower not in ("there", "here")]
    if rest and not pattern.takes:
        return None
    used: set[int] = set()
    for item in pattern.items:
        bound = complement(item, rest, phrases, clause, types, words, used, fits)
        if bound is None and not item.optional:
            return None
        if bound is not None and item.slot:
            found[item.slot] = bound
    return found


def _sides(clause: Clause) -> tuple[Phrase | None, list[Phrase], list[Phrase]]:
    """Who does it, to whom, and the rest: the passive turned round."""
    if not clause.verb.passive:
        return clause.subject, clause.objects, clause.phrases
    agent = next(
        (
            p
            for p in clause.phrases
            if p.prep.split(" ")[-1] == "by" and p.head.tag not in ("DATE", "MONEY", "QTY", "PCT")
        ),
        None,
    )
    patient = [clause.subject] if clause.subject is not None else []
    return agent, [*patient, *clause.objects], [p for p in clause.phrases if p is not agent]
