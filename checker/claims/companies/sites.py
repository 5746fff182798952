"""Head offices by the noun: "its headquarters in Bergen", "the head office is at Hull", "from its base in Lyon"."""

from __future__ import annotations

from checker.claims.careers.posts import ENOUGH
from checker.claims.cues import OWNED, ROOMS, SEATED, SITES
from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Mark, Phrase
from checker.claims.syntax.clauses import Clause
from checker.model import Value

_OFFICES = frozenset("head main principal central registered".split())
_ELSEWHERE = frozenset(
    (
        "regional european american asian african local former old previous second temporary future north south us "
        "uk branch sales field divisional national international winter summer spiritual permanent overseas"
    ).split()
)
_LEAVES = frozenset("close leave vacate sell lose quit shut abandon visit tour attack raid occupy storm".split())
_MOVES = frozenset("move relocate shift transfer".split())
_STANDS = frozenset("be lie stand sit remain locate situate base house find".split())


def read(sentence: Sentence) -> list[Draft]:
    """Where organizations have their head office."""
    if SEATED.isdisjoint(sentence.words):
        return []
    return [draft for phrase in sentence.phrases() if _is_site(phrase) for draft in _site(sentence, phrase)]


def _is_site(phrase: Phrase) -> bool:
    words = [atom.lower for atom in phrase.atoms]
    if set(words[:-1]) & _ELSEWHERE or phrase.head.tag == "NAME":
        return False
    if words[-1] in SITES or (len(words) > 1 and words[-1] in ROOMS and words[-2] in _OFFICES):
        return True
    return (
        words[-1] in OWNED and len(words) == 1 and (phrase.owner is not None or phrase.poss in ("its", "their", "our"))
    )


def _site(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    clause = sentence.clause_of(phrase)
    governed = clause is not None and (phrase is clause.subject or phrase in clause.objects)
    how = sentence.modality(clause) if governed else "asserted"
    if how is None or (clause is not None and ((clause.lemma in _LEAVES and governed) or _until(clause))):
        return []
    place = _place(sentence, phrase, clause if governed else None)
    whose = _whose(sentence, phrase, clause)
    if place is None or whose is None or whose.sure < ENOUGH:
        return []
    text = sentence.passage.text(place.first, place.last)
    return [
        sentence.draft(
            place.first,
            place.last,
            whose.name,
            "organization",
            "headquarters",
            Value("place", text),
            how,
            "head office",
            whose.sure,
        )
    ]


def _until(clause: Clause) -> bool:
    return any(d.prep in ("until", "till") for d in clause.dates)


def _place(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Atom | None:
    """The place in the phrase ("its Bergen headquarters"), right behind it, or behind the verb it is subject of."""
    moves = clause is not None and clause.lemma in _MOVES
    near = sentence.behind(phrase)
    if (address := _address(sentence, phrase)) is not None:
        return address
    if (spot := _spot(near)) is not None:
        return spot
    if clause is not None and phrase is clause.subject and clause.lemma in _STANDS:
        near = [*near, *clause.objects, *clause.phrases, *(a for o in clause.objects for a in sentence.behind(o))]
        near += [clause.where] if clause.where is not None else []
    wanted = ("to",) if moves else ("in", "at", "near", "outside", "")
    found = next((p for p in near if (p.prep in wanted or p is (clause and clause.where)) and _is_place(p.head)), None)
    if found is not None:
        return sentence.town(found)
    return next((a for a in phrase.atoms[:-1] if _is_place(a)), None) if not moves else None


def _spot(near: list[Phrase]) -> Atom | None:
    """ "Its headquarters on the Antwerp docks": the place in what the office stands on."""
    first = near[0] if near else None
    if first is None or first.prep not in ("on", "by", "beside", "along", "above"):
        return None
    return next((a for a in first.atoms[:-1] if _is_place(a) and a.is_a("place")), None)


def _address(sentence: Sentence, phrase: Phrase) -> Atom | None:
    """ "Registered office: Unit 6, Kirkby Mills, Hexham": the last place of the address."""
    row = next((inner for p in sentence.phrases() for inner in p.parens if phrase in inner), sentence.chunks)
    at = row.index(phrase) + 1 if phrase in row else len(row)
    if not (at < len(row) and isinstance(mark := row[at], Mark) and mark.tag == "COLON"):
        return None
    found: Atom | None = None
    for item in row[at + 1 :]:
        if isinstance(item, Mark) and item.tag != "COMMA":
            break
        if isinstance(item, Phrase) and _is_place(item.head):
            found = item.head
    return found


def _is_place(atom: Atom) -> bool:
    return atom.tag == "NAME" and atom.name is not None and atom.name.kind in ("place", "")


def _whose(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Referent | None:
    of = next((p for p in sentence.behind(phrase) if p.prep in ("of", "for")), None)
    if of is not None:
        return sentence.resolve(of, "organization")
    ahead = sentence.meant_ahead(phrase) if phrase.poss in ("its", "their") else None
    if ahead is not None:
        return sentence.resolve(ahead, "organization")
    if clause is not None and phrase in clause.objects and clause.subject is not None and phrase.owner is None:
        return sentence.resolve(clause.subject, "organization")
    is_it = next((c.subject for c in sentence.clauses if c.lemma == "be" and phrase.owner in c.objects), None)
    if phrase.owner is not None and phrase.owner.head.tag != "NAME" and is_it is not None:
        return sentence.resolve(is_it, "organization")  # "X is a union whose secretariat is in Riga"
    if phrase.owner is not None or phrase.poss:
        return owner_of(phrase, sentence.scene, sentence.before(phrase))
    holder = next((p for p in sentence.phrases() for inner in p.parens if phrase in inner), None)
    if holder is not None:
        return sentence.resolve(holder, "organization")
    before = next((c.subject for c in sentence.clauses if c.subject is not None and c.subject is not phrase), None)
    found = sentence.resolve(before, "organization") if before is not None and before.start < phrase.start else None
    if found is not None:
        return Referent(found.name, "organization", min(found.sure, 0.65))
    scene = sentence.scene
    other = scene.topic if scene.topic_age == 0 and scene.topic != scene.main else ""
    if other and not scene.fresh and not scene.section:
        return Referent(other, "organization", 0.55)  # the paragraph is about another
    name = scene.section or (scene.topic if scene.fresh else "") or scene.main
    return Referent(name, "organization", 0.6) if name else None
