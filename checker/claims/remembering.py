"""What the scene keeps of a sentence that was read: who and what it named, described and was about."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from checker.claims.atoms import Atom
from checker.claims.chunks import Chunk, Phrase
from checker.claims.clauses import Clause
from checker.claims.descriptions import describes
from checker.claims.draft import Draft
from checker.claims.posts import status_of_words
from checker.claims.references import owner_of
from checker.claims.scene import Referent, Scene, named
from checker.claims.sentence import Sentence
from checker.claims.things import PARTS, thing
from checker.passages import Name


def remember(sentence: Sentence) -> None:
    """After a sentence: who and what it was about."""
    scene = sentence.scene
    scene.unmentioned += 1
    brought_up = _brought_up(sentence)
    if not _TELLING.isdisjoint(sentence.tags):
        learn(sentence.chunks, scene, "")
    address(sentence, scene)
    _introduce(sentence)
    scene.date = _year_set(sentence) or scene.date
    scene.persons = _persons(sentence) or scene.persons
    scene.rivals = _rivals(sentence)
    _together(sentence)
    _belong(sentence)
    _agents(sentence)
    person = _cleft(sentence)
    organization = ""
    for clause in sorted(sentence.told(), key=lambda c: c.subjunct in _AT_TIMES):
        if clause.subject is None:
            continue
        if clause.subject.head.lower in ("i", "we") or _relative_of(clause.subject, scene):
            continue
        if (
            not person
            and (found := sentence.resolve(clause.subject, "person")) is not None
            and clause.subject.head.tag != "TITLE"
        ):
            person = found.name
        elif (
            not organization
            and (found := sentence.resolve(clause.subject, "organization")) is not None
            and found.sure >= 0.65
        ):
            organization = found.name
    organization = _set_up(sentence) or organization or brought_up or _owning(sentence)
    for clause in sentence.clauses:
        if clause.lemma == "be" and clause.subject is not None and clause.objects:
            define(clause.subject, clause.objects[0], scene)
    people = sentence.named("person")
    if not person:
        first = next(
            (
                c
                for c in (sentence.chunks if people else ())
                if isinstance(c, Phrase)
                and not c.prep
                and c.head.name is not None
                and c.head.name.kind == "person"
                and not c.object_of
                and not _relative_of(c, scene)
            ),
            None,
        ) or _of_event(sentence)
        person = first.head.name.full if first is not None and first.head.name is not None else ""
    if people and not person:
        kin = {id(a) for p in sentence.phrases() if _relative_of(p, scene) for a in p.atoms}
        named = {name.full for atom, name in people if name.full and id(atom) not in kin}
        person = named.pop() if len(named) == 1 else ""  # "the company named A as its CFO. …, she"
    if people and not person and sentence.passage.tokens[sentence.last - 1].text == "?":
        asked = [name.full for _, name in people if name.full]
        person = asked[-1] if asked else ""
    about = _matter(sentence, next((clause.subject for clause in sentence.told()), None))
    scene.matter, scene.matters = (about.name, about.kind) if about is not None else ("", "")
    scene.subject, scene.idle = (person, 0) if person else (scene.subject, scene.idle + 1)
    scene.fresh = bool(organization)
    kept = any(p.head.lower in ("it", "them") for c in sentence.clauses for p in c.objects)
    bodies = sentence.named("organization")
    if bodies and not organization and not kept:
        denied = {
            id(p) for c in sentence.clauses if c.verb.negated and c.lemma != "be" for p in (*c.objects, *c.phrases)
        }
        aside = {
            id(a)
            for p in sentence.phrases()
            if p.of("NAME") and (p.prep in _ASIDE or id(p) in denied or _past(sentence, p))
            for a in p.atoms
        }
        aside |= {
            id(a) for c in sentence.clauses if c.lemma in _STUDYING for p in (*c.phrases, *c.objects) for a in p.atoms
        }
        only = {name.full or name.text for atom, name in bodies if id(atom) not in aside}
        organization = next(iter(only)) if len(only) == 1 else _joined(sentence) if person else ""
    if organization:
        scene.topic, scene.topic_age = organization, 0
        if scene.chapter is not None:
            scene.chapter[organization] = scene.chapter.get(organization, 0) + scene.fresh
    scene.several = _several(sentence)
    scene.unnamed = not organization and any(_nameless(phrase, scene) for phrase in sentence.phrases())


def play(drafts: list[Draft], scene: Scene) -> None:
    """After the claims of a sentence: who is "the buyer", "the target", "the lead investor" from now on."""
    for draft in drafts:
        if draft.attribute == "acquired_by":
            scene.roles.update(dict.fromkeys(("target", "unit", "subsidiary"), draft.subject))
            scene.roles.update(dict.fromkeys(_BUYERS, draft.value.text))
        elif draft.attribute == "lead_investor":
            scene.roles.update(dict.fromkeys(("lead investor", "investor", "backer"), draft.value.text))
        elif draft.attribute == "founder" and draft.value.kind == "person":
            scene.ventures[draft.value.text] = draft.subject


def _introduce(sentence: Sentence) -> None:
    """ "My name is Viktor Lenz": who says "I" from now on, where nobody else is known to speak."""
    scene = sentence.scene
    for clause in sentence.clauses:
        subject, named = clause.subject, clause.objects[0].head if clause.objects else None
        own = subject is not None and (
            subject.head.lower == "i" or (subject.poss == "my" and subject.head.lower == "name")
        )
        if own and clause.lemma == "be" and named is not None and named.tag == "NAME" and not clause.quoted:
            name = named.name
            if name is not None and name.kind == "person" and name.full and not scene.speaker:
                scene.narrator = name.full


_SETTING_UP = frozenset("found set_up establish start create co-found cofound form incorporate start_up".split())


def _set_up(sentence: Sentence) -> str:
    """What somebody set up, which is talked of next: "Danmar set up Danmar Robotics. It …"."""
    for clause in sentence.told():
        done = clause.lemma in _SETTING_UP and not clause.verb.passive and not clause.verb.negated
        body = clause.objects[0].head.name if done and clause.objects else None
        if body is not None and body.kind == "organization" and not clause.subjunct and not clause.quoted:
            return body.full or body.text
    return ""


def _year_set(sentence: Sentence) -> str:
    """ "It was 2018, a hotel bar": the year in which what follows happened."""
    for clause in sentence.clauses:
        if clause.lemma == "be" and clause.subject is not None and clause.subject.head.lower == "it":
            text = "".join(sentence.passage.text(p.atoms[0].first, p.atoms[-1].last) for p in clause.objects[:1])
            if len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20"):
                return text
    return ""


def _relative_of(phrase: Phrase, scene: Scene) -> bool:
    """ "His wife, Araxie, died before him": he is still the one that is talked about."""
    nouns = scene.words.words["kin_nouns"] | _SECONDS
    beside = [phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]
    return any(p.poss in ("his", "her") and any(a.lower in nouns for a in p.atoms) for p in beside)


_SECONDS = frozenset("deputy assistant secretary driver biographer pupil student apprentice carer nurse".split())
_AT_TIMES = frozenset("when after before while until once".split())


def _cleft(sentence: Sentence) -> str:
    """ "When B left, it was A who succeeded him": A is talked about."""
    for clause in sentence.clauses:
        it = clause.lemma == "be" and clause.subject is not None and clause.subject.head.lower == "it"
        if it and clause.objects and any(c.relative and c.subject is clause.objects[0] for c in sentence.clauses):
            found = sentence.resolve(clause.objects[0], "person")
            return found.name if found is not None else ""
    return ""


def _of_event(sentence: Sentence) -> Phrase | None:
    """ "The departure of A was noted": the person whose departure is the subject."""
    nouns = sentence.scene.words.words["person_belongings"]
    for clause in sentence.clauses:
        subject = clause.subject
        if subject is not None and subject.head.lower in nouns:
            whose = [p for p in (subject.owner, *subject.attached) if p is not None]
            return next((p for p in whose if p.prep in ("", "of") and named(p.head, "person")), None)
    return None


_BUYERS = ("buyer", "acquirer", "purchaser", "bidder", "suitor", "parent", "owner")
_BELONGINGS = frozenset("part unit subsidiary division arm imprint brand property member".split())


_WHOLES = frozenset(("parent", "owner"))
_KINSHIP = _BELONGINGS | _WHOLES


def _belong(sentence: Sentence) -> None:
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


def _agents(sentence: Sentence) -> None:
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


def _together(sentence: Sentence) -> None:
    """Two that are named together are "the former" and "the latter", and two people as the subject are "they"."""
    scene = sentence.scene
    for phrase in sentence.phrases():
        if not phrase.joined:
            continue
        both = [p.head.name for p in phrase.heads() if p.head.tag == "NAME"]
        named = [(n.full, n.kind) for n in both if n is not None and n.full and n.kind in ("person", "organization")]
        if len(both) == len(named) == 2 and named[0][1] == named[1][1]:
            scene.pair = named
    subjects = [c.subject for c in sentence.told() if c.subject is not None]
    if not subjects:
        return
    whole = [p for p in (subjects[0], *subjects[0].appositions) if len(p.heads()) > 1]
    people = [
        n for p in whole[:1] for h in p.heads() if (n := h.head.name) is not None and n.kind == "person" and n.full
    ]
    if len(people) > 1:
        scene.couple = [n.full for n in people]
    elif subjects[0].head.tag == "NAME" or subjects[0].head.lower in ("he", "she", "it"):
        scene.couple = []


def _matter(sentence: Sentence, main: Phrase | None) -> Referent | None:
    """The product, project or event that the sentence was about: its subject's, else its first object's."""
    if main is None and sentence.passage.tokens[sentence.last - 1].text == "?":
        asked = [p for p in sentence.phrases() if p.head.tag == "NAME" and not p.prep]
        return next((found for p in asked if (found := thing(sentence, p)) is not None), None)
    if main is None:
        return None
    objects = [p for c in sentence.clauses if c.subject is main for p in c.objects]
    meant = [(p, one) for p in (main, *objects) if (one := thing(sentence, p)) is not None]
    works = [one for p, one in meant if p.head.name is None or p.head.name.kind != "organization"]
    return works[0] if works else meant[0][1] if meant else None


def _brought_up(sentence: Sentence) -> str:
    """ "Then there is Cudwell": what a sentence does nothing but bring up. And, for "the firm" of the next, who is
    described when first named: "… of Cudwell, a maker of grazing software"."""
    scene = sentence.scene
    fresh = [
        p.head.name
        for p in sentence.phrases()
        if p.head.tag == "NAME" and p.head.name is not None and p.head.name.kind == "organization"
    ]
    if not fresh:
        scene.alone = scene.introduced = ""
        return ""
    bodies = {name.full or name.text for name in fresh}
    scene.just = list(dict.fromkeys(name.full or name.text for name in fresh))
    scene.alone = next(iter(bodies)) if len(bodies) == 1 else ""
    scene.introduced = next(
        (
            p.head.name.full
            for p in sentence.phrases()
            if p.head.name in fresh
            and p.head.name is not None
            and p.head.name.full not in scene.organizations
            and (p.prep or p.object_of)
            and any(a.det in ("a", "an") and describes(a.head, scene.words) for a in p.appositions)
        ),
        "",
    )
    main = sentence.clauses[0] if len(sentence.clauses) == 1 else None
    there = (
        main is not None
        and main.lemma == "be"
        and len(fresh) == 1
        and any(a.lower == "there" for a in sentence.atoms[:3])
    )
    return fresh[0].full if there else _inverted(sentence)


_STANDING = frozenset("be come stand sit lie follow".split())


def _inverted(sentence: Sentence) -> str:
    """ "Not on its books is Cudwell", "Next door stands Cudwell": whom a clause turned round brings up."""
    first = next((c for c in sentence.clauses if not c.relative and not c.quoted), None)
    if first is None or first.subject is not None or first.lemma not in _STANDING or not first.objects:
        return ""
    name = first.objects[0].head.name
    before = any(isinstance(item, Phrase) and item.prep for item in sentence.chunks[: first.verb.start])
    return name.full if before and name is not None and name.kind == "organization" else ""


def _owning(sentence: Sentence) -> str:
    """ "Ardvane's teams have …": whose the subject is."""
    for clause in sentence.clauses:
        if clause.subject is None or clause.relative or clause.verb.form != "finite":
            continue
        owner = clause.subject.owner
        if owner is not None and owner.head.name is not None and owner.head.name.kind == "organization":
            return owner.head.name.full or owner.head.name.text
        return ""
    return ""


def _joined(sentence: Sentence) -> str:
    """ "She studied at A and joined B": of several organizations in a person's sentence the one object of a verb."""
    found = {
        p.head.name.full
        for c in sentence.clauses
        for p in c.objects
        if not (c.verb.negated and c.lemma != "be")
        and p.head.tag == "NAME"
        and p.head.name is not None
        and p.head.name.kind == "organization"
    }
    return next(iter(found)) if len(found) == 1 else ""


