"""Amounts and their nouns: "revenue of €37m", "a €1.3bn valuation", "its 940 employees", "the workforce grew to 400".

A pack names an attribute's nouns ("revenue", "turnover") and units ("employees"); how nouns, units, verbs and amounts
go together in English is known here, once.
"""

from __future__ import annotations

from msgspec import Struct

from checker import lazy
from checker.claims import figures, own
from checker.claims.atoms import Atom
from checker.claims.chunks import Mark, Phrase, VerbGroup
from checker.claims.clauses import Clause
from checker.claims.descriptions import describes
from checker.claims.draft import Draft
from checker.claims.references import owner_of, pronoun
from checker.claims.scene import Referent, named
from checker.claims.sentence import Sentence
from checker.model import Modality, Value
from checker.passages import Mention

_LEVEL_VERBS = frozenset(
    "be reach hit total stand exceed top pass number amount come remain equal average near approach".split()
)
_CHANGE_VERBS = frozenset(
    (
        "rise fall grow climb increase drop jump decline shrink expand slip surge swell double treble triple "
        "recover tumble soar sink go run cut raise reduce"
    ).split()
)
_OWNING = frozenset(
    (
        "have report post book generate record make earn employ hold command boast achieve attract serve count "
        "show declare file turn enjoy"
    ).split()
)
_SUM = {"money": "MONEY", "quantity": "QTY", "percent": "PCT", "measure": "QTY"}


class Property(Struct, frozen=True):
    """How an attribute with an amount for its value is read."""

    attribute: str
    subject: str  # type of subject
    value: str  # money, quantity, percent
    nouns: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()  # count nouns: "employees"
    weak_units: frozenset[str] = frozenset()  # count nouns that need the verb: "people"
    verbs: frozenset[str] = frozenset()  # "employ": subject verb amount
    scope: bool = False
    period: bool = False
    dated: bool = False  # takes as_of


