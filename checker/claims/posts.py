"""Who holds which post where, as noun phrases say it: "its finance chief, A", "X chairman B", "C, a former director of
D"."""

from __future__ import annotations

from checker.claims.atoms import Atom
from checker.claims.chunks import Mark, Phrase
from checker.claims.clauses import Clause
from checker.claims.draft import Draft
from checker.claims.modality import status_of_verb
from checker.claims.scene import Post, Referent, named, owner_of
from checker.claims.sentence import Sentence
from checker.model import Modality, Value

ENOUGH = 0.5  # below this an inferred organization is not said
_PRESS = frozenset("correspondent reporter columnist journalist editor writer photographer".split())
_FORMER = frozenset(
    "former ex then once previous late erstwhile onetime one-time sometime retired ousted departed".split()
)
_INCOMING = frozenset("incoming designate elect next future prospective".split())


def read(sentence: Sentence) -> list[Draft]:
    """The titles, and the employers they imply, that phrases of the sentence give to people."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        drafts += _formerly(sentence, phrase)
        for place, atom in enumerate(phrase.atoms):
            if atom.tag == "TITLE" and atom.mention is not None:
                drafts += _read_title(sentence, phrase, place, atom)
    for clause in sentence.clauses:
        drafts += _turned(sentence, clause)
    return drafts + _fronted(sentence)


def _fronted(sentence: Sentence) -> list[Draft]:
    """ "Formerly chief of X, he walked in": a title before the comma, its holder the subject behind it."""
    chunks = sentence.chunks
    start = next((i for i, c in enumerate(chunks) if isinstance(c, Phrase)), None)
    if start is None or start > 2:
        return []
    phrase = chunks[start]
    assert isinstance(phrase, Phrase)
    end = start + 1
    while end < len(chunks) and isinstance(item := chunks[end], Phrase) and item.prep:
        end += 1
    if (
        phrase.prep
        or phrase.head.tag != "TITLE"
        or phrase.appositions
        or phrase.apposed_to is not None
        or end + 1 >= len(chunks)
    ):
        return []
    mark, holder = chunks[end], chunks[end + 1]
    if not (isinstance(mark, Mark) and mark.tag == "COMMA" and isinstance(holder, Phrase)) or not any(
        c.subject is holder for c in sentence.clauses
    ):
        return []
    if not ((holder.head.tag == "NAME" and named(holder.head, "person")) or holder.head.lower in ("he", "she")):
        return []
    person = sentence.resolve(holder, "person")
    if person is None:
        return []
    before = chunks[start - 1] if start else None
    past = isinstance(before, Mark) and before.lower in (
        "formerly",
        "previously",
        "once",
        "recently",
        "originally",
        "lately",
    )
    place = len(phrase.atoms) - 1
    status = "former" if past else status_of_words(phrase, place) or "current"
    return claim(
        sentence,
        person,
        phrase.head,
        organization_of(sentence, phrase, place, person.name),
        status,
        "asserted",
        "title before the comma",
    )


def _turned(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "Its managing partner is A": the title is the subject, the person the complement."""
    subject = clause.subject
    if (
        clause.lemma not in ("be", "become", "remain")
        or subject is None
        or subject.head.tag != "TITLE"
        or not clause.objects
    ):
        return []
    person = clause.objects[0]
    if person.head.tag != "NAME" or not named(person.head, "person") or subject.appositions:
        return []
    found, how = sentence.resolve(person, "person"), sentence.modality(clause)
    if found is None or how is None:
        return []
    place = len(subject.atoms) - 1
    organization = organization_of(sentence, subject, place, found.name)
    return claim(
        sentence,
        found,
        subject.head,
        organization,
        status_of_words(subject, place) or status_of_verb(clause, how),
        how,
        "title is person",
    )


