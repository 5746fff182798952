"""Clauses: each verb with its subject, its objects and what stands in prepositional phrases, however they are arranged.

A clause is the same for "X bought Y", "Y, bought by X in May,", "Y, which X bought", "X, which bought Y" and
"after buying Y, X …": patterns see subject, verb and objects, never word order.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct, field

from checker.claims.atoms import Atom
from checker.claims.chunks import Chunk, Mark, Phrase, VerbGroup
from checker.claims.relatives import fronted, relate


class Clause(Struct, eq=False):
    """One verb and what belongs to it. ``subjunct`` is the word that opens it ("if", "after"); ``quoted`` its
    quotation."""

    verb: VerbGroup
    subject: Phrase | None
    objects: list[Phrase] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)  # governed by prepositions, in order, leading ones too
    dates: list[Phrase] = field(default_factory=list)  # those and bare ones ("yesterday") that hold a date
    subjunct: str = ""
    relative: bool = False
    quoted: int = 0  # 0: outside; n: in the n-th quotation of the sentence
    parent: Clause | None = None
    antecedent: Phrase | None = None  # what a relative pronoun before the subject stands for
    bare: Phrase | None = None  # what a relative clause without a pronoun is about: "the imprint she founded"
    where: Phrase | None = None  # what "where" stands for
    ceased: str = ""  # "no longer", "any longer"
    others: list[Phrase] = field(default_factory=list)  # what else a relative pronoun may stand for, nearest first
    first: int = 0
    last: int = 0
    lemma: str = ""  # the verb's: a field, because everything asks for it

    def __post_init__(self) -> None:
        self.lemma = self.verb.lemma


def analyse(chunks: list[Chunk]) -> list[Clause]:
    """The clauses of one sentence, parentheses included, in order."""
    quotes = _quotes(chunks)
    clauses: list[Clause] = []
    verbs = [i for i, item in enumerate(chunks) if isinstance(item, VerbGroup)]
    for place in verbs:
        clauses.append(_clause(chunks, place, clauses, quotes))
    for n, clause in enumerate(clauses):
        clause.dates += [Phrase([atom], clause.verb.start) for atom in clause.verb.inner]
        _complements(chunks, clause, clauses, n, quotes)
        if clause.bare is not None and not clause.objects:
            clause.objects.append(clause.bare)
        if _shortened(clause):
            clause.verb.passive = True
        if _turned(clause) or _beside_is(chunks, clause):
            _give_back(clause.subject, clauses[:n])
            clause.subject = clause.objects.pop(0)
    _leading(chunks, clauses)
    _share(clauses)
    _told(clauses)
    for item in chunks:
        if isinstance(item, Phrase):
            for inner in item.parens:
                clauses += _inner(inner, item)
    return clauses


def _told(clauses: list[Clause]) -> None:
    """ "X is a carrier that employs 300": what is said of what X is, is said of X."""
    for n, clause in enumerate(clauses):
        host = next((c for c in clauses[:n] if c.lemma in _BEING and clause.subject in c.objects), None)
        if host is not None and host.subject is not None and not host.verb.negated:
            clause.others = [*clause.others, host.subject]


_BEING = frozenset(("be", "become", "remain"))


def _share(clauses: list[Clause]) -> None:
    """ "Born and raised in Ilorin": what stands behind the second verb belongs to the first as well."""
    for first, second in pairwise(clauses):
        joined = second.verb.start - first.verb.start == 2 and first.verb.form == second.verb.form
        if joined and not (first.objects or first.phrases or first.dates) and first.subject is second.subject:
            first.objects, first.phrases, first.dates = second.objects, second.phrases, second.dates


_TAKES_NONE = frozenset("die pass_away perish expire arrive depart appear disappear retire".split())


def _turned(clause: Clause) -> bool:
    """ "On 11 November died Gertrud Aumann": a verb that takes no object, with its subject behind it."""
    turned = clause.subject is None and bool(clause.objects) and not clause.relative
    return turned and clause.verb.form == "finite" and clause.lemma in _TAKES_NONE and not clause.verb.passive


def _beside_is(chunks: list[Chunk], clause: Clause) -> bool:
    """ "And next to her is A, the director", "With us is A": where somebody is stands before, and says nothing else."""
    if clause.lemma != "be" or len(clause.objects) != 1 or clause.relative:
        return False
    i, spot = clause.verb.start - 1, False
    while i >= 0 and _fronted_spot(chunks[i]):
        spot = spot or getattr(chunks[i], "tag", "PREP") == "PREP"
        i -= 1
    starts = i < 0 or _is_mark(chunks[i], "CONJ", "STOP", "SEMI", "COLON")
    return spot and starts and clause.objects[0].head.is_a("person")


def _give_back(taken: Phrase | None, earlier: list[Clause]) -> None:
    """To the clause right before it the complement that a clause turned round was given for its subject."""
    for clause in earlier if taken is not None else ():
        if taken is not None and taken.start == clause.verb.start + 1 and not clause.objects:
            clause.objects.append(taken)
            taken.object_of = True


def _fronted_spot(item: Chunk) -> bool:
    """A part of "next to her" or "in the chair"; "with us" says more: whose guest somebody is."""
    if isinstance(item, Phrase):
        return bool(item.prep) and not (item.prep == "with" and item.head.tag == "PRON")
    return _is_mark(item, "ADV", "PREP", "POSS")


_APPOINTS = frozenset("appoint elect promote elevate name re-elect reappoint nominate crown install hire".split())


def _shortened(clause: Clause) -> bool:
    """A headline's passive: "Nadia Ferhat appointed director of X", "Ann Ray promoted to editor"."""
    verb, subject = clause.verb, clause.subject
    if verb.lemma not in _APPOINTS or verb.form != "finite" or verb.passive or len(verb.atoms) > 1 or subject is None:
        return False
    name = subject.head.name
    if name is None or name.kind != "person" or not verb.atoms[0].tenses >= {"past", "part"} or clause.relative:
        return False
    if not clause.objects:
        return any(p.prep in ("to", "as") and p.of("TITLE") for p in clause.phrases)
    first = clause.objects[0]
    return first.head.tag == "TITLE" and not first.of("NAME") and not first.det and not first.appositions


def tell_participles(chunks: list[Chunk]) -> None:
    """Tell "founded" the participle from "founded" the past tense, where the form is both."""
    for i, item in enumerate(chunks):
        if (
            isinstance(item, VerbGroup)
            and item.form == "finite"
            and (verb := _only_verb(item)) is not None
            and "part" in verb.tenses
            and ("past" in verb.tenses or _by_agent(chunks, i))
            and _reduced(chunks, i)
        ):
            item.form, item.passive, item.tense = "participle", True, "none"
        elif isinstance(item, Phrase):
            for inner in item.parens:
                tell_participles(inner)