def read(sentence: Sentence, properties: list[Property]) -> list[Draft]:
    """The amounts of the sentence that a noun, a unit or a verb gives to a subject."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    for prop in _closest(sentence, properties):
        for phrase in sentence.phrases():
            for atom, anchor in _amounts(sentence, phrase, prop):
                if id(atom) in taken:
                    continue
                made = _claim(sentence, prop, atom, anchor)
                if made is not None:
                    taken.add(id(atom))
                    drafts.append(made)
                    drafts += _earlier(sentence, prop, atom, anchor, made, taken)
    return drafts


def _closest(sentence: Sentence, properties: list[Property]) -> list[Property]:
    """The properties, those with the longest noun that is said first, and of equals the one loaded last."""
    said = f" {' '.join(atom.lower for atom in sentence.atoms)} "
    longest = [max((len(noun.split()) for noun in p.nouns if f" {noun} " in said), default=0) for p in properties]
    return [properties[i] for i in sorted(range(len(properties)), key=lambda i: (-longest[i], -i if longest[i] else i))]


def _earlier(
    sentence: Sentence, prop: Property, atom: Atom, anchor: Anchor, made: Draft, taken: set[int]
) -> list[Draft]:
    """The figure of another time that the first is held against: "up from £187m the year before", "(2023: €44m)"."""
    if not (prop.period or prop.dated):
        return []
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        other = _sum(phrase, prop) or next(
            (
                a
                for a in phrase.atoms
                if a.tag == "QTY"
                and prop.value == "money"
                and any(w in a.lower for w in ("million", "billion", "m", "bn"))
                and not a.lower.isdigit()
            ),
            None,
        )
        if other is None or id(other) in taken or other.first <= atom.first:
            continue
        date = _of_comparison(sentence, phrase, other, made.qualifiers.get("period", ""))
        if date is None or other.mention is None or other.mention.value is None:
            continue
        taken.add(id(other))
        kept = {**made.qualifiers, ("period" if prop.period else "as_of"): date}
        value = other.mention.value
        if value.kind != prop.value:
            value = Value(
                prop.value,
                value.text,
                low=value.low,
                high=value.high,
                currency=made.value.currency,
                approximate=value.approximate,
            )
        drafts.append(
            sentence.draft(
                other.first,
                other.last,
                made.subject,
                made.type,
                prop.attribute,
                value,
                made.modality,
                made.rule,
                made.confidence,
                **kept,
            )
        )
    return drafts


_YEARS = lazy.compile(r"(\d{4})([-–/])(\d{2,4})")


def _of_comparison(sentence: Sentence, phrase: Phrase, amount: Atom, period: str) -> str | None:
    """The date of a compared figure, where the phrase is one: None where it is not."""
    last = phrase.prep.split(" ")[-1]
    opened = sentence.passage.tokens[phrase.atoms[0].first - 1].text if phrase.atoms[0].first else ""
    before = sentence.passage.tokens[phrase.atoms[0].first - 2] if phrase.atoms[0].first > 1 else None
    if opened == ":" and before is not None:
        found = next(
            (
                m
                for m in sentence.passage.within(max(0, phrase.atoms[0].first - 12), phrase.atoms[0].first)
                if m.kind == "date" and m.last == phrase.atoms[0].first - 1
            ),
            None,
        )
        return _text_of(found) if found is not None else None
    if last not in ("against", "from", "with", "to", "versus") or (
        last in ("with", "to") and "compared" not in phrase.prep and not _compared(sentence, phrase)
    ):
        return None
    following = [m for m in sentence.passage.within(amount.last, amount.last + 4) if m.kind == "date"]
    if following and following[0].anchor == "previous" and (years := _YEARS.fullmatch(period)):
        return f"{int(years[1]) - 1}{years[2]}{str(int(years[3]) - 1).zfill(len(years[3]))}"
    return _text_of(following[0]) if following else None


def _compared(sentence: Sentence, phrase: Phrase) -> bool:
    start = phrase.atoms[0].first
    return any(token.lower == "compared" for token in sentence.passage.tokens[max(0, start - 3) : start])


def _text_of(mention: Mention) -> str:
    value = mention.value
    if value is None:
        return ""
    return value.text if not mention.anchor else value.edtf or ""


class Anchor(Struct):
    """Where an amount was found: the phrase that names the property, its clause, and what was said of scope."""

    phrase: Phrase  # of the noun or unit
    clause: Clause | None
    scope: str = ""
    amount: Phrase | None = None
    linked: Phrase | None = None  # a phrase that may name the subject


def _amounts(sentence: Sentence, phrase: Phrase, prop: Property) -> list[tuple[Atom, Anchor]]:
    found: list[tuple[Atom, Anchor]] = []
    if prop.nouns:
        found += _by_noun(sentence, phrase, prop)
    if prop.units or prop.weak_units:
        found += _by_unit(sentence, phrase, prop)
    return found


def _sum(phrase: Phrase, prop: Property) -> Atom | None:
    return next((atom for atom in phrase.atoms if atom.tag == _SUM[prop.value]), None)


def _noun_at(phrase: Phrase, nouns: frozenset[str]) -> int | None:
    """Where the property's noun stands in the phrase: at its head, one word or two."""
    atoms = phrase.atoms
    for k in range(len(atoms) - 1, -1, -1):
        if atoms[k].tag in ("NOUN", "ADJ", "TITLE", "QTY") and (
            atoms[k].lower in nouns or (k and f"{atoms[k - 1].lower} {atoms[k].lower}" in nouns)
        ):
            rest = atoms[k + 1 :]
            return k if all(a.tag in (_TAIL) for a in rest) else None
    return None


_TAIL = frozenset(("MONEY", "QTY", "DATE", "PCT"))


