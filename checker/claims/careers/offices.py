"""Titles that clauses give: "was elected treasurer and then president of X", "at X she rose from clerk to director"."""

from __future__ import annotations

from checker.claims.careers import posts, workplaces
from checker.claims.discourse.scene import Referent, named
from checker.claims.draft import Draft
from checker.claims.patterns import Binding
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause
from checker.model import Modality, Value
from checker.passages import Mention


def read(
    sentence: Sentence,
    clause: Clause,
    bound: Binding,
    where: Referent | None,
    people: list[Referent],
    status: str,
    how: Modality,
    rule: str,
) -> list[Draft]:
    """The titles in the phrase that a slot took and in those beside it; ``where`` is the clause's organization."""
    drafts: list[Draft] = []
    if status == "current" and _long_ago(sentence, clause):
        status = "former"  # "joined in 1966 as a draughtsman": who knows what became of it
    for phrase in _beside(clause, bound.phrase):
        first = phrase.atoms[0]
        if phrase is not bound.phrase and first.tag == "NAME" and first.name is not None and named(first, "person"):
            people = [Referent(first.name.full or first.name.text, "person")]  # "A was chairman and B treasurer"
        for place, atom in enumerate(phrase.atoms):
            if atom.tag != "TITLE" or any(a.tag == "NAME" and a.is_a("person") for a in phrase.atoms[place + 1 :]):
                continue
            worded = posts.status_of_words(phrase, place)
            if _after_years(sentence, phrase):  # held, whatever comes of it
                status, how = ("current" if how == "predicted" else "former"), "asserted"
            for person in people:
                then = "former" if status == "current" and _outgrown(sentence, clause, atom, person) else status
                organization = _left_to_another(sentence, atom, rule) or (
                    _said(sentence, clause, phrase, place, bound)
                    or where
                    or _at(sentence, clause, bound.phrase)
                    or _at_parent(sentence, clause, bound.phrase)
                    or _appointer(sentence, clause)
                    or _there(sentence, clause)
                    or _asked_of(sentence, clause, person)
                    or (
                        None
                        if _may_be_elsewhere(sentence, clause, phrase, place, person)
                        else workplaces.organization_of(sentence, phrase, place, person.name, clause.lemma in _TAKEN)
                    )
                    or _where_employed(sentence, clause, phrase, person)
                )
                drafts += posts.claim(
                    sentence, person, atom, organization, worded if worded == "former" else then, how, rule
                )
    return drafts


_NAMED = frozenset("appoint elect name nominate install become".split())


def _may_be_elsewhere(sentence: Sentence, clause: Clause, phrase: Phrase, place: int, person: Referent) -> bool:
    """ "X's A becomes deputy chief", "A, head of sales at X, has been named chief executive": of whom the text is not
    about, it may be the post of another body."""
    scene, subject = sentence.scene, clause.subject
    if clause.lemma not in _NAMED or workplaces.said_organization(sentence, phrase, place) is not None:
        return False
    known = scene.employers.get(person.name, "")
    owned = subject.owner if subject is not None and subject.head.tag == "NAME" else None
    if owned is not None and sentence.resolve(owned, "organization") is not None:
        return True
    taken = clause.verb.passive or clause.lemma == "become"
    title = phrase.atoms[place].lower
    beside = any(p.of("TITLE") for p in subject.appositions) if subject is not None else False
    beside = beside or sentence.passage.block.kind == "heading"
    beside = beside or any(
        (p.person, p.organization) == (person.name, known) and p.title.casefold() != title for p in scene.posts
    )
    return taken and beside and bool(known and scene.main and known != scene.main)


def _asked_of(sentence: Sentence, clause: Clause, person: Referent) -> Referent | None:
    """ "And then X, where you ran the programme?" "I was deputy head of programming": at the body asked about."""
    scene = sentence.scene
    own = person.name == (scene.speaker or scene.interviewee) and clause.verb.tense in ("past", "pluperfect")
    return Referent(scene.raised, "organization", 0.75) if own and scene.raised else None


_HIRES = frozenset("hire recruit appoint take_on promote make poach bring_in".split())
_TAKEN = frozenset(
    (
        "appoint elect re-elect reappoint nominate install co-opt join rejoin start start_out begin hire recruit "
        "take_on employ engage"
    ).split()
)
_LONG = 4  # years


def _long_ago(sentence: Sentence, clause: Clause) -> bool:
    published = (sentence.scene.page.source.published or "")[:4]
    if clause.verb.tense not in ("past", "pluperfect") or not published.isdigit():
        return False
    dates = [a.mention.value.edtf or "" for p in clause.dates for a in p.of("DATE") if a.mention and a.mention.value]
    return any(d[:4].isdigit() and int(d[:4]) <= int(published) - _LONG for d in dates)


def _outgrown(sentence: Sentence, clause: Clause, atom: Atom, person: Referent) -> bool:
    """ "She joined the firm as a lab assistant", of whom another post was read before: a beginning, and over."""
    if clause.lemma not in _BEGINS or clause.verb.tense not in ("past", "pluperfect"):
        return False
    return any(
        p.person == person.name and p.status == "current" and p.title.casefold() != atom.lower
        for p in sentence.scene.posts
    )


_BEGINS = frozenset("join rejoin start start_out begin come arrive hire recruit take_on".split())


def _left_to_another(sentence: Sentence, atom: Atom, rule: str) -> Referent | None:
    """Where the successor's post is, that of the predecessor was: both are of one sentence."""
    posts_read = sentence.scene.posts
    if rule != "replacing" or not posts_read or posts_read[-1].title.casefold() != atom.lower:
        return None
    return Referent(posts_read[-1].organization, "organization", 0.85)


