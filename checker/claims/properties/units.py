"""Amounts of what a property counts, by what is said of them: "its 940 employees", "serves 300 clients".

A count alone is no claim: "hired 45 engineers" says nothing of how many there are. The construction has to say that
somebody has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.atoms import Atom
from checker.claims.chunks import Mark, Phrase, VerbGroup
from checker.claims.clauses import Clause
from checker.claims.properties.measure import TAGS, Anchor, Property, scope_words, singular
from checker.claims.properties.nouns import CHANGE, governor
from checker.claims.sentence import Sentence

HAVING = frozenset(
    (
        "have number count boast retain keep maintain total comprise include command muster field hold claim list "
        "own support encompass"
    ).split()
)
_WORKING = frozenset("work serve labour labor toil volunteer help help_out base station".split())
_USING = frozenset(
    (
        "use visit subscribe subscribe_to read watch ride travel shop bank belong attend frequent play join sign_up "
        "listen tune_in rely depend trust choose buy stream follow"
    ).split()
)
BY_MANY = _WORKING | _USING
_SERVING = frozenset("serve supply insure carry transport fly ferry".split())
_STAFFING = frozenset("staff run man operate power sustain".split())
_COLLECTIVE = frozenset(
    "team crew staff workforce network pool corps body army force group roster roll squad complement total average "
    "maximum minimum".split()
)
_INCREMENT = frozenset(
    (
        "more another additional extra further other fewer less striking laid-off redundant vacant unfilled former "
        "ex-employees new would-be potential prospective missing surplus temporary seasonal agency"
    ).split()
)
_BARRED = frozenset("be found start test trial set_up".split())
_WITH_OTHERS = frozenset(
    (
        "work meet talk speak deal agree share settle negotiate consult partner collaborate compete sign interview "
        "conduct discuss"
    ).split()
)
_ROUND_NUMBERS = frozenset(
    ("dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions")
)
_BODIES = frozenset("board committee council jury panel band choir cabinet".split())
_MEMBERS = frozenset("choir club union society association membership band orchestra crowd audience jury panel".split())
_ROLLS = frozenset("site staff payroll books roll rolls strength register team list".split())


class Count(Struct):
    """An amount with its unit. ``weak``: the unit ("people") counts anything; ``bare``: there is none."""

    atom: Atom
    phrase: Phrase
    scope: str
    weak: bool = False
    bare: bool = False


def by_unit(sentence: Sentence, phrase: Phrase, prop: Property) -> Iterator[Anchor]:
    """The count in ``phrase``, where somebody is said to have it."""
    count = _count(sentence, phrase, prop)
    if count is None or _increment(sentence, phrase, count):
        return
    whole = _whole(sentence, phrase)
    if count.weak and _narrowed(sentence, phrase):
        return
    clause = sentence.clause_of(whole)
    few = clause is not None and clause.subject is not None and clause.subject.head.lower in _BODIES
    if few and (count.weak or prop.attribute != "headcount"):
        return
    anchor = Anchor(count.atom, whole, clause, count.scope if prop.scope else "", phrase)
    if _had(sentence, prop, count, whole, anchor):
        yield anchor


def _count(sentence: Sentence, phrase: Phrase, prop: Property) -> Count | None:
    atom = next((a for a in phrase.atoms if a.tag == TAGS[prop.value]), None)
    if atom is None:
        return None
    k = phrase.atoms.index(atom)
    if atom.lemma:
        return _strong(phrase, atom, prop)
    if _contracted(sentence, phrase):
        scope = sentence.passage.text(phrase.atoms[-1].first, phrase.atoms[-1].last)
        return Count(atom, phrase, scope) if prop.attribute == "headcount" and k == len(phrase.atoms) - 2 else None
    unit, weak, narrow = _unit(phrase.atoms, k, prop)
    staff = _members_of(phrase)
    if staff and prop.attribute == "users":
        return None
    if unit is None and staff and prop.attribute == "headcount":
        return Count(atom, phrase, scope_words(sentence, phrase.atoms[k + 1 : -1]))
    if unit is None:
        if k < len(phrase.atoms) - 1:
            return None
        if (meant := _of_them(sentence, phrase, prop)) is not None:
            return Count(atom, phrase, sentence.passage.text(meant.atoms[0].first, meant.head.last))
        counted = _of_units(phrase, prop) if atom.lower in _ROUND_NUMBERS else None
        if counted is not None:
            return Count(atom, phrase, "", weak=counted)
        return Count(atom, phrase, "", weak=True, bare=True)
    if any(a.tag in ("NOUN", "TITLE", "NAME") for a in phrase.atoms[unit + 1 :]):
        return None
    scope = scope_words(sentence, phrase.atoms[k + 1 : unit + narrow])
    if prop.attribute == "users":
        scope = sentence.passage.text(phrase.atoms[k + 1].first, phrase.atoms[unit].last)
    return Count(atom, phrase, scope, weak)


def _contracted(sentence: Sentence, phrase: Phrase) -> bool:
    """ "72 players on contract", "40 singers under contract": those who work there, whoever they are."""
    near = [*phrase.attached, *sentence.behind(phrase)[:1]]
    held = any(p.prep in ("on", "under") and p.head.lower in _CONTRACTS for p in near)
    return held and phrase.head.tag in ("NOUN", "TITLE") and phrase.head.lower.endswith("s")


_CONTRACTS = frozenset("contract contracts salary salaries".split())


def _of_them(sentence: Sentence, phrase: Phrase, prop: Property) -> Phrase | None:
    """ "Season tickets went up; the club had sold 4,860 of them": what was named before without a count."""
    if prop.attribute != "users" or not any(p.prep == "of" and p.head.lower == "them" for p in phrase.attached):
        return None
    before = [p for p in sentence.phrases() if p.start < phrase.start and not p.of("QTY")]
    said = ((p, _unit([phrase.atoms[0], *p.atoms], 0, prop)) for p in reversed(before))
    return next((p for p, (end, weak, _) in said if end is not None and not weak), None)


def _strong(phrase: Phrase, atom: Atom, prop: Property) -> Count | None:
    """ "the 40-strong company", "a 300-member newsroom": a count before whoever has so many."""
    head = phrase.head
    if prop.attribute != "headcount" or head is atom or head.lower in _MEMBERS or atom.lemma == "member":
        return None
    return Count(atom, phrase, "", bare=head.lower in _COLLECTIVE)


def _unit(atoms: list[Atom], k: int, prop: Property) -> tuple[int | None, bool, bool]:
    """Where the unit behind the amount ends, whether it is weak, whether it names a part itself."""
    for n in range(len(atoms) - 1, k, -1):
        word = atoms[n].lower.split()[-1] if atoms[n].tag == "TITLE" else atoms[n].lower
        one = {word, singular(word), atoms[n].lower, singular(atoms[n].lower)}
        two = {f"{atoms[n - 1].lower} {form}" for form in one} if n - 1 > k else set()
        for units, weak, narrow in (
            (prop.narrow_units, False, True),
            (prop.units, False, False),
            (prop.weak_units, True, False),
        ):
            if (one | two) & units:
                return n, weak, narrow
    return None, False, False


def _members_of(phrase: Phrase) -> bool:
    """ "61 members of staff": those who work there, and not its members."""
    return singular(phrase.head.lower) == "member" and any(
        p.prep == "of" and p.head.lower in ("staff", "crew", "team", "personnel", "faculty") for p in phrase.attached
    )


def _of_units(phrase: Phrase, prop: Property) -> bool | None:
    """ "hundreds of employees": whether the unit needs more than itself; None where it is none."""
    counted = next((p.head.lower for p in phrase.attached if p.prep == "of"), "")
    if {counted, singular(counted)} & (prop.units | prop.narrow_units):
        return False
    return True if {counted, singular(counted)} & prop.weak_units else None


def _increment(sentence: Sentence, phrase: Phrase, count: Count) -> bool:
    """ "another 30 staff", "40 more jobs", "by 60 people": how many came or went."""
    words = {a.lower for a in phrase.atoms} | {phrase.det}
    first = phrase.atoms[0].first
    before = sentence.passage.tokens[first - 1].lower if first else ""
    return bool(words & _INCREMENT) or before in _INCREMENT or phrase.prep.split(" ")[-1] in ("by", "than", "per")


def _narrowed(sentence: Sentence, phrase: Phrase) -> bool:
    """ "seven people reporting to her", "300 people who marched": some of those there are."""
    i = phrase.start + 1
    behind = sentence.chunks[i] if i < len(sentence.chunks) and sentence.chunks[i - 1] is phrase else None
    if isinstance(behind, VerbGroup):
        bound = behind.form in ("ing", "participle") or bool(phrase.prep)
        return bound and behind.lemma not in _WORKING | {"employ"}
    return isinstance(behind, Mark) and behind.tag == "REL" and not _at_work(sentence, i)


def _at_work(sentence: Sentence, i: int) -> bool:
    verb = sentence.chunks[i + 1] if i + 1 < len(sentence.chunks) else None
    return isinstance(verb, VerbGroup) and verb.lemma in _WORKING | {"employ"}


def _whole(sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "a network of 300 volunteers": what is had is the network."""
    holder = governor(sentence, phrase) if phrase.prep == "of" else None
    return holder if holder is not None and singular(holder.head.lower) in _COLLECTIVE else phrase


