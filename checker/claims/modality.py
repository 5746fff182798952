"""Modality and status of a clause: asserted, reported, predicted or denied; current, former or incoming."""

from __future__ import annotations

from checker.claims.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.clauses import Clause
from checker.model import Modality
from checker.packs.vocabulary import Vocabulary

_FUTURE = frozenset(
    ("will", "would", "shall", "could", "may", "might", "can", "should", "'ll", "must", "'d", "won't", "wouldn't")
)
_DENIED_NOUNS = frozenset(("rumour", "rumours", "rumor", "rumors", "speculation", "suggestion", "suggestions"))


def modality(clause: Clause, chunks: list[Chunk], clauses: list[Clause], words: Vocabulary) -> Modality | None:
    """How the clause is said; None where it claims nothing (a question, a condition, a wish)."""
    lists = words.words
    if any(isinstance(c, Mark) and c.lower == "?" for c in chunks[-2:]) and _in_question(clause, chunks):
        return None
    if clause.subjunct in ("if", "unless", "whether") or _inverted(clause, chunks, clauses):
        return None
    if clause.subjunct == "that" and (_only_talk(clause, chunks) or _asked(clause, clauses)):
        return None
    if clause.verb.modal in ("would", "could", "might", "'d") and _conditional(chunks):
        return None
    if (
        clause.subject is not None
        and clause.subject.head.lower in _ESTIMATES
        and clause.lemma in ("put", "set", "give")
    ):
        return "predicted"
    above = _above(clause, clauses)
    raised = clause.verb.raised
    if clause.verb.negated:
        return "denied" if not clause.verb.modal else None
    if any(verb.lemma in lists["denial_verbs"] for verb in above) and not any(v.negated for v in above):
        return "denied"
    if any(
        verb
        in (
            "fail",
            "refuse",
            "decline",
            "want",
            "try",
            "like",
            "hope",
            "seek",
            "threaten",
            "consider",
            "offer",
            "need",
            "attempt",
            "ask",
            "vote",
        )
        for verb in raised
    ):
        return (
            "predicted"
            if any(v in ("plan", "hope", "aim", "intend", "expect", "want", "seek") for v in raised)
            else None
        )
    if any(verb in lists["predictive_verbs"] for verb in raised) or "be" in raised:
        return "predicted"
    if clause.verb.modal in _FUTURE and clause.verb.modal:
        if clause.verb.tense == "perfect" or _has_perfect(clause.verb):
            return None
        return "predicted"
    if any(
        verb.lemma in ("expect", "forecast", "predict", "plan", "hope", "project", "anticipate", "intend", "wish")
        for verb in above
    ):
        return "predicted"
    if any(
        verb in ("say", "believe", "think", "understand", "report", "rumour", "allege", "reckon", "claim")
        for verb in raised
    ):
        return "reported"
    if any(isinstance(c, Mark) and c.tag == "ADV" and c.lower in lists["hedges"] for c in chunks) or any(
        a.lower in lists["hedges"] and a.tag == "ADV" for a in clause.verb.atoms
    ):
        return "reported"
    if any(
        isinstance(c, (Mark, Phrase)) and "according" in (c.lower if isinstance(c, Mark) else c.prep) for c in chunks
    ):
        return "reported"
    return "asserted"


def _conditional(chunks: list[Chunk]) -> bool:
    """ "If appointed, he would be the fifth": nothing is foreseen."""
    return any(isinstance(c, Mark) and c.tag == "SUB" and c.lower in ("if", "unless") for c in chunks)


def _asked(clause: Clause, clauses: list[Clause]) -> bool:
    """ "Asked whether it was a fact that …"."""
    return any(
        other.subjunct in ("if", "whether")
        and other is not clause
        and clause.first - 4 <= other.last < clause.verb.start
        for other in clauses
    )


