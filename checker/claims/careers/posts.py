"""Who holds which post where, as noun phrases say it: "its finance chief, A", "X chairman B", "C, a former director of
D"."""

from __future__ import annotations

import re

from checker import lazy
from checker.claims.careers import affiliations, tenures
from checker.claims.careers.affiliations import FORMER
from checker.claims.careers.holders import holders
from checker.claims.careers.workplaces import organization_of
from checker.claims.discourse.scene import Post, Referent, named
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Chunk, Mark, Phrase
from checker.claims.syntax.clauses import Clause
from checker.claims.syntax.modality import status_of_verb
from checker.model import Modality, Value

ENOUGH = 0.5  # below this an inferred organization is not said
_INCOMING = frozenset("incoming designate elect next future prospective".split())


def read(sentence: Sentence) -> list[Draft]:
    """The titles, and the employers they imply, that phrases of the sentence give to people."""
    drafts: list[Draft] = []
    titled, employed = "TITLE" in sentence.tags, affiliations.are_said(sentence)
    for phrase in sentence.phrases():
        if employed or phrase.attached:
            drafts += affiliations.read(sentence, phrase)
        for place, atom in enumerate(phrase.atoms) if titled else ():
            if atom.tag == "TITLE" and atom.mention is not None:
                drafts += _read_title(sentence, phrase, place, atom)
    if titled:
        for clause in sentence.clauses:
            drafts += _turned(sentence, clause)
        drafts += _fronted(sentence)
    return drafts + tenures.previous(sentence)


def _fronted(sentence: Sentence) -> list[Draft]:
    """ "Formerly chief of X, he walked in", "As treasurer of X I must …": a title that opens, of the subject."""
    chunks = sentence.chunks
    start = next((i for i, c in enumerate(chunks) if isinstance(c, Phrase)), None)
    if start is None or start > 2:
        return []
    phrase = chunks[start]
    assert isinstance(phrase, Phrase)
    end = _behind(chunks, start)
    if phrase.prep not in ("", "as") or phrase.head.tag != "TITLE" or phrase.appositions or end + 1 >= len(chunks):
        return []
    if phrase.apposed_to is not None:
        return []
    closed = isinstance(mark := chunks[end], Mark) and mark.tag == "COMMA"
    holder = chunks[end + 1] if closed else chunks[end] if phrase.prep else None
    clause = next((c for c in sentence.clauses if c.subject is holder), None)
    if not isinstance(holder, Phrase) or clause is None:
        return []
    who = ("he", "she", "i") if phrase.prep else ("he", "she")
    if not ((holder.head.tag == "NAME" and named(holder.head, "person")) or holder.head.lower in who):
        return []
    person = sentence.resolve(holder, "person")
    if person is None:
        return []
    before = chunks[start - 1] if start else None
    adverb = before.lower if isinstance(before, Mark) else ""
    past = adverb in _ONCE or (phrase.prep == "as" and clause.verb.tense in ("past", "pluperfect"))
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


_ONCE = frozenset("formerly previously once recently originally lately".split())


def _behind(chunks: list[Chunk], start: int) -> int:
    """The place behind a title and what hangs on it: "deputy head of X, the retail bank, she …"."""
    end = start + 1
    while end < len(chunks) and isinstance(item := chunks[end], Phrase) and item.prep:
        end += 1
    if end + 2 < len(chunks) and isinstance(mark := chunks[end], Mark) and mark.tag == "COMMA":
        inserted, after = chunks[end + 1], chunks[end + 2]
        aside = isinstance(inserted, Phrase) and inserted.apposed_to is not None and inserted.head.tag != "PRON"
        if aside and isinstance(after, Mark) and after.tag == "COMMA":
            return end + 2
    return end