def _by_noun(sentence: Sentence, phrase: Phrase, prop: Property) -> list[tuple[Atom, Anchor]]:
    place = _noun_at(phrase, prop.nouns)
    if place is None:
        return []
    clause = sentence.clause_of(phrase)
    anchor = Anchor(phrase, clause, _scope_words(sentence, phrase.atoms[:place]) if prop.scope else "")
    inside = [atom for atom in phrase.atoms if atom.tag == _SUM[prop.value]]
    if inside:
        return [(inside[0], anchor)]
    for attached in phrase.attached:
        amount = _sum(attached, prop)
        if attached.prep in ("of", "at", "above", "over", "below", "under", "around") and amount is not None:
            anchor.amount = attached
            return [(amount, anchor)]
        deeper = next((a for a in attached.attached if a.prep == "of" and _sum(a, prop) is not None), None)
        if attached.prep in ("for", "in", "at", "from") and deeper is not None:
            anchor.amount = deeper
            return [(_sum(deeper, prop), anchor)]  # type: ignore[list-item]
    if phrase.prep in ("in", "of") and phrase.start > 0:
        before = (
            sentence.chunks[phrase.start - 1]
            if phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
            else None
        )
        if (
            isinstance(before, Phrase)
            and phrase in before.attached
            and (amount := _sum(before, prop)) is not None
            and before.head is amount
        ):
            anchor.amount = before
            return [(amount, anchor)]
    for inner in phrase.parens:
        if inner and isinstance(inner[0], Phrase) and (amount := _sum(inner[0], prop)) is not None:
            return [(amount, anchor)]
    return _by_verb(sentence, phrase, prop, anchor)


def _by_verb(sentence: Sentence, phrase: Phrase, prop: Property, anchor: Anchor) -> list[tuple[Atom, Anchor]]:
    """The noun is the subject (or the object of "put … at") and the amount stands behind the verb."""
    for clause in sentence.clauses:
        subject = clause.subject
        if subject is phrase:
            amount = _behind(clause, prop)
            if amount is not None:
                anchor.clause = clause
                return [(amount, anchor)]
        if phrase in clause.objects and clause.lemma in (
            "put",
            "estimate",
            "value",
            "give",
            "increase",
            "raise",
            "bring",
            "take",
            "cut",
            "reduce",
            "push",
            "grow",
            "set",
            "double",
            "expect",
        ):
            for other in clause.phrases:
                if other.prep in ("at", "to", "as") and (found := _sum(other, prop)) is not None:
                    anchor.clause = clause
                    return [(found, anchor)]
    return _colon(sentence, phrase, prop, anchor)


def _behind(clause: Clause, prop: Property) -> Atom | None:
    lemma = clause.lemma
    if lemma in _LEVEL_VERBS or lemma.split("_")[0] in _LEVEL_VERBS:
        for phrase in [*clause.objects, *clause.phrases]:
            if (
                phrase.prep in ("", "at", "to", "around", "about", "above", "over", "below", "under", "of", "up to")
                and (amount := _sum(phrase, prop)) is not None
            ):
                return amount
    if lemma in ("settle", "close", "finish", "end", "land", "peak"):
        return next((a for p in clause.phrases if p.prep == "at" and (a := _sum(p, prop)) is not None), None)
    if lemma in _CHANGE_VERBS or clause.verb.passive:
        for phrase in clause.phrases:
            if phrase.prep.split(" ")[-1] in ("to", "at") and (amount := _sum(phrase, prop)) is not None:
                return amount
    return None


def _colon(sentence: Sentence, phrase: Phrase, prop: Property, anchor: Anchor) -> list[tuple[Atom, Anchor]]:
    i = phrase.start
    chunks = sentence.chunks
    if (
        i + 2 < len(chunks)
        and chunks[i] is phrase
        and isinstance(chunks[i + 1], Mark)
        and chunks[i + 1].tag in ("COLON", "DASH")  # type: ignore[union-attr]
        and isinstance(chunks[i + 2], Phrase)
    ):
        amount = _sum(chunks[i + 2], prop)  # type: ignore[arg-type]
        if amount is not None and not any(isinstance(c, VerbGroup) for c in chunks[:i]):
            return [(amount, anchor)]
    return []


