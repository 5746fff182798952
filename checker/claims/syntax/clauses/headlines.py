"""The passive of a headline, which goes without "was": "Nadia Ferhat appointed director of X"."""

from __future__ import annotations

from checker.claims.syntax.clauses.clause import Clause

_APPOINTS = frozenset("appoint elect promote elevate name re-elect reappoint nominate crown install hire".split())


def shortened(clause: Clause) -> bool:
    """A headline's passive: "Nadia Ferhat appointed director of X", "Ann Ray promoted to editor"."""
    verb, subject = clause.verb, clause.subject
    if verb.lemma not in _APPOINTS or verb.form != "finite" or verb.passive or len(verb.atoms) > 1 or subject is None:
        return False
    name = subject.head.name
    if name is None or name.kind != "person" or not verb.atoms[0].tenses >= {"past", "part"} or clause.relative:
        return False
    if not clause.objects:
        return any(p.prep in ("to", "as") and p.of("TITLE") for p in clause.phrases)
    first = clause.objects[0]
    return first.head.tag == "TITLE" and not first.of("NAME") and not first.det and not first.appositions
