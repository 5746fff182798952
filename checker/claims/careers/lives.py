"""Lifespans in parentheses: "Szarvas (1948 – 11 October 2024)", "(born 9 February 1948; died …)" is a clause."""

from __future__ import annotations

from checker.claims.careers import lifespans
from checker.claims.discourse.references import pronoun
from checker.claims.discourse.scene import Referent, named
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.model import Value


def read(sentence: Sentence) -> list[Draft]:
    """Birth and death from the dates right behind a person's name."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        if phrase.parens and phrase.head.tag == "NAME" and named(phrase.head, "person"):
            drafts += lifespans.read(sentence, phrase) or _lifespan(sentence, phrase) or _lettered(sentence, phrase)
        if phrase.head.lower in ("death", "birth"):
            drafts += _noun(sentence, phrase)
        if phrase.head.lower == "birthplace":
            drafts += _birthplace(sentence, phrase)
        if phrase.head.tag == "NAME" and phrase.atoms[0].lower.endswith("-born"):
            drafts += _born(sentence, phrase)
    return drafts


def _noun(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "the death, on 3 March, of Mrs Solheim"; "since Ettore's death in 1997"."""
    near = [phrase, *phrase.attached]
    i = phrase.start
    if i < len(sentence.chunks) and sentence.chunks[i] is phrase:
        near += [c for c in sentence.chunks[i + 1 : i + 6] if isinstance(c, Phrase)]
    whose = [p for p in near if p.prep == "of" and p.head.tag in ("NAME", "TITLE")]
    person = sentence.resolve(whose[0], "person") if whose else None
    if person is None and phrase.owner is not None:
        person = sentence.resolve(phrase.owner, "person")
    if person is None and phrase.poss in ("his", "her"):
        person = pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
    atom = next((a for p in near if p.prep in ("on", "in") for a in p.atoms if a.tag == "DATE" and dated(a)), None)
    if person is None or atom is None or atom.mention is None or atom.mention.value is None:
        return []
    return [
        sentence.draft(
            atom.first,
            atom.last,
            person.name,
            "person",
            f"{phrase.head.lower}_date",
            atom.mention.value,
            "asserted",
            "life as a noun",
            person.sure,
        )
    ]


def _born(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Tunis-born Amina Haddad"."""
    atom = phrase.atoms[0]
    place = sentence.passage.text(atom.first, atom.last).rsplit("-", 1)[0]
    lists, person = sentence.scene.words.words, sentence.resolve(phrase, "person")
    plain = place.casefold()
    if person is None or not place[:1].isupper() or plain in lists["demonyms"] or plain in lists["adjectives"]:
        return []
    return [
        sentence.draft(
            atom.first, atom.last, person.name, "person", "birth_place", Value("place", place), "asserted", "born", 0.9
        )
    ]


def _birthplace(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "Her birthplace, Lairg, …", "his birthplace was Sfax"."""
    person = sentence.resolve(phrase.owner, "person") if phrase.owner is not None else None
    if person is None and phrase.poss in ("his", "her"):
        person = pronoun(phrase.poss, "person", sentence.scene, sentence.before(phrase))
    said = [o for c in sentence.clauses if c.subject is phrase and c.lemma == "be" for o in [*c.objects, *c.phrases]]
    near = [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else []), *said]
    place = next((p for p in near if p.head.name is not None and p.head.name.kind in ("place", "")), None)
    if person is None or place is None or place.head.name is None:
        return []
    return [_fact(sentence, place, person, "birth_place", Value("place", place.head.name.text))]


def _as_written(value: Value) -> str:
    """ "1948 – 11 October 2024" begins in a year, whatever day the range begins with."""
    _, _, last = (value.edtf or "").partition("/")
    opened = value.text.split("–")[0].split("-")[0].strip()
    return f"{opened}/{last}" if last and len(opened) == 4 and opened.isdigit() else value.edtf or ""


def _lettered(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "(b. 1958, Ilorin)", "(born 9 February 1948 in Pécs)" without a verb that is known."""
    inner = [item for item in phrase.parens[0] if isinstance(item, Phrase)]
    person = sentence.resolve(phrase, "person")
    if person is None or len(inner) < 2 or inner[0].head.lower not in ("b", "d"):
        return []
    made = "birth" if inner[0].head.lower == "b" else "death"
    drafts: list[Draft] = []
    for item in inner[1:3]:
        mention, name = item.head.mention, item.head.name
        if item.head.tag == "DATE" and dated(item.head) and mention is not None and mention.value is not None:
            drafts.append(_fact(sentence, item, person, f"{made}_date", mention.value))
        elif made == "birth" and name is not None and name.kind in ("place", ""):
            drafts.append(_fact(sentence, item, person, "birth_place", Value("place", name.text)))
    return drafts


def _fact(sentence: Sentence, phrase: Phrase, person: Referent, attribute: str, value: Value) -> Draft:
    head = phrase.head
    return sentence.draft(
        head.first, head.last, person.name, "person", attribute, value, "asserted", "lifespan", person.sure
    )


def _lifespan(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    inner = phrase.parens[0]
    dates = [a for item in inner if isinstance(item, Phrase) for a in item.atoms if a.tag == "DATE"]
    others = [item for item in inner if isinstance(item, Phrase) and not any(a.tag == "DATE" for a in item.atoms)]
    person = sentence.resolve(phrase, "person")
    if person is None or others or not dates or dates[0].mention is None or dates[0].mention.value is None:
        return []
    edtf = _as_written(dates[0].mention.value)
    ends = (
        edtf.split("/")
        if len(dates) == 1
        else [d.mention.value.edtf or "" for d in dates[:2] if d.mention is not None and d.mention.value is not None]
    )
    if (
        len(ends) != 2
        or not all(end[:4].isdigit() for end in ends)
        or not 20 <= int(ends[1][:4]) - int(ends[0][:4]) <= 110
    ):
        return []
    first, last = dates[0].first, dates[-1].last
    return [
        sentence.draft(
            first,
            last,
            person.name,
            "person",
            attribute,
            Value("date", end, edtf=end),
            "asserted",
            "lifespan",
            person.sure,
        )
        for attribute, end in zip(("birth_date", "death_date"), ends, strict=True)
    ]