def _turned(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "Its managing partner is A": the title is the subject, the person the complement."""
    subject = clause.subject
    if (
        clause.lemma not in ("be", "become", "remain")
        or subject is None
        or subject.head.tag != "TITLE"
        or subject.prep
        or not clause.objects
        or subject.head.lower.split()[-1] in _FOUNDERS
    ):
        return []
    person = clause.objects[0]
    if person.head.tag != "NAME" or not named(person.head, "person") or subject.appositions:
        return []
    if any(subject in other.objects for other in sentence.clauses):  # "A is the director, and next to her is B"
        return []
    found, how = sentence.resolve(person, "person"), sentence.modality(clause)
    if found is None or how is None:
        return []
    place = len(subject.atoms) - 1
    organization = organization_of(sentence, subject, place, found.name)
    status = status_of_words(subject, place) or status_of_verb(clause, how)
    made = claim(sentence, found, subject.head, organization, status, how, "title is person")
    return [*made, *_since(sentence, clause, found, organization)] if made else made


def _since(sentence: Sentence, clause: Clause, person: Referent, organization: Referent | None) -> list[Draft]:
    """ "Since 2011 the music director has been A": when A took up the post."""
    tokens = sentence.passage.tokens
    dates = [a for p in clause.dates for a in p.of("DATE")]
    atoms = [a for a in dates if a.first and tokens[a.first - 1].lower == "since"]
    mention = atoms[0].mention if len(atoms) == 1 and clause.verb.tense in ("perfect", "present") else None
    if mention is None or mention.value is None or organization is None:
        return []
    sure = person.sure * organization.sure
    where = {"organization": organization.name}
    first, last = atoms[0].first, atoms[0].last
    return [
        sentence.draft(
            first, last, person.name, "person", "joined_on", mention.value, "asserted", "post since", sure, **where
        )
    ]


_FOUNDERS = frozenset("founder founders".split())  # whom no body need employ


def _of_another(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Her predecessor as operations lead, A": succession reads that."""
    before = sentence.chunks[phrase.start - 1] if 0 < phrase.start < len(sentence.chunks) else None
    return (
        phrase.prep == "as"
        and isinstance(before, Phrase)
        and before.head.lower in ("predecessor", "successor", "replacement")
    )


def _marked_former(sentence: Sentence, phrase: Phrase) -> bool:
    """ "A (formerly clerk)": the adverb before the title, in brackets too."""
    rows = [sentence.chunks, *(inner for c in sentence.chunks if isinstance(c, Phrase) for inner in c.parens)]
    for row in rows:
        if phrase in row and (i := row.index(phrase)):
            mark = row[i - 1]
            return isinstance(mark, Mark) and mark.lower in ("formerly", "previously", "once", "ex")
    return False


def _as_of_old(sentence: Sentence, phrase: Phrase) -> str:
    """ "As managing director of X, A tripled sales": a title before the clause has its verb's time."""
    clause = sentence.clause_of(phrase) if phrase.prep == "as" and phrase.start == 0 else None
    return "former" if clause is not None and clause.verb.tense in ("past", "pluperfect") else ""


def _read_title(sentence: Sentence, phrase: Phrase, place: int, atom: Atom) -> list[Draft]:
    people = holders(sentence, phrase, place)
    if not people or _of_another(sentence, phrase):
        return []
    terms = tenures.of_phrase(sentence, phrase)
    status = (
        ("former" if _marked_former(sentence, phrase) else "")
        or status_of_words(phrase, place)
        or tenures.status(sentence, terms)
        or _as_of_old(sentence, phrase)
        or _gone(sentence, phrase)
        or "current"
    )
    drafts: list[Draft] = []
    for person in people:
        taken = any(a.lower == "new" for a in phrase.atoms[:place])  # "has a new chief executive, A"
        taken = taken or any(t.prep == "since" for t in terms)  # "A, a director since 2015"
        organization = organization_of(sentence, phrase, place, person.name, taken)
        made = claim(sentence, person, atom, organization, status, "asserted", "post in a phrase")
        if made and organization is not None and status == "current":
            made += tenures.begun(sentence, terms, person, organization)
        drafts += made
    return drafts


def _gone(sentence: Sentence, phrase: Phrase) -> str:
    """ "Her deputy, Cormac Daly, left in February 2023": who left holds the post no more."""
    named_one = next((p for p in (phrase.apposed_to, *phrase.appositions) if p is not None and p.of("NAME")), None)
    if named_one is not None and named_one.atoms[0].lower == "late":
        return "former"  # "the late Sir Edmund Hale, chairman of X"
    if phrase.poss not in ("his", "her"):
        return ""
    verbs = [c.verb for c in sentence.clauses if c.subject is phrase or c.subject is phrase.apposed_to is not None]
    return "former" if any(v.lemma in _LEFT and v.tense in ("past", "perfect") for v in verbs) else ""


_LEFT = frozenset("leave quit resign retire depart die step_down stand_down".split())


def status_of_words(phrase: Phrase, place: int) -> str:
    """ "former", "incoming" where an adjective before the title says so; else ""."""
    words = {atom.lower for atom in phrase.atoms[:place] if atom.tag in ("ADJ", "NOUN")} | {
        atom.lower for atom in phrase.atoms[place + 1 : place + 2] if atom.tag in ("ADJ", "NOUN")
    }
    title = phrase.atoms[place].lower.split()[0]
    if words & FORMER or title in FORMER or any(a.lower.startswith("ex-") for a in phrase.atoms[: place + 1]):
        return "former"
    if phrase.prep == "until" or phrase.adverb in ("formerly", "previously", "once", "then", "no longer"):
        return "former"
    return "incoming" if words & _INCOMING or title in _INCOMING else ""


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
    if value.text.casefold().split()[-1] in _PARTIES:
        return []
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
        sentence.scene.posts.append(Post(person.name, value.text, organization.name, status, id(sentence.passage)))
        if status != "former" and organization.sure >= 0.75:
            sentence.scene.employers[person.name] = organization.name
            if rule == "post in a phrase":
                sentence.scene.standing.add(person.name)
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
    employer = sentence.employed(
        atom.first, atom.last, person.name, organization.name, rule, sure, status=status, how=how
    )
    return (
        [title, employer, *_team(sentence, person, atom, value, organization, status, how)]
        if how != "denied"
        else [title]
    )


# what somebody is to a body, and no post in it: "lead investor in the Series B"
_PARTIES = frozenset("investor backer shareholder sponsor donor bidder buyer lender creditor client customer".split())

_TEAM_TITLE = lazy.compile(
    r"(?:head|leader|lead|director|manager|chief|boss) of (?:the |its |their )(?P<team>.*\b"
    r"(?:group|division|department|team|unit|lab|laboratory|desk|section|department of .+))$",
    re.IGNORECASE,
)


def _team(
    sentence: Sentence,
    person: Referent,
    atom: Atom,
    value: Value,
    organization: Referent,
    status: str,
    how: Modality,
) -> list[Draft]:
    """ "Head of the Merchant Ship Division" is in that division."""
    found = _TEAM_TITLE.search(value.text)
    if found is None or " " not in found["team"]:
        return []
    team = Value("team", found["team"])
    kept = {"organization": organization.name, "status": status}
    sure = person.sure * organization.sure
    return [
        sentence.draft(atom.first, atom.last, person.name, "person", "team", team, how, "head of a team", sure, **kept)
    ]


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