def _formerly(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "A, formerly of the Bank of Wexford": a past employer without a title."""
    chunks, i = sentence.chunks, phrase.start
    if i + 3 >= len(chunks) or chunks[i] is not phrase or phrase.head.name is None or phrase.head.name.kind != "person":
        return []
    mark, adverb, place = chunks[i + 1 : i + 4]
    if not (
        isinstance(mark, Mark)
        and mark.tag == "COMMA"
        and isinstance(adverb, Mark)
        and adverb.lower in ("formerly", "previously", "late", "lately", "ex", "once")
    ):
        return []
    if not isinstance(place, Phrase) or place.prep not in ("of", "at", "with"):
        return []
    person, organization = sentence.resolve(phrase, "person"), sentence.resolve(place, "organization")
    if person is None or organization is None:
        return []
    return [
        sentence.draft(
            place.atoms[0].first,
            place.atoms[-1].last,
            person.name,
            "person",
            "employer",
            Value("organization", organization.name),
            "asserted",
            "formerly of",
            organization.sure,
            status="former",
        )
    ]


def _read_title(sentence: Sentence, phrase: Phrase, place: int, atom: Atom) -> list[Draft]:
    people = holders(sentence, phrase, place)
    if not people or _only_described(phrase, place):
        return []
    clause = sentence.clause_of(phrase)
    if sentence.modality(clause) is None and not _inside(phrase, place):
        pass
    status = status_of_words(phrase, place) or "current"
    drafts: list[Draft] = []
    for person in people:
        organization = organization_of(sentence, phrase, place, person.name)
        drafts += claim(sentence, person, atom, organization, status, "asserted", "post in a phrase")
    return drafts


def _inside(phrase: Phrase, place: int) -> bool:
    return place + 1 < len(phrase.atoms)


def _only_described(phrase: Phrase, place: int) -> bool:
    """ "a former colleague", "the second manager": weak words with nothing beside them."""
    return False


def holders(sentence: Sentence, phrase: Phrase, place: int) -> list[Referent]:
    """The people that the title at ``place`` of ``phrase`` is said of."""
    for atom in phrase.atoms[place + 1 :]:
        if atom.tag == "NAME":
            if not (
                named(atom, "person")
                and atom.name is not None
                and (atom.name.kind == "person" or len(atom.name.text.split()) > 1)
            ):
                return []
            first = [r for r in [sentence.resolve(phrase, "person")] if r is not None]
            mention = phrase.atoms[place].mention
            if mention is not None and mention.anchor == "plural":
                first += [r for r in (sentence.resolve(other, "person") for other in phrase.joined) if r is not None]
            return first
        if atom.tag == "TITLE":
            continue
    linked: list[Phrase] = [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]
    if not linked and phrase.joined_to is not None and phrase.joined_to.apposed_to is not None:
        linked = [phrase.joined_to.apposed_to]
    if not linked:
        linked = _next_title(sentence, phrase)
    for other in linked:
        names = [atom for atom in other.of("NAME") if named(atom, "person")]
        if names and other.head.tag in ("NAME", "TITLE"):
            found = sentence.resolve(other, "person")
            plural = phrase.atoms[place].mention is not None and phrase.atoms[place].mention.anchor == ("plural")  # type: ignore[union-attr]
            others = [sentence.resolve(more, "person") for more in other.joined] if plural else []
            return [r for r in [found, *others] if r is not None]
    holder = _holder(sentence, phrase)
    return [holder] if holder is not None else []


def _next_title(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """ "founder and chief executive X": the phrase after the conjunction, if a title opens it and a person closes
    it."""
    following = (
        sentence.chunks[phrase.start + 1 : phrase.start + 3]
        if phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
        else []
    )
    if (
        len(following) == 2
        and isinstance(following[0], Mark)
        and following[0].tag == "CONJ"
        and isinstance(following[1], Phrase)
    ):
        second = following[1]
        if second.atoms[0].tag == "TITLE" and not second.prep:
            if second.head.tag == "NAME":
                return [second]
            return [*second.appositions, *([second.apposed_to] if second.apposed_to is not None else [])]
    return []


def _holder(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """For a title in a parenthesis: "A (chair)", the person before it."""
    for item in sentence.chunks:
        if isinstance(item, Phrase):
            for inner in item.parens:
                if phrase in inner and not any(
                    isinstance(c, Phrase)
                    and c.head.tag == "NAME"
                    and c.head.name is not None
                    and c.head.name.kind == "person"
                    for c in inner
                ):
                    names = [atom for atom in item.of("NAME") if named(atom, "person")]
                    return sentence.resolve(item, "person") if names else None
    return None


def status_of_words(phrase: Phrase, place: int) -> str:
    """ "former", "incoming" where an adjective before the title says so; else ""."""
    words = {atom.lower for atom in phrase.atoms[:place] if atom.tag in ("ADJ", "NOUN")} | {
        atom.lower for atom in phrase.atoms[place + 1 : place + 2] if atom.tag in ("ADJ", "NOUN")
    }
    title = phrase.atoms[place].lower.split()[0]
    if words & _FORMER or title in _FORMER:
        return "former"
    if phrase.prep == "until" or phrase.adverb in ("formerly", "previously", "once", "then"):
        return "former"
    return "incoming" if words & _INCOMING or title in _INCOMING else ""


def organization_of(sentence: Sentence, phrase: Phrase, place: int, person: str) -> Referent | None:
    """Where the post is: said in the phrase, owned, after "of" or "at"; else the person's employer, section,
    document."""
    said = said_organization(sentence, phrase, place)
    if said is not None:
        return said
    scene = sentence.scene
    for other in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        for k, atom in enumerate(other.atoms):
            if atom.tag == "TITLE":
                return said_organization(sentence, other, k)
    title = phrase.atoms[place].lower.split()
    if phrase.poss in ("his", "her", "my", "your") or _there(sentence, phrase):
        return None
    if _blocked(phrase) or not (
        set(title) & scene.words.words["post_heads"] or phrase.atoms[place].lower in scene.words.words["fixed"]
    ):
        return None
    if phrase.det in ("a", "an"):
        return None
    if scene.page.source.publisher and set(title) & _PRESS and len(sentence.chunks) < 9:
        return Referent(scene.page.source.publisher, "organization", 0.7)
    if person in scene.employers:
        return Referent(scene.employers[person], "organization", 0.7)
    here = _sentence_organization(sentence, phrase)
    if here is not None:
        return here
    for name, sure in (
        (scene.section, 0.6),
        (scene.topic if scene.fresh else "", 0.55),
        (scene.main, 0.55),
        (scene.topic, 0.5),
    ):
        if name:
            return Referent(name, "organization", sure)
    return None


def _sentence_organization(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """The organization that is the subject of the sentence before the title: "Oakline said that A had left as
    chair"."""
    for clause in sentence.clauses:
        subject = clause.subject
        if (
            subject is not None
            and not clause.relative
            and clause.verb.form == "finite"
            and subject.atoms[0].first < phrase.atoms[0].first
            and subject.head.tag in ("NAME", "NOUN")
        ):
            found = sentence.resolve(subject, "organization")
            if found is not None and found.sure >= 0.75:
                return Referent(found.name, "organization", 0.7)
    return None


def _there(sentence: Sentence, phrase: Phrase) -> bool:
    after = (
        sentence.chunks[phrase.start + 1]
        if phrase.start + 1 < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
        else None
    )
    return (isinstance(after, Phrase) and after.head.lower == "there") or (
        isinstance(after, Mark) and after.lower in ("there", "here")
    )


def _blocked(phrase: Phrase) -> bool:
    """Whether "of" or "at" names something that could not be made out: then nothing is inferred."""
    return any(
        attached.prep in ("of", "at", "for", "with") and attached.head.tag in ("NAME", "NOUN")
        for attached in phrase.attached
    )


def said_organization(sentence: Sentence, phrase: Phrase, place: int) -> Referent | None:
    """The organization that the words around the title name."""
    local = sentence.before(phrase)
    for atom in reversed(phrase.atoms[:place]):
        if atom.tag == "NAME" and named(atom, "organization") and atom.name is not None and atom.name.kind != "place":
            return Referent(
                atom.name.full or atom.name.text, "organization", 1.0 if atom.name.kind == "organization" else 0.75
            )
    owned = owner_of(phrase, sentence.scene, local)
    if owned is not None:
        return owned
    for attached in _deep(phrase):
        found = _attached(sentence, attached, phrase)
        if found is not None:
            return found
        if attached.prep not in ("of", "for", "in"):
            break
    return _after_comma(sentence, phrase)


def _deep(phrase: Phrase) -> list[Phrase]:
    """The phrases that hang on this one, and on those: "a lecturer in oceanography at X"."""
    found: list[Phrase] = []
    for attached in phrase.attached:
        found += [attached, *_deep(attached)]
    return found[:4]


def _attached(sentence: Sentence, attached: Phrase, phrase: Phrase) -> Referent | None:
    if attached.prep not in ("of", "at", "for", "with", "from", "to") or attached.head.tag in ("DATE", "MONEY"):
        return None
    found = sentence.resolve(attached, "organization")
    if found is not None and attached.prep in ("of", "at", "for", "with"):
        return found
    head = attached.head
    if (
        head.tag == "NAME"
        and head.name is not None
        and head.name.kind in ("project", "product", "event", "place")
        and attached.prep in ("of", "at")
        and len(head.name.text.split()) > 1
    ):
        return Referent(head.name.full or head.name.text, "organization", 0.7)
    if attached.owner is not None and attached.prep in ("of", "at"):
        return sentence.resolve(attached.owner, "organization")
    if attached.prep in ("of", "for") and attached.attached:
        return _attached(sentence, attached.attached[0], phrase)
    return None


def _after_comma(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "A, head of research, Acme Ltd": a sure organization right behind the comma, closed by a mark."""
    chunks, i = sentence.chunks, phrase.start
    if (
        i + 2 >= len(chunks)
        or chunks[i] is not phrase
        or not (isinstance(chunks[i + 1], Mark) and chunks[i + 1].tag == "COMMA")  # type: ignore[union-attr]
    ):
        return None
    second = chunks[i + 2]
    closed = i + 3 >= len(chunks) or (
        isinstance(chunks[i + 3], Mark) and chunks[i + 3].tag in ("COMMA", "STOP", "SEMI", "CLOSE")  # type: ignore[union-attr]
    )
    if (
        isinstance(second, Phrase)
        and closed
        and not second.prep
        and len(second.atoms) == 1
        and second.head.name is not None
        and second.head.name.kind == "organization"
    ):
        return Referent(second.head.name.full or second.head.name.text, "organization", 0.9)
    return None


def claim(
    sentence: Sentence,
    person: Referent,
    atom: Atom,
    organization: Referent | None,
    status: str,
    how: Modality,
    rule: str,
) -> list[Draft]:
    """The title and the employer it implies, if both sides are sure enough."""
    if organization is None or atom.mention is None or atom.mention.value is None:
        return []
    sure = person.sure * organization.sure
    if sure < ENOUGH or person.name == organization.name:
        return []
    value = title_value(atom, sentence)
    if how == "denied" and value.text.casefold() in ("founder", "co-founder", "cofounder", "a founder"):
        return [
            sentence.draft(
                atom.first,
                atom.last,
                organization.name,
                "organization",
                "founder",
                Value("person", person.name),
                how,
                rule,
                sure,
            )
        ]
    kept = {"organization": organization.name, "status": status}
    if how != "denied":
        sentence.scene.posts.append(Post(person.name, value.text, organization.name, status))
        if status != "former" and organization.sure >= 0.75:
            sentence.scene.employers[person.name] = organization.name
    title = sentence.draft(atom.first, atom.last, person.name, "person", "title", value, how, rule, sure, **kept)
    if (
        rule == "being"
        and value.text.casefold() in ("founder", "sole founder", "the founder")
        and how in ("asserted", "reported")
    ):
        named_founder = Value("person", person.name)
        return [
            title,
            sentence.draft(
                atom.first, atom.last, organization.name, "organization", "founder", named_founder, how, rule, sure
            ),
        ]
    employer = sentence.draft(
        atom.first,
        atom.last,
        person.name,
        "person",
        "employer",
        Value("organization", organization.name),
        how,
        rule,
        sure,
        status=status,
    )
    return [title, employer] if how != "denied" else [title]


def title_value(atom: Atom, sentence: Sentence) -> Value:
    """The title in the singular, as written."""
    assert atom.mention is not None and atom.mention.value is not None
    value = atom.mention.value
    if atom.mention.anchor == "plural":
        words = value.text.split()
        head = next((k for k, word in enumerate(words) if word.casefold() in ("of", "for")), len(words)) - 1
        words[head] = words[head][:-3] + "man" if words[head].endswith("men") else words[head].removesuffix("s")
        return Value("title", " ".join(words))
    return value