def _only_verb(group: VerbGroup) -> Atom | None:
    """The verb of a group that is one verb, maybe with an adverb: "officially opened"."""
    verbs = [atom for atom in group.atoms if atom.tag != "ADV"]
    return verbs[0] if len(verbs) == 1 and verbs[0].tag == "VERB" else None


def _by_agent(chunks: list[Chunk], i: int) -> bool:
    """ "run by the charity X": a form that is also the infinitive."""
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    return isinstance(after, Phrase) and after.prep == "by" and after.head.tag in ("NAME", "NOUN", "TITLE")


def _acts(phrase: Phrase) -> bool:
    """Whether what stands behind "by" can have done it: "by 8%" says how much."""
    return phrase.head.tag not in ("PCT", "MONEY", "QTY", "DATE")


def _had(chunks: list[Chunk], i: int) -> bool:
    """ "has 212 workers left", "had 30 people employed there": a participle of what somebody has."""
    before, j = chunks[i - 1] if i else None, i - 2
    if not isinstance(before, Phrase) or before.prep or not before.of("QTY"):
        return False
    while j > 0 and isinstance(chunks[j], Mark) and chunks[j].tag == "ADV":  # type: ignore[union-attr]
        j -= 1
    verb = chunks[j] if j >= 0 else None
    return isinstance(verb, VerbGroup) and verb.lemma in ("have", "be", "keep")


def _reduced(chunks: list[Chunk], i: int) -> bool:
    before = chunks[i - 1] if i else None
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if isinstance(after, Phrase) and not after.prep and after.head.tag not in ("DATE",):
        return False
    verb = chunks[i]
    assert isinstance(verb, VerbGroup)
    if _had(chunks, i):
        return True
    if _whose(chunks, i):
        return False
    if i > 1 and isinstance(before, Phrase) and not before.prep and getattr(chunks[i - 2], "tag", "") == "REL":
        return False  # "which his grandfather founded in 1928, employs …"
    bare = (isinstance(before, Mark) and before.tag in ("COMMA", "DASH")) or (
        isinstance(before, Phrase) and before.head.tag in ("NOUN", "MONEY", "ROUND")
    )
    if bare and verb.lemma in _TRANSITIVE and isinstance(after, Phrase) and (after.prep or after.head.tag == "DATE"):
        return True
    if _joined_participle(chunks, i):
        return True
    agent = any(isinstance(item, Phrase) and item.prep == "by" and _acts(item) for item in chunks[i + 1 : i + 3])
    if agent and not (isinstance(before, Mark) and before.tag in ("REL", "SUB")):
        return True
    if before is None or (isinstance(before, Mark) and before.tag == "SUB"):
        return (
            before is not None and before.lower in ("when", "once", "if", "although", "though", "while", "as")
        ) or before is None
    if isinstance(before, Phrase) and before.head.tag == "PRON":
        return False
    if isinstance(before, Mark) and before.tag in ("REL",):
        return False
    return _finite_later(chunks, i, isinstance(before, Mark))


def _whose(chunks: list[Chunk], i: int) -> bool:
    """ "Whose chief executive, Dmitri Volkov, studied": the comma closes what stands beside the subject."""
    if i < 5 or not (_is_mark(chunks[i - 1], "COMMA") and _is_mark(chunks[i - 3], "COMMA")):
        return False
    beside, opener = chunks[i - 2], chunks[i - 5]
    person = isinstance(beside, Phrase) and not beside.prep and beside.head.is_a("person")
    return person and isinstance(opener, Mark) and opener.lower == "whose"


def _bare_passive(verb: Chunk, after: Chunk | None) -> bool:
    """ "was born in Nyeri and educated at Makerere": passive without its "was", as its like needs an object else."""
    assert isinstance(verb, VerbGroup)
    return verb.lemma in _TRANSITIVE and (not isinstance(after, Phrase) or bool(after.prep) or after.head.tag == "DATE")


def _joined_participle(chunks: list[Chunk], i: int) -> bool:
    """ "Founded in 1961 and headquartered in Arequipa, it …": what "and" joins to a participle is one too."""
    if i < 2 or not (isinstance(mark := chunks[i - 1], Mark) and mark.lower == "and"):
        return False
    for item in reversed(chunks[: i - 1]):
        if isinstance(item, VerbGroup) and item.form == "finite" and item.passive:
            return _bare_passive(chunks[i], chunks[i + 1] if i + 1 < len(chunks) else None)
        if isinstance(item, VerbGroup):
            return item.form == "participle"
        opens = isinstance(chunks[0], VerbGroup) and chunks[0].form == "participle"
        if not opens and (not isinstance(item, Phrase) or not (item.prep or item.head.tag == "DATE")):
            return False
    return False


_TRANSITIVE = frozenset(
    (
        "complete raise invest announce publish release write include employ spend pay constitute form "
        "incorporate found establish set_up create base headquarter own acquire buy name appoint hire bear elect "
        "back fund build sign design bring convert commission award license value price locate situate schedule "
        "plan hold host stage restore renovate refurbish construct erect inaugurate bequeath dub headquarter title "
        "educate bury baptise raise school christen "
        "entitle print estimate staff lead co-lead oversee manage operate rank attend employ budget assess peg"
    ).split()
)


def _finite_later(chunks: list[Chunk], i: int, after_mark: bool) -> bool:
    """Whether a verb without a subject of its own follows, which takes the phrase before ``i`` for its subject."""
    for j in range(i + 1, len(chunks)):
        item = chunks[j]
        if (isinstance(item, Mark) and item.tag in ("SUB", "REL", "SEMI", "COLON", "STOP", "QUOTE")) or (
            isinstance(item, Mark) and item.tag == "CONJ" and not after_mark
        ):
            return False
        if isinstance(item, VerbGroup) and item.form == "finite":
            k = _skip_back(chunks, j - 1)
            closed = isinstance(chunks[k], Mark) and chunks[k].tag in ("COMMA", "DASH")  # type: ignore[union-attr]
            if after_mark:
                return closed
            phrase = chunks[k]
            return isinstance(phrase, Phrase) and bool(phrase.prep or phrase.head.tag == "DATE")
    return False


# said of somebody without an object: "Joined in 2009" is no passive
_INTRANSITIVE = frozenset(
    (
        "join rejoin leave retire resign graduate study work serve move come go return live die read train qualify "
        "trade start begin open close operate merge float emigrate arrive teach lecture"
    ).split()
)


