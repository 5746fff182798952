"""The amounts of a sentence that a noun, a unit or a verb gives to a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from checker.claims import figures
from checker.claims.draft import Draft
from checker.claims.properties import carried, compared, gapped, holders, nouns, parts, times, units, verbs
from checker.claims.properties.carried import Measure
from checker.claims.properties.measure import TAGS, Anchor, Property, singular
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause
from checker.model import Modality

_AMOUNTS = frozenset(TAGS.values())


def read(sentence: Sentence, properties: list[Property]) -> list[Draft]:
    """The amounts of the sentence that a noun, a unit or a verb gives to a subject."""
    if _AMOUNTS.isdisjoint(sentence.tags):
        return []
    drafts: list[Draft] = []
    taken: set[int] = set()
    known = carried.open_measure(sentence)
    for prop in _closest(sentence, properties):
        ways = _ways(sentence, prop)
        for phrase in sentence.phrases() if ways else ():
            for way in ways:
                for anchor in way(sentence, phrase, prop):
                    drafts += _with_others(sentence, prop, anchor, taken)
    known = known if known is not None else carried.open_measure(sentence)
    if known is not None:
        for anchor in carried.anchors(sentence, known, taken):
            drafts += _with_others(sentence, known.prop, anchor, taken, known)
        drafts += parts.of_measure(sentence, known, taken)
    return drafts


def _closest(sentence: Sentence, properties: list[Property]) -> list[Property]:
    """The properties, those with the longest noun that is said first, and of equals the one loaded last."""
    said = f" {' '.join(atom.lower for atom in sentence.atoms)} "
    words = frozenset(said.split())
    longest = [
        0
        if p.ends.isdisjoint(words)
        else max((len(noun.split()) for noun in p.nouns if f" {noun} " in said), default=0)
        for p in properties
    ]
    return [properties[i] for i in sorted(range(len(properties)), key=lambda i: (-longest[i], -i if longest[i] else i))]


def _with_others(
    sentence: Sentence, prop: Property, anchor: Anchor, taken: set[int], known: Measure | None = None
) -> list[Draft]:
    """The claim of one amount, and those of the figures that it is held against."""
    if id(anchor.atom) in taken or (made := _claim(sentence, prop, anchor, known)) is None:
        return []
    taken.add(id(anchor.atom))
    if prop.value == "quantity":
        carried.remember(sentence, prop, made, anchor.atom.last)
    others = [*compared.others(sentence, prop, anchor, made, taken)]
    others += gapped.others(sentence, prop, anchor, made, taken)
    return [made, *others, *parts.of_count(sentence, made, anchor.atom.last, taken)]


def _ways(sentence: Sentence, prop: Property) -> list[Callable[[Sentence, Phrase, Property], Iterator[Anchor]]]:
    """How an amount of the property can stand in the sentence, by the words that it holds."""
    found: list[Callable[[Sentence, Phrase, Property], Iterator[Anchor]]] = []
    counts = prop.value == "quantity" and not nouns.COUNTS.isdisjoint(sentence.words)
    if prop.nouns and (counts or not prop.ends.isdisjoint(sentence.words)):
        found.append(nouns.by_noun)
    if prop.verbs and prop.value == "money":
        found.append(verbs.by_verb)
    if (prop.units or prop.weak_units or prop.narrow_units) and TAGS[prop.value] in sentence.tags:
        found.append(units.by_unit)
    return found


def _claim(sentence: Sentence, prop: Property, anchor: Anchor, known: Measure | None = None) -> Draft | None:
    atom = anchor.atom
    if atom.mention is None or atom.mention.value is None or _partial(anchor):
        return None
    how = _modality(sentence, anchor)
    subject = holders.subject(sentence, prop, anchor) if how is not None and known is None else None
    if known is not None:
        subject = carried.whose(sentence, anchor, known)
    if how is None or subject is None or subject.sure < 0.5:
        return None
    value, last = atom.mention.value, atom.last
    if prop.value == "measure":
        if (said := figures.within(sentence.passage, atom.first, atom.last, "measure")) is None:
            return None
        value, last = said.value, said.last
    elif value.kind != prop.value:
        value = replace(value, kind=prop.value)
    if prop.attribute == "headcount" and (whole := _whole_of(sentence, subject.name)):
        anchor.scope, subject = anchor.scope or subject.name, replace(subject, name=whole)
    qualifiers = _qualifiers(sentence, prop, anchor, subject.name)
    rule = f"{prop.attribute} by its noun"
    return sentence.draft(
        atom.first, last, subject.name, subject.kind, prop.attribute, value, how, rule, subject.sure, **qualifiers
    )


_ARMS = frozenset("lab labs laboratory laboratories newsroom studio studios research".split())


def _whole_of(sentence: Sentence, name: str) -> str:
    """A named lab's or newsroom's headcount is its owner's: of "Anvil Labs" Anvil's, where the page names both."""
    owner, _, last = name.rpartition(" ")
    known = sentence.scene.page.names.get(owner.casefold()) if last.casefold() in _ARMS and owner else None
    body = known is not None and known.kind == "organization" and known.full.casefold() == owner.casefold()
    return owner if body else ""


_FORESEEING = frozenset(
    "expect forecast predict project target plan budget anticipate envisage foresee aim guide".split()
)
_WANTING = frozenset("want need require demand seek lack ask hope wish claim_back".split())


def _modality(sentence: Sentence, anchor: Anchor) -> Modality | None:
    """The modality of the amount's clause; what somebody expects is predicted, what they want is nothing yet."""
    verb = _governing(sentence, anchor)
    if verb is not None and verb.lemma in _WANTING:
        return None
    aside = _aside(sentence, anchor)
    if aside is not None:
        return sentence.modality(aside)
    how = sentence.modality(anchor.clause)
    if anchor.given and how in ("predicted", "denied"):
        return "asserted"
    if how in ("asserted", "reported"):
        if anchor.how is not None or _estimated(anchor):
            return anchor.how or "predicted"
        if verb is not None and verb.lemma in _FORESEEING and not verb.passive:
            return "predicted"
    return how


