"""Modality and status of a clause: asserted, reported, predicted or denied; current, former or incoming."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.syntax.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause
from checker.model import Modality
from checker.packs.vocabulary import Vocabulary

_FUTURE = frozenset(
    ("will", "would", "shall", "could", "may", "might", "can", "should", "'ll", "must", "'d", "won't", "wouldn't")
)
_DENIED_NOUNS = frozenset(("rumour", "rumours", "rumor", "rumors", "speculation", "suggestion", "suggestions"))


class Tone(Struct):
    """What a whole sentence shows of how it is meant, whichever of its clauses is asked for."""

    asks: bool = False
    conditional: bool = False  # "If appointed, he would be the fifth": nothing is foreseen
    hedged: bool = False  # "reportedly", "according to"
    inverted: VerbGroup | None = None  # "Had he founded us": the verb that opens the sentence


def tone(chunks: list[Chunk], words: Vocabulary) -> Tone:
    """The tone of the sentence with these chunks."""
    found, hedges = Tone(inverted=_opening(chunks)), words.words["hedges"]
    for item in chunks:
        if isinstance(item, Mark):
            found.conditional = found.conditional or (item.tag == "SUB" and item.lower in ("if", "unless"))
            found.hedged = found.hedged or "according" in item.lower or (item.tag == "ADV" and item.lower in hedges)
        elif isinstance(item, Phrase):
            found.hedged = found.hedged or "according" in item.prep
    found.asks = any(isinstance(c, Mark) and c.lower == "?" for c in chunks[-2:])
    return found


def modality(
    clause: Clause, chunks: list[Chunk], clauses: list[Clause], words: Vocabulary, sentence: Tone
) -> Modality | None:
    """How the clause is said; None where it claims nothing (a question, a condition, a wish)."""
    verb = clause.verb
    if sentence.asks or clause.subjunct in ("if", "unless", "whether"):
        return None
    if sentence.inverted is not None and _inverted(clause, sentence.inverted, clauses):
        return None
    if clause.subjunct == "that" and _only_talk(clause, chunks):
        return None
    if (clause.subjunct == "that" or clause.relative) and _asked(clause, clauses):
        return None
    if _doubted(clause, chunks, clauses):
        return None
    if sentence.conditional and verb.modal in _CONDITIONAL:
        return None
    if clause.subject is not None and verb.lemma in ("put", "set", "give") and clause.subject.head.lower in _ESTIMATES:
        return "predicted"
    above = [] if clause.relative else _above(clause, clauses)
    if over(clause):
        return "asserted" if verb.lemma in _STANDS and not verb.modal else None
    if verb.negated:
        return "denied" if not verb.modal else None
    denials = words.words["denial_verbs"]
    if above and any(v.lemma in denials for v in above) and not any(v.negated for v in above):
        return "denied"
    if verb.raised:
        if not _HOLDING_BACK.isdisjoint(verb.raised):
            return None if _PLANNING.isdisjoint(verb.raised) else "predicted"
        if "be" in verb.raised or not words.words["predictive_verbs"].isdisjoint(verb.raised):
            return "predicted"
    if verb.modal in _FUTURE:
        return None if verb.tense == "perfect" or _has_perfect(verb) else "predicted"
    if above and any(v.lemma in _EXPECTING for v in above):
        return "predicted"
    if verb.raised and not _SAYING.isdisjoint(verb.raised):
        return "reported"
    if sentence.hedged or _hedges(verb, words):
        return "reported"
    return "asserted"


_STANDS = frozenset("be work serve act belong sit play remain chair run head lead hold manage direct captain".split())


def over(clause: Clause) -> bool:
    """ "Is no longer head of X", "was not employed there any more": what was so before."""
    return bool(clause.ceased) and (clause.verb.negated or clause.ceased == "no longer")


_HOLDING_BACK = frozenset(
    "fail refuse decline want try like hope seek threaten consider offer need attempt ask vote".split()
)
_PLANNING = frozenset("plan hope aim intend expect want seek".split())
_EXPECTING = frozenset("expect forecast predict plan hope project anticipate intend wish".split())
_SAYING = frozenset("say believe think understand report rumour allege reckon claim".split())


def _hedges(verb: VerbGroup, words: Vocabulary) -> bool:
    """ "has reportedly bought"."""
    hedges = words.words["hedges"]
    return any(atom.tag == "ADV" and atom.lower in hedges for atom in verb.atoms)


_SETTLED = frozenset("be agree set due sign announce say confirm".split())


def settled(clause: Clause, clauses: list[Clause]) -> bool:
    """Whether what is yet to come is agreed or announced, and no mere plan: "X to buy Y", "said it would buy Y"."""
    verb = clause.verb
    above = {other.lemma for other in _above(clause, clauses)} if not clause.relative else set()
    if verb.modal and verb.modal not in ("will", "'ll", "shall", "would", "'d"):
        return False
    if verb.modal in ("would", "'d") and not above & {"say", "announce", "confirm", "tell", "agree"}:
        return False
    return set(verb.raised) <= _SETTLED and not above & _EXPECTING


def _asked(clause: Clause, clauses: list[Clause]) -> bool:
    """ "Asked whether it was a fact that …"."""
    return any(
        other.subjunct in ("if", "whether")
        and other is not clause
        and clause.first - 4 <= other.last < clause.verb.start
        for other in clauses
    )


def _doubted(clause: Clause, chunks: list[Chunk], clauses: list[Clause]) -> bool:
    """ "Asked whether it is true that X has fewer than 430 employees"."""
    asked = [c for c in clauses if c.subjunct in ("if", "whether") and c.verb.lemma == "be" and c is not clause]
    return any(
        0 < clause.verb.start - other.verb.start <= 7
        and any(
            isinstance(chunk, Phrase) and chunk.head.lower in ("true", "correct", "case", "fact", "right")
            for chunk in chunks[other.verb.start + 1 : other.verb.start + 3]
        )
        for other in asked
    )


def _opening(chunks: list[Chunk]) -> VerbGroup | None:
    """The auxiliary that opens a sentence, if one does."""
    first = next((c for c in chunks if not (isinstance(c, Mark) and c.tag in ("QUOTE", "CONJ", "ADV"))), None)
    if isinstance(first, VerbGroup) and len(first.atoms) == 1 and first.atoms[0].lower in ("had", "were", "should"):
        return first
    return None


def _inverted(clause: Clause, opening: VerbGroup, clauses: list[Clause]) -> bool:
    """ "Had he founded us in 1965 he would have had a hall": a condition that its word order alone says."""
    return (
        not (clause.verb.modal and clause.verb is not opening)
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
        "chance claim claims report reports gossip theory belief fear fears story stories allegation allegations notion"
    ).split()
)


def _has_perfect(verb: VerbGroup) -> bool:
    return any(atom.lemma == "have" for atom in verb.atoms[:-1])


def _above(clause: Clause, clauses: list[Clause]) -> list[VerbGroup]:
    """The verbs of saying, expecting and denying that govern the clause by "that" or by standing right before it."""
    return [
        other.verb
        for other in clauses
        if other.verb.lemma in _GOVERNING
        and other is not clause
        and other.first < clause.first
        and other.quoted == clause.quoted
        and other.verb.start < clause.first
        and (clause.subjunct == "that" or other.last >= clause.first - 2)
        and not any(p.head.lower not in _TALK for p in other.objects)
        and not (other.subject is not None and other.subject.head.lower in ("nobody", "none", "no-one", "few"))
    ]


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
    if over(clause) or (verb.lemma in _STATES and _before_now(verb)):
        return "former"
    if how == "predicted" or verb.modal in ("will", "'ll", "shall"):
        return "incoming"
    if verb.form == "infinitive" and set(verb.raised) & _MOVES:
        return "current"  # "left to run X", "was appointed to lead X"
    if verb.lemma in _STATES:
        if "use" in verb.raised:
            return "former"
        return "former" if _tense(clause) in ("past", "pluperfect") else "current"
    return "current"


def _before_now(verb: VerbGroup) -> bool:
    """ "Having previously been its finance chief", "has formerly served as"."""
    return any(atom.tag == "ADV" and atom.lower in ("previously", "formerly") for atom in verb.atoms)


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