def imply_subject(chunks: list[Chunk], clauses: list[Clause], implied: Phrase) -> None:
    """Give ``implied`` to fragments that begin with their verb: "Founded in 1902.", "…; joined in 2009"."""
    for clause in clauses:
        if clause.subject is not None or clause.relative or clause.quoted or not _fragment(chunks, clause, clauses):
            continue
        clause.subject, verb = implied, clause.verb
        if verb.form == "participle" and verb.lemma in _INTRANSITIVE:
            verb.form, verb.passive, verb.tense = "finite", False, "past"


def _fragment(chunks: list[Chunk], clause: Clause, clauses: list[Clause]) -> bool:
    """Whether a clause begins its sentence, or a part of it behind a mark, and nothing else can be its subject."""
    verb = clause.verb
    if verb.form in ("infinitive", "ing") or (
        verb.form == "finite" and not verb.modal and verb.atoms[0].tenses <= {"base"}
    ):
        return False
    before = [item for item in chunks[: verb.start] if not (isinstance(item, Mark) and item.tag in ("ADV", "QUOTE"))]
    if before:
        return isinstance(before[-1], Mark) and before[-1].tag in ("SEMI", "COLON", "STOP", "DASH", "COMMA")
    end = next((i for i in range(verb.start, len(chunks)) if _is_mark(chunks[i], "SEMI")), len(chunks))
    later = any(c.verb.form == "finite" and c is not clause and verb.start < c.verb.start < end for c in clauses)
    return not (later and verb.form == "participle")


def _inner(inner: list[Chunk], holder: Phrase) -> list[Clause]:
    """The clauses inside a parenthesis; its bare participles and verbs are about the phrase before it."""
    found = analyse(inner)
    for clause in found:
        if clause.subject is None:
            clause.subject = holder
    return found


def _quotes(chunks: list[Chunk]) -> list[int]:
    """For each chunk the number of the quotation it stands in, 0 outside. Quotations without a verb do not count."""
    marks = [
        i for i, item in enumerate(chunks) if isinstance(item, Mark) and item.tag == "QUOTE" and item.lower not in "'’‘"
    ]
    inside, number = [0] * len(chunks), 0
    if len(marks) % 2:
        last = marks[-1]
        opens = last < len(chunks) and chunks[last].lower in "“«„"  # type: ignore[union-attr]
        marks = (
            [*marks, len(chunks)]
            if opens or (len(marks) == 1 and last == 0)
            else [-1, *marks]
            if len(marks) == 1
            else marks[:-1]
        )
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        if any(isinstance(item, VerbGroup) and item.form == "finite" for item in chunks[start + 1 : end]):
            number += 1
            inside[start + 1 : end] = [number] * (end - start - 1)
    return inside


def _clause(chunks: list[Chunk], place: int, earlier: list[Clause], quotes: list[int]) -> Clause:
    verb = chunks[place]
    assert isinstance(verb, VerbGroup)
    clause = Clause(verb, None, quoted=quotes[place], first=place, last=place)
    previous = earlier[-1] if earlier and earlier[-1].quoted == clause.quoted else None
    i = _skip_back(chunks, place - 1)
    if verb.form == "infinitive":
        _infinitive(clause, previous, chunks, place)
        return clause
    before = chunks[i] if i >= 0 else None
    if isinstance(before, Mark) and before.tag == "REL":
        clause.relative, clause.first = True, i
        clause.subject = _agreeing(chunks, _related(chunks, i, before.lower, earlier), verb)
        clause.others = _alternatives(chunks, i, clause.subject)
        clause.parent = previous
        return clause
    if verb.form in ("participle", "ing"):
        _participle(clause, chunks, i, place, previous, earlier)
        return clause
    if previous is not None and (
        before is None or (isinstance(before, Mark) and before.tag in ("CONJ", "COMMA", "DASH", "SEMI"))
    ):
        if isinstance(before, Mark) and before.tag in ("COMMA", "DASH"):
            inserted = _inserted(chunks, place, previous)
            if not inserted:
                _finite(clause, chunks, place, quotes, earlier)
            if clause.subject is not None:
                return clause
            clause.phrases = inserted
        if verb.passive and (outer := _going_on(chunks, place, earlier)) is not None:
            clause.subject = outer
            return clause
        host = previous
        while host.verb.form != "finite" and host.parent is not None:
            host = host.parent
        clause.subject, clause.subjunct, clause.relative, clause.parent = (
            host.subject,
            host.subjunct,
            host.relative,
            host,
        )
        return clause
    _finite(clause, chunks, place, quotes, earlier)
    if clause.subject is None and previous is not None and _goes_on(chunks, i):
        host = previous
        while host.verb.form != "finite" and host.parent is not None:
            host = host.parent
        clause.subject, clause.subjunct, clause.parent = host.subject, host.subjunct, host
    return clause


def _goes_on(chunks: list[Chunk], i: int) -> bool:
    """Whether "and" stands before what precedes a verb without a subject: "and before that worked at X"."""
    while i >= 0 and (isinstance(item := chunks[i], Phrase) and (item.prep or item.head.tag == "DATE")):
        i = _skip_back(chunks, i - 1)
    mark = chunks[i] if i >= 0 else None
    return isinstance(mark, Mark) and mark.tag == "CONJ"


def _inserted(chunks: list[Chunk], place: int, previous: Clause) -> list[Phrase]:
    """What stands in "A left and, with two colleagues, B and C, formed X" between "and" and the verb that goes on."""
    i = next((k for k in range(previous.verb.start + 1, place) if _is_mark(chunks[k], "CONJ")), place)
    if not _is_mark(chunks[min(i + 1, place)], "COMMA") or previous.verb.form != "finite":
        return []
    between = [item for item in chunks[i + 2 : place] if isinstance(item, Phrase)]
    set_apart = [item for item in between if not item.prep and item.apposed_to is None and item.joined_to is None]
    return [] if not between or not between[0].prep or set_apart else [p for p in between if p.prep]


def _skip_back(chunks: list[Chunk], i: int) -> int:
    while i >= 0:
        item = chunks[i]
        inserted = (
            isinstance(item, Mark)
            and item.lower == "since"
            and i > 0
            and isinstance(chunks[i - 1], Mark)
            and chunks[i - 1].tag == "COMMA"  # type: ignore[union-attr]
        )
        if not inserted and not (isinstance(item, Mark) and item.tag in ("ADV", "NEG")):
            break
        i -= 1
    return i