def _had(sentence: Sentence, prop: Property, count: Count, whole: Phrase, anchor: Anchor) -> bool:
    """Whether the sentence says that somebody has the count; notes in the anchor who, where the grammar says it."""
    clause = anchor.clause
    if count.atom.lemma:
        anchor.holder = None if count.bare or whole.owner is not None or whole.poss else whole
        anchor.given = True
        return True
    if clause is not None and _in_clause(sentence, prop, count, whole, clause, anchor):
        return True
    if count.bare and whole is count.phrase:
        return False
    if whole.owner is not None or whole.poss in ("its", "our") or (whole.poss == "their" and not count.weak):
        anchor.given = True
        return True
    if (about := _bracketed(sentence, whole)) is not None:
        anchor.holder, anchor.clause = about, None
        return True
    if whole.prep == "with" and not (clause is not None and clause.lemma in _WITH_OTHERS):
        return not count.weak or (prop.attribute == "headcount" and (clause is None or clause.lemma not in _BARRED))
    if not count.weak and any(
        a.prep in ("at", "of") and sentence.resolve(a, "organization") is not None for a in whole.attached
    ):
        return clause is None or clause.lemma in ("be", "have", "work")
    return _alone(sentence, count) or _the_staff(sentence, prop, count, whole)


def _the_staff(sentence: Sentence, prop: Property, count: Count, whole: Phrase) -> bool:
    """ "Some of the 210 staff say": as many as there are, where nothing narrows them."""
    if prop.attribute != "headcount" or whole.det != "the" or count.weak or count.bare or count.scope:
        return False
    after = sentence.chunks[whole.start + 1] if whole.start + 1 < len(sentence.chunks) else None
    narrows = (isinstance(after, Mark) and after.tag == "REL") or (
        isinstance(after, VerbGroup) and after.form in ("participle", "ing")
    )
    return whole.prep in ("of", "among", "for", "to", "all") and not narrows and not whole.attached and _many(count)