def _inverted(clause: Clause, chunks: list[Chunk], clauses: list[Clause]) -> bool:
    """ "Had he founded us in 1965 he would have had a hall": a condition that its word order alone says."""
    opening = next((c for c in chunks if not (isinstance(c, Mark) and c.tag in ("QUOTE", "CONJ", "ADV"))), None)
    return (
        isinstance(opening, VerbGroup)
        and len(opening.atoms) == 1
        and opening.atoms[0].lower in ("had", "were", "should")
        and not (clause.verb.modal and clause.verb is not opening)
        and any(c.verb.modal in _CONDITIONAL and c.verb.start > clause.verb.start for c in clauses)
        and not any(c.verb.modal in _CONDITIONAL and c.verb.start < clause.verb.start for c in clauses)
    )


_CONDITIONAL = frozenset(("would", "could", "might", "'d"))


def _only_talk(clause: Clause, chunks: list[Chunk]) -> bool:
    """ "rumours that …", "the suggestion that …" claim nothing."""
    for i in range(min(clause.first, clause.verb.start) - 1, 0, -1):
        item = chunks[i]
        if isinstance(item, Mark) and item.tag == "SUB":
            before = chunks[i - 1]
            return isinstance(before, Phrase) and before.head.lower in _TALK
        if isinstance(item, VerbGroup):
            return False
    return False


_ESTIMATES = frozenset("estimate estimates forecast projection budget quotation quote".split())
_TALK = frozenset(
    (
        "rumour rumours rumor rumors speculation suggestion suggestions talk talks idea hope hopes possibility "
        "chance claim claims reports gossip theory belief fear fears"
    ).split()
)


def _has_perfect(verb: VerbGroup) -> bool:
    return any(atom.lemma == "have" for atom in verb.atoms[:-1])


def _in_question(clause: Clause, chunks: list[Chunk]) -> bool:
    return True


def _above(clause: Clause, clauses: list[Clause]) -> list[VerbGroup]:
    """The verbs of saying, expecting and denying that govern the clause by "that" or by standing right before it."""
    if clause.relative:
        return []
    found = []
    for other in clauses:
        if other is clause or other.first >= clause.first or other.quoted != clause.quoted:
            continue
        if (
            other.verb.start < clause.first
            and (clause.subjunct == "that" or other.last >= clause.first - 2)
            and other.lemma in _GOVERNING
            and not other.objects
            and not (other.subject is not None and other.subject.head.lower in ("nobody", "none", "no-one", "few"))
        ):
            found.append(other.verb)
    return found


_GOVERNING = frozenset(
    (
        "say tell deny reject dismiss expect forecast predict hope believe think understand report claim allege "
        "write suggest reckon announce confirm plan estimate project anticipate intend add wish dispute"
    ).split()
)

_LEAVING = frozenset(
    (
        "leave resign quit retire step_down stand_down depart oust dismiss sack fire remove step_back step_aside "
        "replace succeed bow_out"
    ).split()
)


def status_of_verb(clause: Clause, how: Modality) -> str:
    """The status that a statement about a post has by its verb's time: "was" is former, "is" and "has been" current."""
    verb = clause.verb
    if how == "predicted" or verb.modal in ("will", "'ll", "shall"):
        return "incoming"
    if verb.form == "infinitive" and set(verb.raised) & _MOVES:
        return "current"  # "left to run X", "was appointed to lead X"
    if verb.lemma in _STATES:
        if "use" in verb.raised:
            return "former"
        return "former" if _tense(clause) in ("past", "pluperfect") else "current"
    return "current"


_STATES = frozenset(
    (
        "be serve act work hold lead run head chair have spend manage direct oversee handle double occupy rise advance "
        "progress climb graduate deputise helm co-chair stay remain continue employ engage retain"
    ).split()
)
_MOVES = frozenset(
    "leave quit move go return come join depart appoint hire name elect choose promote recruit select pick tap".split()
)


def _tense(clause: Clause) -> str:
    """The verb's time; a participle has that of the clause above: "was at X, rising to chief"."""
    above = clause.parent
    return above.verb.tense if clause.verb.form == "ing" and above is not None else clause.verb.tense