def _infinitive(clause: Clause, previous: Clause | None, chunks: list[Chunk], place: int) -> None:
    """ "is expected to join": the infinitive takes the verb above, its subject, its time and its doubts."""
    if previous is None:
        before = [
            item
            for item in chunks[:place]
            if isinstance(item, Phrase) and not item.prep and item.head.tag in ("NAME", "NOUN", "TITLE")
        ]
        clause.subject = _root(before[-1]) if before else None
        last = chunks[place - 1]
        if isinstance(last, Phrase) and last.prep == "for" and last.head.tag == "NAME":
            clause.subject = last  # "approval for A to lead"
        clause.verb.raised = ["be"]  # a headline's future: "A to buy B"
        return
    above = previous.verb
    clause.parent = previous
    between = chunks[above.start + 1 : place]
    objects = [item for item in between if isinstance(item, Phrase) and not item.prep and item.head.tag != "DATE"]
    clause.subject = (
        (next((p for p in objects if p.apposed_to is None), objects[0]))
        if objects
        and not above.passive
        and above.lemma
        in (
            "appoint",
            "hire",
            "name",
            "ask",
            "want",
            "allow",
            "tell",
            "invite",
            "expect",
            "help",
            "elect",
            "choose",
            "tap",
            "recruit",
            "promote",
        )
        else previous.subject
    )
    clause.verb.raised = [*above.raised, above.lemma, *("plan" for item in objects if item.head.lower in _PLANS)]
    if above.lemma == "be" and any(atom.lower in _ORDINAL for item in objects[:1] for atom in item.atoms):
        clause.verb.raised = above.raised  # "was the first woman to lead the board": and did
    if above.lemma in ("come", "go", "return", "leave", "move") or (
        clause.lemma in ("form", "create", "become", "found", "establish") and above.lemma not in _WISHES
    ):
        clause.dates += [
            p
            for p in chunks[above.start + 1 : place]
            if isinstance(p, Phrase) and any(a.tag == "DATE" for a in p.atoms)
        ]
    clause.verb.tense, clause.verb.modal = above.tense, above.modal
    clause.verb.negated = clause.verb.negated or above.negated
    clause.subjunct = previous.subjunct


_ORDINAL = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth only last youngest oldest".split()
)
_PLANS = frozenset("plan plans intention intentions proposal proposals ambition hopes bid".split())
_WISHES = frozenset("plan want hope expect intend aim agree seek decide propose vote".split())


def _participle(
    clause: Clause, chunks: list[Chunk], i: int, place: int, previous: Clause | None, earlier: list[Clause]
) -> None:
    before = chunks[i] if i >= 0 else None
    if isinstance(before, Phrase):
        clause.subject = _root(before) if not before.prep or clause.verb.form == "participle" else before
        if clause.verb.form == "participle":
            clause.subject = before.apposed_to or before if before.head.tag != "NAME" else before
            clause.others = _holders(chunks, i) if before.head.lower not in _CONTRACTS else []
            if (
                place
                and isinstance(first := chunks[0], Phrase)
                and first.det in ("a", "an")
                and _all_nominal(chunks[:place])
            ):
                ahead = _next_subject(chunks, place)  # "A cooperative of growers formed in 1933, X moved …"
                clause.others = [*([ahead] if ahead is not None else []), *clause.others]
        clause.parent = previous
        return
    if isinstance(before, Mark) and before.tag in ("COMMA", "DASH") and clause.verb.form == "participle":
        j = i - 1
        item = chunks[j] if j >= 0 else None
        if isinstance(item, Phrase):
            holder = item
            while holder.prep and j > 0 and isinstance(chunks[j - 1], Phrase) and holder in chunks[j - 1].attached:  # type: ignore[union-attr]
                j -= 1
                holder = chunks[j]  # type: ignore[assignment]
            holder = _past_region(chunks, j, holder)
            clause.subject = holder.apposed_to or holder
            if item is not holder and item.head.tag == "NAME" and not item.head.is_a("place"):
                clause.others = [item]  # "my soft spot for X, founded in 2018"
            if holder.head.tag == "DATE" and previous is not None:
                clause.subject = previous.subject
            clause.parent = previous
            return
    if isinstance(before, Mark) and before.tag in ("PREP", "SUB"):
        clause.subjunct = before.lower
    if isinstance(before, Mark) and before.tag == "CONJ" and previous is not None:
        clause.subject, clause.parent = previous.subject or _next_subject(chunks, place), previous
        if previous.subject is None:
            previous.subject = clause.subject
        return
    if previous is not None:
        host = previous
        clause.parent = host
        clause.subject = host.subject
    elif _is_mark(before, "COMMA") and i and isinstance(opening := chunks[i - 1], Phrase) and not opening.prep:
        clause.subject = _root(opening)  # "X, comprising nine stations, was opened"
    else:
        clause.subject = _next_subject(chunks, place)


_CONTRACTS = frozenset("deal deals transaction agreement contract sale bid offer order".split())


def _all_nominal(chunks: list[Chunk]) -> bool:
    return all(isinstance(item, Phrase) for item in chunks)


def _past_region(chunks: list[Chunk], j: int, holder: Phrase) -> Phrase:
    """ "A publisher in Hobart, Tasmania, founded by …": past a place between commas, to what is there."""
    if not holder.head.is_a("place") or j < 2 or getattr(chunks[j - 1], "tag", "") != "COMMA":
        return holder
    k = j - 2
    while k > 0 and isinstance(item := chunks[k], Phrase) and item.prep and isinstance(chunks[k - 1], Phrase):
        k -= 1
    before = chunks[k]
    return before if k < j - 2 and isinstance(before, Phrase) else holder


def _holders(chunks: list[Chunk], i: int) -> list[Phrase]:
    """What a participle behind a prepositional phrase may be about: the phrases that it hangs on."""
    found: list[Phrase] = []
    while i > 0 and isinstance(item := chunks[i], Phrase) and item.prep and isinstance(chunks[i - 1], Phrase):
        i -= 1
        holder = chunks[i]
        assert isinstance(holder, Phrase)
        found += [holder, *([holder.apposed_to] if holder.apposed_to is not None else [])]
    return found


def _next_subject(chunks: list[Chunk], place: int) -> Phrase | None:
    """The subject of the main clause that follows an opening participle: "Founded in 1994, the firm …"."""
    seen_comma = aside = False
    candidate: Phrase | None = None
    for item in chunks[place + 1 :]:
        if isinstance(item, Mark) and item.tag in ("COMMA", "REL"):
            seen_comma = seen_comma or item.tag == "COMMA"
            aside = item.tag == "REL"
        elif aside:
            continue
        elif (
            isinstance(item, Phrase)
            and seen_comma
            and not item.prep
            and item.head.tag != "DATE"
            and item.apposed_to is None
        ):
            candidate = item
        elif isinstance(item, VerbGroup) and seen_comma and item.form == "finite":
            return candidate
        elif isinstance(item, VerbGroup) and item.form == "finite":
            return None
    return candidate