def _in_clause(sentence: Sentence, prop: Property, count: Count, whole: Phrase, clause: Clause, anchor: Anchor) -> bool:
    if whole in clause.objects:
        return _as_object(sentence, prop, count, whole, clause, anchor)
    if whole is clause.subject:
        return _as_subject(prop, count, clause)
    if whole not in clause.phrases:
        return False
    last = whole.prep.split(" ")[-1]
    if last in ("to", "for") and prop.attribute == "headcount" and not count.bare and _gives_work(clause):
        return True
    if last == "to" and clause.lemma in CHANGE and count.bare and _from_unit(clause, prop):
        return True
    if last == "by" and clause.verb.passive and clause.lemma in (_USING if prop.attribute == "users" else _STAFFING):
        return not count.bare
    if last == "to" and clause.lemma in CHANGE:
        return (not count.bare and not count.weak) or _from_unit(clause, prop)
    if last == "at" and clause.lemma in ("stand", "remain", "stay", "sit"):
        return not count.bare
    if last == "on" and clause.lemma in ("rely", "depend", "count", "draw", "run", "call"):
        return not count.weak
    return last == "with" and clause.lemma in ("leave", "operate", "manage", "end_up") and not count.bare


def _gives_work(clause: Clause) -> bool:
    """ "gives work to 64 people", "provides jobs for 300"."""
    given = clause.objects[0].head.lower if clause.objects else ""
    return given in ("work", "employment", "jobs", "job") and clause.lemma in ("give", "provide", "offer")