def _beside(clause: Clause, phrase: Phrase) -> list[Phrase]:
    """The phrase, those joined to it, and others behind the same preposition: "first as clerk, later as manager"."""
    found = list(phrase.heads())
    if phrase.prep == "as":
        found += [p for p in clause.phrases if p.prep == "as" and p.of("TITLE") and p not in found]
    return found


def _said(sentence: Sentence, clause: Clause, phrase: Phrase, place: int, bound: Binding) -> Referent | None:
    """What stands beside the title, or beside the last of a row of titles: "clerk, manager and director of X"."""
    found = workplaces.said_organization(sentence, phrase, place)
    heads = bound.phrase.heads()
    if found is None and phrase in heads and not workplaces.blocked(phrase):
        for other in [*heads[heads.index(phrase) + 1 :], bound.phrase]:
            places = [k for k, atom in enumerate(other.atoms) if atom.tag == "TITLE"]
            if other is not phrase and places and not any(named(a, "person") for a in other.of("NAME")):
                found = found or workplaces.said_organization(sentence, other, places[-1])
    if found is None and clause.where is not None:
        found = sentence.resolve(clause.where, "organization")
    return found


def _after_years(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Will leave after 12 years as chief executive": the title is not what is left, but what was held."""
    before = sentence.chunks[phrase.start - 1] if 0 < phrase.start < len(sentence.chunks) else None
    return (
        phrase.prep == "as"
        and isinstance(before, Phrase)
        and before.prep in ("after", "following")
        and before.head.lower in ("year", "years", "decade", "decades", "months", "spell", "stint")
    )


def _where_employed(sentence: Sentence, clause: Clause, title: Phrase, person: Referent) -> Referent | None:
    """ "He works as an engineer", "was promoted from pilot": where he is known to work."""
    known = sentence.scene.employers.get(person.name, "")
    plain = not (title.det or title.poss or title.owner or workplaces.blocked(title) or title.prep == "of")
    if known and clause.lemma in ("be", "become") and plain:
        return Referent(known, "organization", 0.65)
    works = clause.lemma == "work" and clause.verb.tense == "present"
    if known and (works or clause.lemma in _RISES) and not workplaces.blocked(title):
        return Referent(known, "organization", 0.7)
    return None


_RISES = frozenset("promote rise advance progress climb step_up move elevate graduate ascend".split())


def _at(sentence: Sentence, clause: Clause, title: Phrase) -> Referent | None:
    """Where the clause itself is set: "at Ketting Kabel she had been COO", "named to the Group's board as …"."""
    for phrase in clause.phrases:
        if phrase is title or (title.attached and phrase in title.attached) or _past(clause, phrase):
            continue
        served = phrase.prep == "for" and clause.lemma in ("work", "serve", "play")
        if (phrase.prep in ("at", "with") or served) and (
            found := sentence.resolve(phrase, "organization")
        ) is not None:
            return found
        if phrase.prep == "to" and phrase.owner is not None:
            return sentence.resolve(phrase.owner, "organization")
    return None


def _past(clause: Clause, phrase: Phrase) -> bool:
    """ "Rejoins as head after four years at Y": where somebody was before."""
    return any(phrase in p.attached for p in clause.phrases if p.prep in ("after", "following", "from", "before"))


def _at_parent(sentence: Sentence, clause: Clause, title: Phrase) -> Referent | None:
    """ "She was at X from 2003, rising to head of credit": a participle goes on where the clause above is set."""
    above = clause.parent
    if clause.verb.form != "ing" or above is None:
        return None
    return _at(sentence, above, title) or next(
        (r for p in above.objects if (r := sentence.resolve(p, "organization")) is not None), None
    )


def _there(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "She arrived there in 1959 as a staff nurse": at the place that was spoken of."""
    near = sentence.chunks[clause.verb.start + 1 : clause.verb.start + 2]
    there = any((c.head if isinstance(c, Phrase) else c).lower == "there" for c in near if not isinstance(c, VerbGroup))
    topic = sentence.scene.topic
    return Referent(topic, "organization", 0.7) if there and topic else None


def _appointer(sentence: Sentence, clause: Clause) -> Referent | None:
    """ "The trustees have appointed A to be treasurer": the body that appoints."""
    if clause.lemma in _HIRES and not clause.verb.passive and clause.subject is not None:
        chief = sentence.resolve(clause.subject, "person")  # "Duarte hired me as a guide"
        known = sentence.scene.employers.get(chief.name, "") if chief is not None else ""
        return Referent(known, "organization", 0.7) if known else None
    above = clause.parent
    if clause.verb.form != "infinitive" or above is None or above.verb.passive or above.subject is None:
        return None
    return sentence.resolve(above.subject, "organization")


def constant(
    sentence: Sentence,
    clause: Clause,
    title: str,
    organization: Referent | None,
    people: list[Referent],
    status: str,
    how: Modality,
    rule: str,
) -> list[Draft]:
    """A title that the verb itself says: "chairs the council"."""
    if organization is None:
        return []
    verb = clause.verb.atoms[-1]
    mention = Mention("title", verb.first, verb.last, Value("title", title))
    atom = Atom("TITLE", title, verb.first, verb.last, mention=mention)
    return [
        draft for person in people for draft in posts.claim(sentence, person, atom, organization, status, how, rule)
    ]