def _root(phrase: Phrase) -> Phrase:
    while phrase.apposed_to is not None:
        phrase = phrase.apposed_to
    return phrase


def _antecedent(chunks: list[Chunk], i: int, word: str) -> Phrase | None:
    """The phrase that a relative pronoun at ``i`` stands for."""
    j = i - 1
    while j >= 0 and _is_mark(chunks[j], "COMMA", "DASH", "PREP"):
        j -= 1
    best: Phrase | None = None
    while j >= 0:
        phrase = chunks[j]
        if (
            isinstance(phrase, Mark)
            and phrase.tag == "COMMA"
            and j + 1 < i
            and best is not None
            and best.prep
            and best.head.is_a("place")
        ):
            j -= 1
            continue
        if _is_mark(phrase, "COMMA") and word == "which" and best is not None and best.prep == "by" and _personal(best):
            j, best = j - 1, None  # "The Salt Ledger, by Maeve Tolliver, which appeared"
            continue
        if isinstance(phrase, VerbGroup) and phrase.form == "participle":
            j -= 1
            if j >= 0 and isinstance(chunks[j], Mark) and chunks[j].tag == "COMMA":  # type: ignore[union-attr]
                j -= 1
            continue
        if not isinstance(phrase, Phrase):
            break
        if (
            word not in ("where", "whom", "who")
            and (phrase.head.is_a("place") or phrase.head.tag in ("DATE", "MONEY", "QTY", "PCT"))
            and phrase.prep
        ):
            best = best or phrase
            j -= 1
            continue
        if (
            word == "where"
            and phrase.head.is_a("place")
            and phrase.prep in ("in", "near")
            and _hangs_on_body(chunks, j)
        ):
            j -= 1
            continue  # "the Charité in Berlin, where he was head"
        best = phrase if best is None or best.head.is_a("place") else best
        if word in ("who", "whom") and _personal(phrase):
            return _root(phrase)
        if word in ("who", "whom") and _beside_person(chunks, j):
            j -= 2
            continue  # "Fintan Considine, Lisdeen, who died"
        if word != "where" and _mere_spot(chunks, j):
            j, best = j - 1, best if best is not phrase else None
            continue
        if word not in ("who", "whom") and not _personal(phrase) and phrase.head.tag != "DATE":
            return _root(phrase) if phrase.apposed_to is not None and not _personal(phrase.apposed_to) else phrase
        if not phrase.prep:
            break
        j -= 1
    return _root(best) if best is not None else None


_SPOTS = frozenset(
    (
        "harbour harbor river quay street square hill coast edge outskirts bank corner road lane seafront waterfront "
        "shore bay island peninsula ridge slope valley lake canal riverbank hillside ring-road bypass avenue"
    ).split()
)


def _mere_spot(chunks: list[Chunk], j: int) -> bool:
    """ "The ground on the east harbour which opened": where something stands, and not what the clause is about."""
    phrase, before = chunks[j], chunks[j - 1] if j else None
    spot = isinstance(phrase, Phrase) and phrase.prep in ("on", "in", "at", "by", "near", "beside", "along", "above")
    return spot and isinstance(before, Phrase) and phrase.head.lower in _SPOTS  # type: ignore[union-attr]


def _beside_person(chunks: list[Chunk], j: int) -> bool:
    """Whether a name alone between commas stands behind a person's: where somebody is from."""
    item, before = chunks[j], chunks[j - 2] if j > 1 else None
    return (
        isinstance(item, Phrase)
        and item.head.tag == "NAME"
        and len(item.atoms) == 1
        and _is_mark(chunks[j - 1], "COMMA")
        and isinstance(before, Phrase)
        and before.head.name is not None
        and before.head.name.kind == "person"
    )


def _is_mark(item: Chunk | None, *tags: str) -> bool:
    return isinstance(item, Mark) and item.tag in tags


def _hangs_on_body(chunks: list[Chunk], j: int) -> bool:
    """Whether the place at ``j`` says where a named body is."""
    before = chunks[j - 1] if j else None
    return (
        isinstance(before, Phrase)
        and chunks[j] in before.attached
        and before.head.tag == "NAME"
        and not before.head.is_a("place")
        and not _personal(before)
    )


def _alternatives(chunks: list[Chunk], i: int, chosen: Phrase | None) -> list[Phrase]:
    """The other phrases right before a relative pronoun, and what they are appositions of."""
    found: list[Phrase] = []
    j = i - 1
    while j >= 0 and i - j < 8:
        item = chunks[j]
        if isinstance(item, Phrase):
            found += [p for p in (item, item.apposed_to, *item.appositions) if p is not None and p is not chosen]
            if not item.prep:
                break
        elif not (isinstance(item, Mark) and ((item.tag == "COMMA" and j == i - 1) or item.tag == "CONJ")):
            break
        j -= 1
    return found


def _personal(phrase: Phrase) -> bool:
    head = phrase.head
    return (head.is_a("person")) or head.tag in ("TITLE", "PRON")


def _resumed(chunks: list[Chunk], place: int, earlier: list[Clause], quotes: list[int]) -> Phrase | None:
    """After a relative clause or apposition closed by a comma: the phrase that it was about."""
    for clause in reversed(earlier):
        if (
            clause.quoted == quotes[place]
            and (clause.relative or clause.verb.form in ("participle", "ing"))
            and clause.subject is not None
            and not any(
                c.subject is clause.subject and c.verb.form == "finite" and not c.relative and c is not clause
                for c in earlier
            )
        ):
            root = _outer(chunks, _root(clause.antecedent or clause.subject), earlier)
            while (
                root.prep
                and root.start > 0
                and isinstance(chunks[root.start - 1], Phrase)
                and root in chunks[root.start - 1].attached  # type: ignore[union-attr]
            ):
                root = _root(chunks[root.start - 1])  # type: ignore[arg-type]
            return root
    return None