def _by_unit(sentence: Sentence, phrase: Phrase, prop: Property) -> list[tuple[Atom, Anchor]]:
    """ "940 employees" that somebody has, employs, or that are its."""
    amount = _sum(phrase, prop)
    if amount is None:
        return []
    k = phrase.atoms.index(amount)
    unit = next(
        (
            n
            for n in range(k + 1, len(phrase.atoms))
            if _singular(phrase.atoms[n].lower) in prop.units | prop.weak_units
            or phrase.atoms[n].lower in prop.units | prop.weak_units
        ),
        None,
    )
    double = next(
        (
            n
            for n in range(k + 2, len(phrase.atoms))
            if _singular(f"{phrase.atoms[n - 1].lower} {phrase.atoms[n].lower}") in prop.units
        ),
        None,
    )
    unit = double if double is not None else unit
    bare = unit is None and k == len(phrase.atoms) - 1
    scope = ""
    if unit is not None:
        word = phrase.atoms[unit].lower
        weak = word in prop.weak_units or _singular(word) in prop.weak_units
        scope = _scope_words(sentence, phrase.atoms[k + 1 : unit])
        tail = [a for a in phrase.atoms[unit + 1 :] if a.tag in ("NOUN", "TITLE", "NAME")]
        if tail:
            return []
    else:
        weak = True
    clause = sentence.clause_of(phrase)
    if clause is not None and clause.subject is not None and clause.subject.head.lower in _BODIES:
        return []
    if prop.attribute == "users" and unit is not None:
        scope = sentence.passage.text(phrase.atoms[k + 1].first, phrase.atoms[unit].last)
    anchor = Anchor(phrase, clause, scope if prop.scope else "", phrase)
    if unit is None and not bare:
        return []
    if bare and amount.lower in _ROUND_NUMBERS and (counted := _of_units(phrase, prop)) is not None:
        weak, bare = counted, False
        unit = k
    if clause is not None and _employs(clause, phrase, prop, weak, bare):
        return [(amount, anchor)]
    if unit is None:
        return []
    if phrase.owner is not None or phrase.poss in ("its", "their", "our"):
        return [(amount, anchor)]
    if not weak and phrase.prep in ("with", "including") and phrase.prep == "with":
        return [(amount, anchor)]
    if not weak and any(
        a.prep in ("at", "of") and a.head.tag in ("NAME", "NOUN") and _organization(sentence, a) is not None
        for a in phrase.attached
    ):
        return [(amount, anchor)] if clause is None or clause.lemma in ("be", "have", "work") else []
    return []


_ROUND_NUMBERS = frozenset(
    ("dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions")
)


def _of_units(phrase: Phrase, prop: Property) -> bool | None:
    """ "hundreds of employees": whether the unit needs more than itself; None where it is none."""
    counted = next((p.head.lower for p in phrase.attached if p.prep == "of"), "")
    if {counted, _singular(counted)} & prop.units:
        return False
    return True if {counted, _singular(counted)} & prop.weak_units else None


_BODIES = frozenset("board committee council jury panel band choir cabinet".split())


def _employs(clause: Clause, phrase: Phrase, prop: Property, weak: bool, bare: bool) -> bool:
    verb = clause.lemma
    if phrase in clause.objects:
        if verb in prop.verbs:
            return not clause.verb.passive
        if bare:
            return False
        return (verb in ("have", "number", "count") and not weak) or (
            verb == "have"
            and weak
            and any(p.prep in ("on", "in") and p.head.lower in ("site", "staff", "payroll") for p in clause.phrases)
        )
    if phrase is clause.subject and not bare:
        return (
            verb == "work" and (clause.where is not None or any(p.prep in ("for", "at") for p in clause.phrases))
        ) or (verb in prop.verbs and clause.verb.passive)
    return False


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _scope_words(sentence: Sentence, atoms: list[Atom]) -> str:
    """Words that narrow a count: "research", "full-time" does not."""
    kept = [atom for atom in atoms if atom.tag in ("NOUN", "ADJ", "TITLE") and atom.lower not in _NO_SCOPE]
    return sentence.passage.text(kept[0].first, kept[-1].last) if kept else ""


_NO_SCOPE = frozenset(
    (
        "total full-time fulltime overall current annual estimated combined own average more other permanent "
        "paid global worldwide strong new first record net gross pre-money post-money post pre operating group "
        "consolidated full whole entire reported adjusted total"
    ).split()
)


def _organization(sentence: Sentence, phrase: Phrase) -> Referent | None:
    return sentence.resolve(phrase, "organization")


