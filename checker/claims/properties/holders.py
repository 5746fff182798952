"""Whose an amount is: the possessor, what the noun belongs to, the clause's subject, what is being talked about.

The clause's subject, not the nearest name; of a department its organization, with the department for a scope; a person
never has revenue or staff of their own.
"""

from __future__ import annotations

from checker.claims import own, sorts
from checker.claims.chunks import Phrase
from checker.claims.clauses import Clause
from checker.claims.descriptions import describes
from checker.claims.properties import served
from checker.claims.properties.measure import Anchor, Property
from checker.claims.properties.nouns import LEVEL
from checker.claims.properties.units import BY_MANY
from checker.claims.references import owner_of, pronoun
from checker.claims.scene import Referent, named
from checker.claims.sentence import Sentence

_OWNING = frozenset(
    (
        "have report post book generate record make earn employ hold command boast achieve attract serve count "
        "show declare file turn enjoy"
    ).split()
)
_PARTS = frozenset(
    (
        "department division team unit desk newsroom office branch arm lab laboratory workshop plant factory site wing "
        "section crew faculty directorate subsidiary workforce staff kitchen studio depot yard warehouse mill brewery "
        "wing centre center hub operation business side service"
    ).split()
)
_NOBODY = frozenset("none nobody no neither each every any either few".split())
_INVESTING = frozenset("invest lead back buy pay join participate co-lead put pour inject offer bid".split())


def subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    """Whose the amount is; None where the sentence leaves it open. An event has no revenue: what it makes, its host
    gets."""
    found = _subject(sentence, prop, anchor)
    event = found is not None and prop.attribute in _OF_BODIES and sorts.is_event(found.name)
    return None if event else found


_OF_BODIES = frozenset(("revenue", "valuation", "total_raised"))


def _subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    if prop.subject != "organization":
        return _other_subject(sentence, prop, anchor)
    if anchor.holder is not None:
        return _held(sentence, anchor, anchor.holder)
    phrase = anchor.phrase
    owner = owner_of(phrase, sentence.scene, sentence.before(phrase))
    if phrase.owner is not None or phrase.poss in ("its", "their", "our"):
        return owner or _owned_part(sentence, phrase, anchor)
    if phrase.poss in ("his", "her", "my"):
        return None
    said = _attached(sentence, anchor)
    if said is not None:
        return said if isinstance(said, Referent) else None
    return _named_in(phrase) or _by_clause(sentence, prop, anchor)


def _attached(sentence: Sentence, anchor: Anchor) -> Referent | bool | None:
    """The organization behind "of", "at" or "for"; False where a name stands there that is none."""
    for attached in anchor.phrase.attached:
        if attached.prep in ("of", "at", "for") and attached is not anchor.amount:
            found = sentence.resolve(attached, "organization")
            if found is not None:
                return found
            if attached.head.tag == "NAME" and attached.prep in ("of", "at"):
                return False
    return None


def _named_in(phrase: Phrase) -> Referent | None:
    """ "Acme revenue": the name in the phrase itself."""
    for atom in phrase.atoms[:-1]:
        if atom.tag == "NAME" and named(atom, "organization") and atom.name and atom.name.kind == "organization":
            return Referent(atom.name.full or atom.name.text, "organization", 0.9)
    return None