def _going_on(chunks: list[Chunk], place: int, earlier: list[Clause]) -> Phrase | None:
    """ "It was founded by A, whose first record sold, and was later bought": who goes on behind the relative clause,
    where that is about the other's agent."""
    i = _skip_back(chunks, place - 1)
    inner = earlier[-1] if earlier else None
    root = inner.antecedent or inner.subject if inner is not None and inner.relative else None
    if root is None or not _is_mark(chunks[i], "CONJ") or not _is_mark(chunks[i - 1], "COMMA"):
        return None
    host = next((c for c in reversed(earlier[:-1]) if c.verb.start < root.start), None)
    agent = root.prep == "by" and host is not None and host.verb.passive
    return host.subject if host is not None and agent and not host.relative else None


def _outer(chunks: list[Chunk], root: Phrase, earlier: list[Clause]) -> Phrase:
    """What a relative clause around ``root`` was about: of "A, who gave X its hall, opened in 2018, left" it is A."""
    host = next((c for c in reversed(earlier) if c.verb.start < root.start), None)
    if host is None or not host.relative or host.subject is None or host.subject is root:
        return root
    between = chunks[host.verb.start : root.start]
    return root if any(isinstance(c, Mark) and c.tag == "COMMA" for c in between) else _root(host.subject)


def _finite(clause: Clause, chunks: list[Chunk], place: int, quotes: list[int], earlier: list[Clause]) -> None:
    """The nearest phrase to the left that nothing governs and that is no earlier verb's complement."""
    candidate: Phrase | None = None
    i = place - 1
    while i >= 0 and quotes[i] == quotes[place]:
        item = chunks[i]
        if isinstance(item, VerbGroup):
            if candidate is None and (aside := _reporting(chunks, i) or _conditional(chunks, i, place)) is not None:
                i = aside  # "the price, she says, was": the words in between say only who speaks
                continue
            if candidate is not None:
                break
            resumed = _resumed(chunks, place, earlier, quotes)
            candidate = resumed
            break
        if isinstance(item, Mark) and item.tag in ("SUB", "SEMI", "COLON", "QUOTE"):
            if item.tag == "SUB":
                clause.subjunct = item.lower
                _when(chunks, i, clause)
            break
        if (
            isinstance(item, Mark)
            and item.tag == "REL"
            and candidate is None
            and item.lower in ("who", "which", "that")
        ):
            candidate = _related(chunks, i, item.lower, earlier)  # "who before that spent"
            clause.relative = candidate is not None
            break
        if isinstance(item, Mark) and item.tag == "REL" and candidate is not None:
            clause.relative = True
            antecedent = clause.antecedent = _antecedent(chunks, i, item.lower)
            if antecedent is not None and relate(clause.objects, clause.phrases, chunks, i, candidate, antecedent):
                clause.where = antecedent
            break
        if (
            isinstance(item, Phrase)
            and not item.prep
            and item.head.tag != "DATE"
            and candidate is None
            and _consumed(chunks, i, place)
        ):
            i -= 1
            continue
        if isinstance(item, Phrase) and not item.prep and item.head.tag != "DATE":
            root = _root(item)
            if root.joined_to is not None:
                root = root.joined_to
            candidate = _root(root)
            if root is not item and root.start < i:
                i = root.start
            i = fronted(chunks, i, place)
            if i and isinstance(chunks[i - 1], Mark) and chunks[i - 1].tag in ("SUB", "REL"):  # type: ignore[union-attr]
                i -= 1
                continue
            if not (i and isinstance(chunks[i - 1], (Phrase, Mark)) and _more_to_left(chunks, i)):
                clause.subjunct = clause.subjunct or _opener(chunks, i)
                break
        i -= 1
    climbed = _climb(chunks, candidate)
    climbs = climbed is not candidate and climbed is not None and isinstance(chunks[climbed.start - 1], VerbGroup)
    if climbs or (climbed is not None and _object_of_relative(chunks, climbed, place, earlier)):
        climbed = (
            _resumed(chunks, place, earlier, quotes) or climbed
        )  # what a relative clause's verb had for its object
    clause.subject = candidate = climbed
    clause.bare = _bare(chunks, candidate)
    if clause.bare is not None:
        clause.relative, clause.antecedent = True, clause.bare
    clause.first = candidate.start if candidate is not None and candidate.start < place else place


def _object_of_relative(chunks: list[Chunk], phrase: Phrase, place: int, earlier: list[Clause]) -> bool:
    """ "A, which bought in 2024 the operator of B, C, for €3m, said": what the relative clause's verb has, though its
    date stands between; a comma closes the clause before the verb at ``place``."""
    verb = next((c for c in reversed(earlier) if c.verb.start < phrase.start), None)
    if verb is None or not verb.relative or verb.subject is phrase or not _is_mark(chunks[place - 1], "COMMA"):
        return False
    between = chunks[verb.verb.start + 1 : phrase.start]
    return bool(between) and all(isinstance(item, Phrase) and bool(item.prep) for item in between)


def _reporting(chunks: list[Chunk], i: int) -> int | None:
    """The place before ", she says," where the verb at ``i`` is the middle of one."""
    verb = chunks[i]
    assert isinstance(verb, VerbGroup)
    if verb.lemma not in ("say", "add", "recall", "think", "believe", "understand", "claim", "admit", "insist", "note"):
        return None
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    j = i - 1
    while j >= 0 and isinstance(chunks[j], Phrase):
        j -= 1
    before = chunks[j] if j >= 0 else None
    marks = all(isinstance(mark, Mark) and mark.tag in ("COMMA", "DASH") for mark in (before, after))
    return j - 1 if marks and 0 < j < i - 1 else None


def _conditional(chunks: list[Chunk], i: int, place: int) -> int | None:
    """The place before ", if it is ever built," where the verb at ``i`` is that of the clause in between."""
    if not _is_mark(chunks[place - 1], "COMMA", "DASH"):
        return None
    j = i - 1
    while j > 0 and isinstance(chunks[j], Phrase):
        j -= 1
    inserted = j > 1 and _is_mark(chunks[j], "SUB") and _is_mark(chunks[j - 1], "COMMA", "DASH")
    return j - 2 if inserted else None


def _climb(chunks: list[Chunk], phrase: Phrase | None) -> Phrase | None:
    """What a phrase behind a preposition hangs on: of "X, the idea of two men, A and B, came" it is X that came."""
    while phrase is not None and phrase.prep and 0 < phrase.start < len(chunks) and chunks[phrase.start] is phrase:
        before = chunks[phrase.start - 1]
        if not isinstance(before, Phrase) or phrase not in before.attached:
            return phrase
        phrase = _root(before)
    return phrase


def _related(chunks: list[Chunk], i: int, word: str, earlier: list[Clause]) -> Phrase | None:
    """What the pronoun at ``i`` stands for; behind "and" what the one before it stood for."""
    joined = i and isinstance(before := chunks[i - 1], Mark) and before.tag == "CONJ"
    host = next((c for c in reversed(earlier) if c.relative), None) if joined else None
    return (host.antecedent or host.subject) if host is not None else _antecedent(chunks, i, word)