def _claim(sentence: Sentence, prop: Property, atom: Atom, anchor: Anchor) -> Draft | None:
    if atom.mention is None or atom.mention.value is None:
        return None
    how = sentence.modality(anchor.clause)
    subject = _subject(sentence, prop, anchor)
    if how is None or subject is None or subject.sure < 0.5 or _partial(sentence, anchor, atom):
        return None
    value, last = atom.mention.value, atom.last
    if prop.value == "measure":
        said = figures.within(sentence.passage, atom.first, atom.last, "measure")
        if said is None:
            return None
        value, last = said.value, said.last
    qualifiers = _qualifiers(sentence, prop, anchor, atom)
    if value.kind != prop.value:
        value = Value(
            prop.value,
            value.text,
            low=value.low,
            high=value.high,
            currency=value.currency,
            approximate=value.approximate,
        )
    return sentence.draft(
        atom.first,
        last,
        subject.name,
        subject.kind,
        prop.attribute,
        value,
        how,
        f"{prop.attribute} by its noun",
        subject.sure,
        **qualifiers,
    )


def _partial(sentence: Sentence, anchor: Anchor, atom: Atom) -> bool:
    """ "including 640 in …", "of which 200": a part, not the whole."""
    return anchor.phrase.prep.startswith(("includ", "exclud")) or anchor.phrase.prep in (
        "than",
        "from",
        "up from",
        "compared with",
        "against",
    )


def _subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    """Whose amount it is: the possessor, an organization attached to the noun, the clause's subject, what is talked
    about."""
    phrase, scene = anchor.phrase, sentence.scene
    if prop.subject != "organization":
        return _other_subject(sentence, prop, anchor)
    local = sentence.before(phrase)
    owner = owner_of(phrase, scene, local)
    if phrase.owner is not None or phrase.poss in ("its", "their", "our"):
        return owner
    if phrase.poss in ("his", "her", "my"):
        return None
    for attached in phrase.attached:
        if attached.prep in ("of", "at", "for") and attached is not anchor.amount:
            found = _organization(sentence, attached)
            if found is not None:
                return found
            if attached.head.tag == "NAME" and attached.prep in ("of", "at"):
                return None
    for atom in phrase.atoms:
        if (
            atom.tag == "NAME"
            and named(atom, "organization")
            and atom.name is not None
            and atom.name.kind == "organization"
        ):
            return Referent(atom.name.full or atom.name.text, "organization", 0.9)
    clause = anchor.clause
    if phrase.prep == "with" and phrase.start:
        holder = _holder(sentence, phrase)
        if (
            holder is not None
            and (holder.apposed_to is not None or holder.head.tag == "NAME")
            and (found := _organization(sentence, holder.apposed_to or holder)) is not None
        ):
            return found
    if clause is not None and clause.where is not None and (found := _organization(sentence, clause.where)) is not None:
        return found
    if clause is not None and clause.lemma == "work" and phrase is clause.subject:
        at = next((p for p in clause.phrases if p.prep in ("for", "at")), None)
        return _organization(sentence, at) if at is not None else None
    if clause is not None and clause.subject is not None and phrase is not clause.subject:
        return _clause_subject(sentence, clause, anchor)
    if phrase.prep == "with" and phrase.start:
        before = _holder(sentence, phrase)
        if isinstance(before, Phrase) and (found := _organization(sentence, before.apposed_to or before)) is not None:
            return found
    for name, sure in ((scene.section, 0.65), (scene.topic, 0.65), (scene.main, 0.6)):
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


def _clause_subject(sentence: Sentence, clause: Clause, anchor: Anchor) -> Referent | None:
    subject = clause.subject
    assert subject is not None
    if subject.head.tag == "PRON" and subject.head.lower in ("we", "i"):
        return sentence.resolve(subject, "organization") if subject.head.lower == "we" else None
    found = _organization(sentence, subject) if clause.lemma in _OWNING | _LEVEL_VERBS or True else None
    if found is not None:
        return found
    if subject.head.tag == "NAME" and subject.head.name is not None and subject.head.name.kind in ("person", "place"):
        return None
    if subject.head.lower in ("there", "that", "this"):
        return (
            Referent(sentence.scene.topic or sentence.scene.main, "organization", 0.6)
            if sentence.scene.topic or sentence.scene.main
            else None
        )
    if describes(subject.head, sentence.scene.words):
        return None
    if anchor.phrase in clause.phrases and clause.lemma not in _OWNING:
        return Referent(sentence.scene.topic, "organization", 0.55) if sentence.scene.topic else None
    return None