def _as_object(sentence: Sentence, prop: Property, count: Count, whole: Phrase, clause: Clause, anchor: Anchor) -> bool:
    verb = clause.lemma
    if verb in prop.verbs and (prop.attribute == "headcount" or not count.weak or verb in _SERVING):
        return not clause.verb.passive and not (count.bare and prop.attribute == "users")
    subject = clause.subject.head.lower if clause.subject is not None else ""
    if verb == "be" and prop.attribute == "headcount" and subject in ("we", "there"):
        return _we_are(count, clause)
    if verb == "sell" and prop.attribute == "users":
        return not count.bare and count.scope.casefold().endswith(_ADMISSIONS)
    if _kept_in_work(prop, clause) or _as_customers(prop, clause, count):
        return not clause.verb.passive and not count.bare
    if count.bare and whole is count.phrase:
        return False
    if verb == "be" and prop.attribute == "headcount" and clause.subject is not None and _is_body(clause.subject):
        return True  # "Anvil Labs is about 200 people now"
    if verb == "be" and subject == "there":
        return not count.weak and (_somewhere(sentence, clause) or _just_so_many(sentence, prop, count, clause))
    if verb in HAVING:
        return (
            not count.weak or whole is not count.phrase or _on_roll(clause, whole) or _just_people(clause, prop, whole)
        )
    return verb == "leave" and not count.weak and clause.verb.form == "ing"


def _we_are(count: Count, clause: Clause) -> bool:
    """ "We are 46 people", "there are nine of us on the payroll"."""
    subject = clause.subject
    assert subject is not None
    ours = any(p.prep == "of" and p.head.lower == "us" for p in count.phrase.attached) and not _handful(count)
    if subject.head.lower == "there":
        enrolled = _on_roll(clause, count.phrase) and not count.bare
        return ours or enrolled or (not count.bare and not count.weak and bool(clause.phrases))
    return not count.bare or not count.weak or ours or _many(count)


def _is_body(subject: Phrase) -> bool:
    name = subject.head.name
    return name is not None and name.kind == "organization" and not subject.prep


def _many(count: Count) -> bool:
    """ "We were 2,400": more than a few, and no year."""
    value = count.atom.mention.value if count.atom.mention is not None else None
    low = value.low if value is not None else None
    text = count.atom.lower
    return low is not None and low >= _FEW and not (len(text) == 4 and text.isdigit())


def _handful(count: Count) -> bool:
    """ "There were three of us round a table": who began together, and no staff."""
    value = count.atom.mention.value if count.atom.mention is not None else None
    return value is not None and value.low is not None and value.low < 5


_FEW = 20


_ADMISSIONS = ("season ticket", "season tickets", "season-tickets", "passes", "memberships", "subscriptions")


def _kept_in_work(prop: Property, clause: Clause) -> bool:
    """ "keeps eleven people in work", "has 40 people on its books"."""
    where = any(p.prep == "in" and p.head.lower in ("work", "employment", "jobs") for p in clause.phrases)
    return prop.attribute == "headcount" and where and clause.lemma in ("keep", "have", "maintain", "hold")