def _nameless(phrase: Phrase, scene: Scene) -> bool:
    """ "a council of five people": a body that is brought up and not named."""
    head = phrase.head
    return (
        phrase.det in ("a", "an", "another")
        and head.tag == "NOUN"
        and describes(head, scene.words)
        and not phrase.appositions
        and phrase.apposed_to is None
    )


def _persons(sentence: Sentence) -> list[str]:
    """The people that the sentence names, in order."""
    return list(dict.fromkeys(name.full for _, name in sentence.named("person") if name.full))


def _rivals(sentence: Sentence) -> list[str]:
    """The people of whom the main clauses are, where they are of more than one: who "she" is is open then."""
    subjects = [
        c.subject
        for c in sentence.clauses
        if c.subject is not None and c.verb.form == "finite" and not (c.relative or c.subjunct or c.quoted)
    ]
    names = [p.head.name for p in subjects if p.head.tag == "NAME" and not p.joined]
    found = list(dict.fromkeys(n.full for n in names if n is not None and n.kind == "person" and n.full))
    return found if len(found) > 1 else []


def _several(sentence: Sentence) -> bool:
    """Whether the sentence was about two bodies together: "the company" is then neither."""
    subjects = [c.subject for c in sentence.clauses if c.subject is not None and not c.relative]
    heads = [p.head.name for s in subjects[:1] for p in s.heads() if p.head.tag == "NAME"]
    return len(heads) > 1 and all(name is not None and name.kind in ("organization", "") for name in heads)