def _agreeing(chunks: list[Chunk], phrase: Phrase | None, verb: VerbGroup) -> Phrase | None:
    """ "A maker of lenses that employs 90": what is one, where the verb says so and the nearest are many."""
    one = verb.form == "finite" and bool(verb.atoms) and verb.atoms[0].tenses <= {"s"} and bool(verb.atoms[0].tenses)
    if phrase is None or phrase.prep != "of" or not one or phrase.head.tag != "NOUN" or not phrase.start:
        return phrase
    many = phrase.head.lower.endswith("s") and not phrase.head.lower.endswith("ss") and not phrase.det
    whole = chunks[phrase.start - 1]
    return _root(whole) if many and isinstance(whole, Phrase) and phrase in whole.attached else phrase


def _bare(chunks: list[Chunk], subject: Phrase | None) -> Phrase | None:
    """The noun right before a pronoun that begins a relative clause of its own: "the imprint she founded in 1996"."""
    if subject is None or subject.head.lower not in ("he", "she", "i", "we", "they", "you") or not subject.start:
        return None
    before = chunks[subject.start - 1]
    noun = isinstance(before, Phrase) and before.head.tag in ("NOUN", "TITLE") and before.det in ("the", "a", "an")
    return before if noun and isinstance(before, Phrase) else None


def _when(chunks: list[Chunk], i: int, clause: Clause) -> None:
    """ "since 1 October, when she joined": the date before "when" is the clause's own."""
    j = i - 1
    if j >= 0 and isinstance(chunks[j], Mark) and chunks[j].tag == "COMMA":  # type: ignore[union-attr]
        j -= 1
    item = chunks[j] if j >= 0 else None
    if clause.subjunct == "when" and isinstance(item, Phrase) and any(a.tag == "DATE" for a in item.atoms):
        bare = Phrase(item.atoms, item.start)
        clause.dates.append(bare)


def _consumed(chunks: list[Chunk], i: int, place: int) -> bool:
    """Whether the phrase at ``i`` is an earlier verb's object, closed by a comma before our verb."""
    back = i - 1
    while back > 0 and isinstance(chunks[back], Mark) and chunks[back].tag == "ADV":  # type: ignore[union-attr]
        back -= 1
    coordinated = (
        i > 1 and isinstance(chunks[i - 1], Mark) and chunks[i - 1].tag == "CONJ" and isinstance(chunks[i - 2], Phrase)  # type: ignore[union-attr]
    )
    if not (i and (isinstance(chunks[back], VerbGroup) or coordinated)):
        return False
    return any(isinstance(item, Mark) and item.tag in ("COMMA", "DASH") for item in chunks[i + 1 : place])


def _more_to_left(chunks: list[Chunk], i: int) -> bool:
    """Whether the phrase at ``i`` is an inserted one: "X, until last month chief of Y, joined"."""
    inserted = chunks[i]
    assert isinstance(inserted, Phrase)
    end = i + 1
    while end < len(chunks) and isinstance(chunks[end], Phrase):
        end += 1
    if end >= len(chunks) or not (isinstance(chunks[end], Mark) and chunks[end].tag in ("COMMA", "DASH")):  # type: ignore[union-attr]
        return False
    j = i - 1
    while j >= 0 and (
        (isinstance(chunks[j], Phrase) and (chunks[j].prep or chunks[j].head.tag == "DATE"))  # type: ignore[union-attr]
        or (isinstance(chunks[j], Mark) and chunks[j].tag in ("ADV", "PREP"))  # type: ignore[union-attr]
    ):
        j -= 1
    if j < 1 or not (isinstance(chunks[j], Mark) and chunks[j].tag in ("COMMA", "DASH")):  # type: ignore[union-attr]
        return False
    while j > 0 and isinstance(chunks[j - 1], Phrase):
        holder = chunks[j - 1]
        assert isinstance(holder, Phrase)
        if not holder.prep and holder.head.tag != "DATE":
            if inserted.apposed_to is None and inserted.of("TITLE") and holder.head.tag in ("NAME", "TITLE"):
                inserted.apposed_to = holder
                holder.appositions.append(inserted)
            return True
        j -= 1
    return False


def _opener(chunks: list[Chunk], i: int) -> str:
    before = chunks[i - 1] if i else None
    return before.lower if isinstance(before, Mark) and before.tag == "SUB" else ""


def _complements(chunks: list[Chunk], clause: Clause, clauses: list[Clause], n: int, quotes: list[int]) -> None:
    """Objects and prepositional phrases behind the verb, up to the next clause."""
    place = clause.verb.start
    clause.ceased = next((a.lower for a in clause.verb.atoms if a.lower in _CEASED), "")
    subjects = {
        id(c.subject)
        for c in clauses
        if c is not clause
        and c.verb.form == "finite"
        and not c.relative
        and c.subject is not None
        and c.subject.start > place
    }
    i = place + 1
    comma = False
    while i < len(chunks) and (quotes[i] == quotes[place] or isinstance(chunks[i], Mark)):
        item = chunks[i]
        if isinstance(item, VerbGroup):
            if item.form == "finite" or item.form == "infinitive":
                break
            if comma or item.form in ("ing", "participle"):
                break
        elif isinstance(item, Phrase):
            if id(item) in subjects or (item.apposed_to is not None and id(item.apposed_to) in subjects):
                break
            if (item.prep or item.head.tag == "DATE") and _aside(chunks, i, clause):
                i += 1
                continue
            if item.prep:
                clause.phrases.append(item)
            elif (
                item.apposed_to is None
                and item.joined_to is None
                and item.head.tag != "DATE"
                and (not comma or (item.head.tag in ("MONEY", "QTY") and not clause.objects))
            ):
                clause.objects.append(item)
                item.object_of = True
            dated = item.head.tag == "DATE" or (item.prep and any(a.tag == "DATE" for a in item.atoms))
            if dated and not _offset(chunks, i):
                clause.dates.append(item)
        elif isinstance(item, Mark):
            if item.tag in ("SUB", "SEMI", "COLON", "STOP"):
                break
            if item.tag == "QUOTE" and clause.verb.form == "infinitive" and clause.parent is None:
                break  # a headline that is quoted
            if item.tag == "REL":
                i = _past_relative(chunks, i, clauses)
                continue
            if item.tag == "COMMA" and _closing(chunks, clause):
                if not (past := _past_apposition(chunks, i)):
                    break
                i = past
            if item.tag == "COMMA":
                comma = True
            if item.lower in _CEASED:
                clause.ceased = item.lower
            elif item.tag == "ADV" and not clause.objects and i == place + 1:
                clause.verb.particle = item.lower
            if item.tag == "PREP" and i == place + 1:
                clause.verb.particle = item.lower
        i += 1
        clause.last = i - 1