def _as_customers(prop: Property, clause: Clause, count: Count) -> bool:
    """ "counted more than 300 hospitals as customers": what they are counted as is the unit."""
    said = next((p for p in clause.phrases if p.prep in ("as", "among")), None)
    if prop.attribute != "users" or said is None or clause.lemma not in ("count", "have", "number", "claim", "list"):
        return False
    return singular(said.head.lower) in prop.units


def _just_so_many(sentence: Sentence, prop: Property, count: Count, clause: Clause) -> bool:
    """ "There are just over 5,200 season-ticket holders.": of whom the talk is, where nothing else is said of them."""
    alone = not clause.phrases and not count.phrase.attached and len(sentence.clauses) == 1
    return prop.attribute == "users" and alone and bool(sentence.scene.topic or sentence.scene.main)


def _somewhere(sentence: Sentence, clause: Clause) -> bool:
    return any(p.prep in ("at", "in", "on", "with") for p in clause.phrases)


def _on_roll(clause: Clause, whole: Phrase) -> bool:
    return any(p.prep in ("on", "in") and p.head.lower in _ROLLS for p in [*clause.phrases, *whole.attached])


def _just_people(clause: Clause, prop: Property, whole: Phrase) -> bool:
    """ "It has 300 people in 14 countries": people and nothing more said of them; "in the year to March" or "at the
    concerts" are those who came."""
    came = any(p.head.lower in _STRETCHES or _over(p) for p in (*clause.phrases, *whole.attached))
    return not came and prop.attribute == "headcount" and whole.head.lower == "people" and len(whole.atoms) == 2


_STRETCHES = frozenset(
    (
        "year season quarter month week weekend summer winter evening night day concert concerts show shows door doors"
    ).split()
)


def _over(phrase: Phrase) -> bool:
    """ "In the year to March": a stretch of time that a count is taken over."""
    return (
        phrase.head.tag == "DATE"
        and phrase.prep in ("in", "over", "during", "for")
        and any(word in phrase.head.lower.split() for word in _STRETCHES)
    )


def _as_subject(prop: Property, count: Count, clause: Clause) -> bool:
    verb = clause.lemma
    if count.bare:
        ours = any(p.prep == "of" and p.head.lower == "us" for p in count.phrase.attached)
        return prop.attribute == "headcount" and ours and verb in _WORKING
    if verb in prop.verbs and clause.verb.passive:
        return True
    placed = clause.where is not None or any(p.prep in ("for", "at") for p in clause.phrases)
    if prop.attribute == "headcount" and verb == "be":
        return any(p.prep == "on" and p.head.lower in _ROLLS for p in clause.phrases)
    if prop.attribute == "headcount":
        return verb in _WORKING and (placed or any(p.head.lower in ("there", "here") for p in clause.objects))
    return prop.attribute == "users" and verb in _USING and (bool(clause.objects) or bool(clause.phrases))


def _from_unit(clause: Clause, prop: Property) -> bool:
    """ "went from three direct reports to fourteen": what is counted is said of the first."""
    start = next((p for p in clause.phrases if p.prep.split(" ")[-1] == "from"), None)
    return start is not None and _unit(start.atoms, 0, prop)[0] is not None and start.atoms[0].tag == "QTY"


def _bracketed(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The name in whose brackets the phrase stands: "Acme (310 employees)"."""
    for item in sentence.chunks:
        if isinstance(item, Phrase) and item.head.tag == "NAME" and any(phrase in inner for inner in item.parens):
            return item
    return None


def _alone(sentence: Sentence, count: Count) -> bool:
    """ "310 employees" and no more: a line of a list or a card."""
    block = sentence.passage.block
    return (
        block.kind == "item"
        and not count.bare
        and not any(isinstance(item, VerbGroup) for item in sentence.chunks)
        and count.phrase.start == 0
        and not count.phrase.prep
        and (not count.weak or len(sentence.atoms) == 2)
    )