def _aside(sentence: Sentence, anchor: Anchor) -> Clause | None:
    """ "He expects turnover, which was €1.9bn in 2025, to grow": the relative clause that tells what was."""
    for clause in sentence.clauses:
        told = any(anchor.atom in phrase.atoms for phrase in (*clause.objects, *clause.phrases))
        if told and clause.relative and clause.verb.tense == "past":
            return clause
    return None


def _estimated(anchor: Anchor) -> bool:
    """ "An estimate had put the bill at €3m": a figure of what was to be."""
    subject = anchor.clause.subject if anchor.clause is not None else None
    return subject is not None and singular(subject.head.lower) in (
        "estimate",
        "forecast",
        "projection",
        "budget",
        "plan",
    )


def _governing(sentence: Sentence, anchor: Anchor) -> VerbGroup | None:
    """The verb whose object the amount's phrase is."""
    i, clause = anchor.phrase.start - 1, anchor.clause
    before = sentence.chunks[i] if 0 <= i < len(sentence.chunks) else None
    if isinstance(before, VerbGroup) and sentence.chunks[i + 1] is anchor.phrase:
        return before
    return clause.verb if clause is not None and anchor.phrase in clause.objects else None


def _partial(anchor: Anchor) -> bool:
    """ "including 640 in …", "than 300", "up from 200": a part or another figure, not the whole."""
    prep = (anchor.amount or anchor.phrase).prep
    return prep.startswith(("includ", "exclud", "compared")) or prep.split(" ")[-1] in ("than", "from", "against")


def _qualifiers(sentence: Sentence, prop: Property, anchor: Anchor, subject: str) -> dict[str, str]:
    date = times.date_of(sentence, anchor, prop)
    kept: dict[str, str] = {}
    if prop.attribute == "headcount" and not anchor.scope and anchor.clause is not None:
        anchor.scope = _site(sentence, anchor.clause)
    if prop.scope and anchor.scope:
        kept["scope"] = anchor.scope
    if prop.period:
        kept["period"] = date
    elif prop.dated and date:
        kept["as_of"] = date
    if prop.attribute == "direct_reports":
        kept["organization"] = sentence.scene.employers.get(subject, sentence.scene.main)
    return kept


_SITES = frozenset(
    "site plant factory warehouse depot base yard workshop wing building tower terminal block campus mill".split()
)


def _site(sentence: Sentence, clause: Clause) -> str:
    """ "330 people on site", "work at the plant": those of one place only."""
    for phrase in clause.phrases:
        if phrase.prep in ("on", "at", "in") and phrase.head.lower in _SITES and not phrase.of("QTY"):
            return sentence.passage.text(phrase.atoms[0].first, phrase.atoms[-1].last)
    return ""