def _other_subject(sentence: Sentence, prop: Property, anchor: Anchor) -> Referent | None:
    if prop.subject == "person":
        clause = anchor.clause
        if anchor.phrase.prep == "with" and clause is not None and clause.subject is not None:
            return sentence.resolve(clause.subject, "person")
        if anchor.phrase.poss or anchor.phrase.owner is not None:
            owner = anchor.phrase.owner
            if owner is None:
                return pronoun(anchor.phrase.poss, "person", sentence.scene, sentence.before(anchor.phrase))
            return sentence.resolve(owner, "person")
        return (
            sentence.resolve(clause.subject, "person")
            if clause is not None and clause.subject is not None and clause.subject is not anchor.phrase
            else None
        )
    if own.is_own(prop.subject):
        return _own_subject(sentence, prop, anchor)
    from checker.claims.things import current, thing

    candidates = [*([anchor.phrase.owner] if anchor.phrase.owner is not None else []), *anchor.phrase.attached]
    if anchor.clause is not None and anchor.clause.subject is not None:
        candidates.append(anchor.clause.subject)
    found = next((found for found in (thing(sentence, c) for c in candidates) if found is not None), None)
    bare = anchor.phrase.det in ("the", "") and not anchor.phrase.poss and anchor.phrase.owner is None
    return found or (current(sentence) if bare else None)


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


def _qualifiers(sentence: Sentence, prop: Property, anchor: Anchor, atom: Atom) -> dict[str, str]:
    kept: dict[str, str] = {}
    date = _date(sentence, anchor, atom, prop.period)
    if prop.attribute == "headcount" and not anchor.scope and anchor.clause is not None:
        anchor.scope = _site(sentence, anchor.clause)
    if prop.scope and anchor.scope:
        kept["scope"] = anchor.scope
    if prop.period:
        kept["period"] = date
    elif prop.dated and date:
        kept["as_of"] = date
    if prop.subject == "person" and prop.attribute == "direct_reports":
        subject = _other_subject(sentence, prop, anchor)
        kept["organization"] = (
            sentence.scene.employers.get(subject.name, sentence.scene.main) if subject is not None else ""
        )
    return kept


def _site(sentence: Sentence, clause: Clause) -> str:
    """ "330 people on site", "work at the plant": those of one place only."""
    for phrase in clause.phrases:
        if (
            phrase.prep in ("on", "at", "in")
            and phrase.head.lower in ("site", "plant", "factory", "warehouse", "depot", "base", "yard", "workshop")
            and not phrase.of("QTY")
        ):
            return sentence.passage.text(phrase.atoms[0].first, phrase.atoms[-1].last)
    return ""


def _date(sentence: Sentence, anchor: Anchor, atom: Atom, written: bool = False) -> str:
    """The date that an amount is for: in its phrase, right behind it, else in its clause."""
    near: list[Phrase] = [anchor.phrase, *anchor.phrase.attached]
    if anchor.amount is not None:
        near += [anchor.amount, *anchor.amount.attached]
    for inner in [inner for phrase in near for inner in phrase.parens]:
        near += [c for c in inner if isinstance(c, Phrase)]
    clause_dates = list(anchor.clause.dates) if anchor.clause is not None else []
    close = [p for p in clause_dates if 0 <= p.atoms[0].first - atom.last <= 3]
    leading = [p for p in clause_dates if p.atoms[0].first < atom.first]
    found = _date_atom([*near, *close[:1], *leading, *clause_dates])
    if found is None or found.mention is None or found.mention.value is None:
        return ""
    return found.mention.value.text if written and not found.mention.anchor else found.mention.value.edtf or ""


def _date_atom(phrases: list[Phrase]) -> Atom | None:
    for phrase in phrases:
        for atom in phrase.atoms:
            if (
                atom.tag == "DATE"
                and atom.mention is not None
                and atom.mention.value is not None
                and atom.mention.value.edtf
            ):
                return atom
    return None


def modality_of(sentence: Sentence, anchor: Anchor) -> Modality | None:
    """The modality of the amount's clause."""
    return sentence.modality(anchor.clause)