_CEASED = frozenset(("no longer", "any longer", "anymore"))


def _closing(chunks: list[Chunk], clause: Clause) -> bool:
    """Whether a comma opened the relative clause, so that the next one closes it and the main clause goes on."""
    if not clause.relative or not 0 < clause.first < len(chunks):
        return False
    before, opener = chunks[clause.first - 1], chunks[clause.first]
    return isinstance(before, Mark) and before.tag in ("COMMA", "DASH") and isinstance(opener, Mark)


def _past_apposition(chunks: list[Chunk], i: int) -> int:
    """The comma behind an apposition that the comma at ``i`` opens, where the clause goes on with a preposition:
    "which bought the operator, Acme, for €3m, said"; 0 where there is none."""
    after = chunks[i + 1] if i + 1 < len(chunks) else None
    if not isinstance(after, Phrase) or after.prep or (after.apposed_to is None and not after.appositions):
        return 0
    j = i + 2
    while j < len(chunks) and isinstance(item := chunks[j], Phrase) and item.prep:
        j += 1
    goes_on = j + 1 < len(chunks) and isinstance(next_ := chunks[j + 1], Phrase) and next_.prep not in ("", "by")
    return j if goes_on and _is_mark(chunks[j], "COMMA") else 0


def _aside(chunks: list[Chunk], i: int, clause: Clause) -> bool:
    """Whether the phrase at ``i`` hangs on a noun set behind a comma: ", its biggest purchase in a decade"."""
    first = chunks[i]
    dated = isinstance(first, Phrase) and first.head.tag == "DATE"
    while (
        i > 0 and isinstance(item := chunks[i], Phrase) and (item.prep or dated) and isinstance(chunks[i - 1], Phrase)
    ):
        i, dated = i - 1, False
    item = chunks[i]
    return (
        isinstance(item, Phrase)
        and i > 0
        and not item.prep
        and _is_mark(chunks[i - 1], "COMMA", "DASH")
        and bool(item.poss or item.det in ("a", "an"))
        and item.apposed_to is None
        and item.joined_to is None
        and item not in clause.objects
    )


def _past_relative(chunks: list[Chunk], i: int, clauses: list[Clause]) -> int:
    """Jump over a relative clause: to the comma after it, or to the end."""
    depth = i + 1
    while depth < len(chunks):
        item = chunks[depth]
        if isinstance(item, Mark) and item.tag in ("COMMA", "DASH"):
            return depth
        depth += 1
    return depth


def _leading(chunks: list[Chunk], clauses: list[Clause]) -> None:
    """What stands before a subject belongs to its verb: "In January 2023, at the height of the boom, it raised …"."""
    for clause in clauses:
        if clause.relative and clause.verb.form == "finite" and clause.first < clause.verb.start:
            opening = chunks[clause.first + 1 : clause.verb.start]
            clause.phrases[:0] = [p for p in opening if isinstance(p, Phrase) and p.prep and p is not clause.subject]
            continue
        if clause.relative or clause.verb.form != "finite":
            continue
        start = (
            clause.subject.start
            if clause.subject is not None and clause.subject.start < clause.verb.start
            else clause.verb.start
        ) - 1
        between = range(start + 1, clause.verb.start)
        for i in between:
            item = chunks[i]
            if (
                isinstance(item, Phrase)
                and item is not clause.subject
                and (item.head.tag == "DATE")
                and not _offset(chunks, i)
                and not _owned(item, clauses, clause)
                and not _of_apposition(chunks, i)
            ):
                clause.dates.append(item)
                if item.prep:
                    clause.phrases.append(item)
        i = start
        while i >= 0:
            item = chunks[i]
            inserted = (
                isinstance(item, VerbGroup) and item.form == "ing" and _is_mark(chunks[i - 1] if i else None, "COMMA")
            )
            if inserted:
                i -= 1  # "In 2019, having left the operator, she …"
                continue
            before = chunks[i - 1] if i else None
            if isinstance(item, VerbGroup) and isinstance(before, Phrase) and before.prep == "with":
                i -= 2  # "In May 2004, with debts mounting, the club …"
                continue
            if isinstance(item, VerbGroup) or (
                isinstance(item, Mark) and item.tag in ("SEMI", "COLON", "REL", "SUB", "CONJ", "QUOTE", "STOP")
            ):
                break
            if (
                isinstance(item, Phrase)
                and (item.prep or item.head.tag == "DATE")
                and not _offset(chunks, i)
                and not _owned(item, clauses, clause)
                and not (item.prep and _of_description(chunks, i))
            ):
                clause.phrases.insert(0, item)
                if any(a.tag == "DATE" for a in item.atoms):
                    clause.dates.insert(0, item)
            i -= 1


def _offset(chunks: list[Chunk], i: int) -> bool:
    """ "Five months after the minister …", "a year before X": counted from what follows, which has its own date."""
    item, after = chunks[i], chunks[i + 1] if i + 1 < len(chunks) else None
    return (
        isinstance(item, Phrase)
        and item.head.tag == "DATE"
        and item.head.lower.endswith((" after", " before"))
        and isinstance(after, Phrase)
        and not after.prep
    )


def _of_description(chunks: list[Chunk], i: int) -> bool:
    """Whether the phrase at ``i`` hangs on a description set before the subject: "A native of Tralee, Niamh …"."""
    while i > 0 and isinstance(item := chunks[i], Phrase) and item.prep and isinstance(chunks[i - 1], Phrase):
        i -= 1
    item = chunks[i]
    return isinstance(item, Phrase) and not item.prep and item.det in ("a", "an") and item.head.tag != "DATE"


def _of_apposition(chunks: list[Chunk], i: int) -> bool:
    """Whether the phrase at ``i`` hangs on an apposition: "X, a subsidiary of Y since 2014, will …"."""
    while i > 0 and isinstance(item := chunks[i], Phrase) and item.prep and isinstance(chunks[i - 1], Phrase):
        i -= 1
    item = chunks[i]
    return isinstance(item, Phrase) and item.apposed_to is not None


def _owned(phrase: Phrase, clauses: list[Clause], mine: Clause) -> bool:
    return any(phrase in c.phrases or phrase in c.dates for c in clauses if c is not mine)