_STUDYING = frozenset("study graduate train read qualify attend educate teach earn matriculate lecture".split())
_ASIDE = frozenset("by against beside alongside like than unlike".split())


def _past(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase says where somebody was: "formerly director of programmes at the Open Ledger Trust"."""
    return any(
        phrase in post.attached
        and (
            post.adverb in ("formerly", "previously", "once") or status_of_words(post, len(post.atoms) - 1) == "former"
        )
        for post in sentence.phrases()
        if post.head.tag == "TITLE"
    )


def define(subject: Phrase, complement: Phrase, scene: Scene) -> None:
    """ "Open Larder is a British charity": from now on "the charity" is that one."""
    name = subject.head.name
    if (
        name is not None
        and name.kind == "organization"
        and complement.det in ("a", "an")
        and describes(complement.head, scene.words)
    ):
        scene.descriptions[complement.head.lower] = name.full or name.text


_ADDRESS = {
    **dict.fromkeys("ms mrs miss mme mlle frau señora signora dame lady madam dna smt sister baroness".split(), "f"),
    **dict.fromkeys("mr sir lord herr señor signor monsieur don thiru shri brother baron father".split(), "m"),
}


_KIN = {
    **dict.fromkeys(
        "wife widow mother daughter sister niece aunt grandmother granddaughter girlfriend stepmother".split(),
        "f",
    ),
    **dict.fromkeys(
        "husband widower father son brother nephew uncle grandfather grandson boyfriend stepfather stepson".split(), "m"
    ),
}


def address(sentence: Sentence, scene: Scene) -> None:
    """ "Ms Honor Blackett": how people are addressed says whether they are he or she."""
    atoms = sentence.atoms
    for first, second in itertools.pairwise(atoms) if "HON" in sentence.tags else ():
        gender = _ADDRESS.get(first.lower.rstrip(".")) if first.tag == "HON" else None
        if gender and second.name is not None and second.name.kind == "person" and second.name.full:
            scene.genders.setdefault(second.name.full, gender)
    for k, kin in enumerate(atoms[:-1]) if not _KIN.keys().isdisjoint(sentence.words) else ():
        related = _KIN.get(kin.lower)
        behind = atoms[k + 1 : k + 3]
        whom = behind[0] if behind[0].tag == "NAME" else behind[-1] if behind[0].tag in ("COMMA", "DASH") else kin
        if related and whom.name is not None and whom.name.kind != "organization":
            scene.genders[whom.name.full or whom.name.text] = related
    for name, bracket, word in zip(atoms, atoms[1:], atoms[2:], strict=False) if "OPEN" in sentence.tags else ():
        gender = {"they": "t", "she": "f", "he": "m"}.get(word.lower) if bracket.tag == "OPEN" else None
        if gender and name.name is not None and name.name.kind == "person" and name.name.full:
            scene.genders[name.name.full] = gender  # "Sam Okoro (they/them)"


_TELLING = frozenset(("NAME", "DATE", "ROUND"))  # of what ``learn`` keeps something


def learn(chunks: list[Chunk], scene: Scene, passage_text: str) -> None:
    """After a sentence: who was named, who was its subject, how organizations were described."""
    for item in chunks:
        if isinstance(item, Phrase):
            _learn_phrase(item, scene)


def _learn_phrase(phrase: Phrase, scene: Scene) -> None:
    lists = scene.words.words
    if phrase.owner is not None:
        _learn_phrase(phrase.owner, scene)
    names = [atom.name for atom in phrase.atoms if atom.tag == "NAME" and atom.name is not None]
    for name in names:
        if name.kind and name.full:
            scene.mention(name.full, name.kind)
    head = phrase.head
    if names:
        _learn_thing(phrase, names, scene)
    if head.tag == "NAME" and head.name is not None and head.name.kind == "organization":
        before = phrase.atoms[-2] if len(phrase.atoms) > 1 else None
        if before is not None and before.lower in lists["organization_descriptors"]:
            _describe(before.lower, phrase.atoms[:-2], head.name, scene)
        for apposed in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
            if apposed.head.lower in lists["organization_descriptors"]:
                _describe(apposed.head.lower, apposed.atoms[:-1], head.name, scene)
    for atom in phrase.atoms:
        value = atom.mention.value if atom.mention is not None else None
        if value is None:
            continue
        if atom.tag == "DATE" and value.edtf:
            scene.date = value.edtf
            scene.day = scene.date if len(scene.date) == 10 else scene.day
        elif atom.tag == "ROUND":
            scene.round = value.text
    for inner in phrase.parens:
        learn(inner, scene, "")
        only = inner[0] if len(inner) == 1 else None
        if (
            isinstance(only, Phrase)
            and only.det == "the"
            and head.name is not None
            and head.name.kind == "organization"
            and describes(only.head, scene.words)
        ):
            scene.descriptions[only.head.lower] = head.name.full or head.name.text


def _learn_thing(phrase: Phrase, named: list[Name], scene: Scene) -> None:
    """ "Salitre One, the €420m plant", "the Salitre One plant": from now on "the plant" can be that one."""
    names = [name for name in named if name.kind in ("product", "project", "event")]
    if not names:
        return
    name = names[-1].full or names[-1].text
    scene.kinds[name] = names[-1].kind
    beside = [p.head for p in (*phrase.appositions, phrase.apposed_to) if p is not None]
    nouns = {a.lower for a in (phrase.head, *beside) if a.tag == "NOUN" and a.lower not in PARTS}
    scene.works.setdefault(name, set()).update(nouns)


_OTHERS = frozenset("different separate another other rival unrelated sister former new second".split())


def _describe(noun: str, modifiers: list[Atom], name: Name, scene: Scene) -> None:
    target = name.full or name.text
    if any(atom.lower in _OTHERS for atom in modifiers):
        return
    scene.descriptions.setdefault(noun, target)
    for atom in modifiers:
        if atom.tag in ("NOUN", "ADJ"):
            scene.descriptions.setdefault(f"{atom.lower} {noun}", target)