def _by_clause(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    phrase, clause = anchor.phrase, anchor.clause
    if (found := _beside_with(sentence, anchor)) is not None:
        return found
    if clause is not None and clause.subject is None and clause.subjunct == "that":
        return None  # "presses that employs 900": of what could not be made out
    where = clause.where if clause is not None else None
    if where is not None and (found := sentence.resolve(where, "organization")) is not None:
        return found
    if clause is not None and phrase is clause.subject and anchor.atom in phrase.atoms:
        if clause.lemma in BY_MANY and clause.verb.form == "finite":
            return _of_verb(sentence, clause) or _there(sentence, clause)
        by_verb = _of_verb(sentence, clause) if clause.lemma in prop.verbs else None
        return by_verb or _talked_about(sentence)
    if clause is not None and clause.subject is not None and phrase is not clause.subject:
        return _clause_subject(sentence, prop, clause, anchor)
    if phrase.prep == "with" and phrase.start:
        before = _holder(sentence, phrase)
        if before is not None and (found := sentence.resolve(before.apposed_to or before, "organization")) is not None:
            return found
    return _talked_about(sentence)


def _held(sentence: Sentence, anchor: Anchor, holder: Phrase) -> Referent | None:
    """The organization that a holder is or, of a department, belongs to."""
    return _part(sentence, holder, anchor) or sentence.resolve(holder, "organization")


def _beside_with(sentence: Sentence, anchor: Anchor) -> Referent | None:
    """ "a lender with 3,000 employees", "Acme, with 40 staff,": a name or a noun in apposition to one."""
    holder = _holder(sentence, anchor.phrase) if anchor.phrase.prep == "with" and anchor.phrase.start else None
    if holder is None or not (holder.apposed_to is not None or holder.head.tag == "NAME" or holder.owner is not None):
        return None
    return _held(sentence, anchor, holder.apposed_to or holder)


def _of_verb(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "1,900 people work at X", "3 million people use X": the count is the subject, its holder the complement."""
    for phrase in [*(p for p in clause.phrases if p.prep in ("for", "at", "by", "on", "in", "to")), *clause.objects]:
        found = sentence.resolve(phrase, "organization")
        if found is not None:
            return found
        if phrase.head.tag == "NOUN":
            name = next((a for a in phrase.atoms[:-1] if a.tag == "NAME" and named(a, "organization")), None)
            if name is not None and name.name is not None:
                return Referent(name.name.full or name.name.text, "organization", 0.8)
    used = (served.of(sentence, phrase) for phrase in clause.objects if clause.verb.lemma in _USED)
    return next((found for found in used if found is not None), None)


_USED = frozenset("use visit ride".split())


def _there(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "Forty-six people work there": at the one body that the sentence before was about."""
    if not any(p.head.lower == "there" for p in clause.objects):
        return None
    alone = sentence.scene.alone
    return Referent(alone, "organization", 0.7) if alone else pronoun("it", "organization", sentence.scene, [])


def _talked_about(sentence: Sentence) -> Referent | None:
    scene = sentence.scene
    if scene.speaker and scene.interviewee:
        return pronoun("we", "organization", scene, [])  # who answers, speaks of their own
    if scene.several:
        return None
    topic = scene.topic if scene.fresh and not scene.formal else ""
    for name, sure in ((scene.section, 0.65), (topic, 0.65), (scene.main, 0.6), (scene.topic, 0.6)):
        if name:
            return Referent(name, "organization", sure)
    return None


def _holder(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """What "with 40 staff" hangs on, past a place in between."""
    j = phrase.start - 1
    while j >= 0 and isinstance(item := sentence.chunks[j], Phrase):
        if not (item.prep in ("in", "at", "of", "for") and j > 0 and isinstance(sentence.chunks[j - 1], Phrase)):
            return item
        j -= 1
    return None


def _clause_subject(sentence: Sentence, prop: Property, clause: Clause, anchor: Anchor) -> Referent | None:
    subject = clause.subject
    assert subject is not None
    if subject.head.lower in _NOBODY or subject.det in _NOBODY:
        return None
    if subject.head.lower in ("there", "we") and (came := _arrived(sentence)) is not None:
        return came
    if subject.head.lower == "there" and prop.attribute == "headcount" and (at := _stated_at(sentence, clause)):
        return at
    if subject.head.tag == "PRON" and subject.head.lower in ("we", "i"):
        return sentence.resolve(subject, "organization") if subject.head.lower == "we" else None
    if prop.attribute == "valuation" and (valued := _valued(sentence, clause, anchor)) is not None:
        return valued
    whole = anchor.phrase.prep.startswith("out") or (anchor.phrase.prep == "of" and anchor.phrase in clause.phrases)
    if whole and (owner := owner_of(subject, sentence.scene, sentence.before(subject))) is not None:
        return owner
    if prop.scope and (part := _part(sentence, subject, anchor) or _place_of_work(sentence, subject, anchor)):
        return part
    candidates = (subject, *clause.others) if subject.det in ("a", "an", "one") else (subject,)
    found = next((found for p in candidates if (found := sentence.resolve(p, "organization")) is not None), None)
    if found is not None:
        return None if prop.attribute == "revenue" and _happens(sentence, found.name) else found
    if _is_person(sentence, subject):
        return _persons_firm(sentence, clause)
    if subject.head.tag == "NAME" and subject.head.name is not None and subject.head.name.kind in ("person", "place"):
        return None
    if subject.head.lower in ("there", "that", "this") and prop.attribute != "valuation":
        scene = sentence.scene
        talked = (scene.main,) if scene.speaker else (_topic(sentence), scene.main)
        about = next((name for name in talked if name and not _personal(sentence, name)), "")
        return Referent(about, "organization", 0.6) if about else None
    if prop.attribute == "users" and (work := served.of(sentence, subject)) is not None:
        return work
    if describes(subject.head, sentence.scene.words):
        return None
    if anchor.phrase in clause.phrases and clause.lemma not in _OWNING | LEVEL and prop.attribute != "valuation":
        return Referent(_topic(sentence), "organization", 0.55) if _topic(sentence) else None
    return None


def _topic(sentence: Sentence) -> str:
    """What is talked of: in a body's own paper itself; who led its round is not."""
    scene = sentence.scene
    return scene.main if scene.formal or scene.topic in scene.backers else scene.topic


def _happens(sentence: Sentence, name: str) -> bool:
    """ "The ball had brought in €312,000": what an evening brings is nobody's revenue."""
    return name.casefold().split()[-1] in _EVENINGS


_EVENINGS = frozenset("ball dinner gala auction raffle concert lunch supper fair fête fete auctions quiz".split())


def _personal(sentence: Sentence, name: str) -> bool:
    """Whether what the talk is of is held to be a person after all."""
    known = sentence.scene.page.names.get(name.casefold())
    return known is not None and known.kind == "person"


_ARRIVING = frozenset("come arrive join start begin take_over leave found set_up found co-found buy".split())


def _stated_at(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "There were 66 of us on contract at X"."""
    named_ones = [p for p in clause.phrases if p.prep == "at" and p.head.tag == "NAME"]
    return sentence.resolve(named_ones[0], "organization") if len(named_ones) == 1 else None


def _arrived(sentence: Sentence) -> Referent | None:
    """ "When I came to Acme there were nine of us": where somebody came to."""
    for clause in sentence.clauses:
        if clause.subjunct == "when" and clause.lemma in _ARRIVING:
            for phrase in [*clause.objects, *(p for p in clause.phrases if p.prep in ("to", "at", "in"))]:
                if phrase.head.tag == "NAME" and (found := sentence.resolve(phrase, "organization")) is not None:
                    return found
    return None


def _valued(sentence: Sentence, clause: Clause, anchor: Anchor) -> Referent | None:
    """What is valued: whoever the round gave a valuation, and never who invested at one."""
    given = clause.objects[0] if clause.lemma in _GIVING and clause.objects else None
    if given is not None and given is not anchor.phrase:
        return sentence.resolve(given, "organization")
    scene = sentence.scene
    if clause.lemma in _INVESTING or anchor.phrase in clause.phrases:
        found = sentence.resolve(clause.subject, "organization") if clause.subject is not None else None
        if clause.lemma in _INVESTING or found is None:
            rounds = any(a.tag == "ROUND" for a in sentence.atoms) and not _mere_talk(clause)
            known = scene.round_company if rounds else scene.main if found is not None or clause.subject is None else ""
            return Referent(known, "organization", 0.6) if known else None
        return found
    return None


def _mere_talk(clause: Clause) -> bool:
    return any(p.head.lower in _TALK for p in (*clause.objects, *([clause.subject] if clause.subject else [])))


_TALK = frozenset("talk talks rumour rumours rumor rumors plan plans speculation discussion discussions".split())
_GIVING = frozenset("give hand grant earn put assign ascribe".split())


def _is_person(sentence: Sentence, subject: Phrase) -> bool:
    head = subject.head
    return head.lower in ("he", "she", "who") or (head.is_a("person"))


def _persons_firm(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "Ines, who employs 12 people at her bakery, Pão Alto": the firm that the clause names."""
    places = [*clause.phrases, *(a for p in clause.objects for a in p.attached)]
    for phrase in places:
        if phrase.prep in ("at", "in", "for", "through") and phrase.head.tag in ("NAME", "NOUN"):
            for member in (phrase, *phrase.appositions):
                if member.head.tag == "NAME" and (found := sentence.resolve(member, "organization")) is not None:
                    return found
    return None


def _part(sentence: Sentence, phrase: Phrase, anchor: Anchor) -> Referent | None:
    """ "Its engineering department numbers 140": the department's organization, with the department for a scope."""
    if phrase.head.tag != "NOUN" or phrase.head.lower not in _PARTS or not (words := phrase.atoms[:-1]):
        return None
    if any(a.tag in ("NAME", "QTY") for a in words):
        return None
    called = next((p for p in phrase.appositions if p.head.is_a("organization")), None)
    if called is not None:
        return sentence.resolve(called, "organization")  # "its research arm, Anvil Labs, employs 185"
    return _owned_part(sentence, phrase, anchor)


def _place_of_work(sentence: Sentence, phrase: Phrase, anchor: Anchor) -> Referent | None:
    """ "The office has 41 people in it": of whoever is talked of, in that part."""
    alone = phrase.det == "the" and len(phrase.atoms) == 1 and phrase.head.lower in _ROOMS
    owner = _talked_about(sentence) if alone else None
    anchor.scope = anchor.scope or (phrase.head.lower if owner is not None else "")
    return owner


_ROOMS = frozenset(
    "office kitchen workshop warehouse newsroom canteen laundry bakery cellar backroom back-office".split()
)


def _owned_part(sentence: Sentence, phrase: Phrase, anchor: Anchor) -> Referent | None:
    owner = owner_of(phrase, sentence.scene, sentence.before(phrase))
    if owner is None:
        within = next((a for a in phrase.attached if a.prep in ("of", "at")), None)
        owner = sentence.resolve(within, "organization") if within is not None else None
    if owner is None and phrase.det == "the":
        owner = _talked_about(sentence)
    if owner is not None and phrase.head.lower in _PARTS and not anchor.scope:
        anchor.scope = sentence.passage.text(phrase.atoms[0].first, phrase.atoms[-1].last)
    return owner


def _other_subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    clause, phrase = anchor.clause, anchor.phrase
    if prop.subject == "person":
        if phrase.owner is not None:
            return sentence.resolve(phrase.owner, "person")
        if phrase.poss:
            return pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
        led = clause is not None and clause.subject is not None and clause.subject is not phrase
        return sentence.resolve(clause.subject, "person") if led and clause and clause.subject else None
    if own.is_own(prop.subject):
        return _own_subject(sentence, prop, anchor)
    from checker.claims.things import current, thing

    if any(atom.lower in _YEARLY for atom in phrase.atoms):
        return None  # a body's budget is no work's cost
    candidates = [*([phrase.owner] if phrase.owner is not None else []), *phrase.attached]
    if clause is not None and phrase.prep == "at":
        candidates += clause.objects[:1]  # "switched on the wind farm at a cost of €3m"
    if clause is not None and clause.subject is not None:
        candidates.append(clause.subject)
    found = next((found for found in (thing(sentence, c) for c in candidates) if found is not None), None)
    bare = phrase.det in ("the", "") and not phrase.poss and phrase.owner is None
    return found or (current(sentence) if bare else None)


_YEARLY = frozenset("annual yearly operating running monthly".split())


def _own_subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    """The thing of a pack's own type: the owner of the noun, what "of" gives, the clause's subject, the talk's."""
    owner, clause = anchor.phrase.owner, anchor.clause
    if owner is None and anchor.phrase.poss == "its":
        return own.talked_of(sentence.scene, prop.subject)
    behind = [p for p in anchor.phrase.attached if p is not anchor.amount and p.prep in ("of", "for", "at", "in")]
    said = [clause.subject] if clause is not None and clause.subject is not None else []
    for candidate in (*([owner] if owner is not None else []), *behind, *said):
        found = own.own(sentence, candidate, prop.subject) if candidate is not anchor.phrase else None
        if found is not None:
            return found
    return own.talked_of(sentence.scene, prop.subject) if anchor.phrase in said else None
