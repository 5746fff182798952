"""Who goes by a role from now on: the parent, the buyer, the operator, the landlord."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent, Scene
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.clauses import Clause


def play(drafts: list[Draft], scene: Scene) -> None:
    """After the claims of a sentence: who is "the buyer", "the target", "the lead investor" from now on."""
    for draft in drafts:
        if draft.attribute == "acquired_by":
            scene.roles.update(dict.fromkeys(("target", "unit", "subsidiary"), draft.subject))
            scene.roles.update(dict.fromkeys(_BUYERS, draft.value.text))
        elif draft.attribute == "lead_investor":
            scene.roles.update(dict.fromkeys(("lead investor", "investor", "backer"), draft.value.text))
        elif draft.attribute == "employer" and draft.qualifiers.get("status") == "former":
            scene.left.setdefault(draft.subject, set()).add(draft.value.text)
        elif draft.attribute == "founder" and draft.value.kind == "person":
            scene.ventures[draft.value.text] = draft.subject


_BUYERS = ("buyer", "acquirer", "purchaser", "bidder", "suitor", "parent", "owner")


_BELONGINGS = frozenset("part unit subsidiary division arm imprint brand property member".split())


_WHOLES = frozenset(("parent", "owner"))


_KINSHIP = _BELONGINGS | _WHOLES


def note_parent(sentence: Sentence) -> None:
    """ "Lodestar is part of Halyard": from now on "the parent" is Halyard."""
    for part, body in [*_parts(sentence), *_owned(sentence)]:
        if part is not None and body is not None and part.name != body.name and body.sure >= 0.7 <= part.sure:
            sentence.scene.roles.update(dict.fromkeys(("parent", "owner", "group"), body.name))
            sentence.scene.roles["subsidiary"] = part.name


def _parts(sentence: Sentence) -> Iterator[tuple[Referent | None, Referent | None]]:
    """ "X is a unit of Y", "X, part of Y", "its subsidiary X", "Y's parent, X": what is a part, and of what."""
    said = [(c.subject, p) for c in sentence.clauses if c.lemma in ("be", "become", "remain") for p in c.objects[:1]]
    said += [(p, other) for p in sentence.phrases() for other in p.appositions]
    for subject, noun in said:
        whole = next((p for p in noun.attached if p.prep == "of"), None)
        if noun.head.lower in _BELONGINGS and whole is not None and whole.head.tag == "NAME" and subject is not None:
            yield sentence.resolve(subject, "organization"), sentence.resolve(whole, "organization")
    for phrase in sentence.phrases() if not _KINSHIP.isdisjoint(sentence.words) else ():
        beside = [p for p in phrase.appositions if p.head.tag == "NAME"]
        named = phrase if phrase.head.tag == "NAME" else beside[0] if beside else None
        if named is None or not (phrase.poss in ("its", "their") or phrase.owner is not None):
            continue
        own = {atom.lower for atom in phrase.atoms}
        one, other = sentence.resolve(named, "organization"), owner_of(phrase, sentence.scene, sentence.before(phrase))
        if own & _BELONGINGS:
            yield one, other
        elif own & _WHOLES:
            yield other, one


def _owned(sentence: Sentence) -> Iterator[tuple[Referent | None, Referent | None]]:
    """ "X belongs to Y", "X, owned by Y", "Y owns X"."""
    for clause in sentence.clauses:
        if clause.subject is None or clause.verb.negated or clause.lemma not in ("belong", "own", "control"):
            continue
        subject = sentence.resolve(clause.subject, "organization")
        if clause.lemma == "belong":
            whole = next((p for p in clause.phrases if p.prep == "to"), None)
        elif clause.lemma in ("own", "control") and clause.verb.passive:
            whole = next((p for p in clause.phrases if p.prep == "by"), None)
        elif clause.lemma in ("own", "control") and clause.objects:
            yield sentence.resolve(clause.objects[0], "organization"), subject
            continue
        else:
            continue
        yield subject, sentence.resolve(whole, "organization") if whole is not None else None


def note_agents(sentence: Sentence) -> None:
    """ "The line is operated by Scar Transport": from now on "the operator" is that one."""
    for clause in sentence.clauses:
        _let(sentence, clause)
        role = _DOERS.get(clause.lemma) if clause.verb.passive else None
        agent = next((p for p in clause.phrases if p.prep == "by"), None) if role else None
        if role and agent is not None and agent.head.name is not None and agent.head.name.kind == "organization":
            sentence.scene.roles[role] = agent.head.name.full or agent.head.name.text


def _let(sentence: Sentence, clause: Clause) -> None:
    """ "A has let the shed to B", "B rents it from A": who is "the landlord" and who "the tenant" from now on."""
    names = _SIDES.get(clause.lemma)
    if names is None or clause.verb.passive or clause.verb.negated or clause.subject is None:
        return
    doer, other, prep = names
    whom = next((p for p in clause.phrases if p.prep == prep and p.head.tag == "NAME"), None)
    if whom is None or clause.subject.head.tag not in ("NAME", "PRON"):
        return
    one, two = sentence.resolve(clause.subject, "organization"), sentence.resolve(whom, "organization")
    if one is not None and two is not None and one.name != two.name:
        sentence.scene.roles.update({doer: one.name, other: two.name})


_SIDES = {
    "let": ("landlord", "tenant", "to"), "rent": ("tenant", "landlord", "from"),
    "lease": ("tenant", "landlord", "from"), "lend": ("lender", "borrower", "to"),
    "borrow": ("borrower", "lender", "from"),
}  # fmt: skip


_DOERS = {
    "operate": "operator", "run": "operator", "own": "owner", "build": "builder", "develop": "developer",
    "publish": "publisher", "manage": "manager", "insure": "insurer", "supply": "supplier",
    "distribute": "distributor", "make": "maker", "manufacture": "manufacturer", "fund": "funder",
    "design": "designer", "broadcast": "broadcaster", "produce": "producer", "organise": "organiser",
}  # fmt: skip
