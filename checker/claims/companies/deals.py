"""Sales of companies as nouns: "its $45m acquisition of X", "the sale of X to Y", "the deal closed on Friday"."""

from __future__ import annotations

from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.patterns import can_be, dated
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase
from checker.claims.syntax.clauses import Clause
from checker.model import Modality, Value

_NOUNS = frozenset("acquisition takeover purchase buyout sale deal transaction merger completion closing".split())
_DONE = frozenset("close complete conclude finalise finalize finish happen go_through".split())
_BARE = frozenset("deal transaction merger completion closing".split())
_ENDS = frozenset(("completion", "closing"))
_BUYS = frozenset(
    "announce confirm complete agree close finalise finalize sign make seal finance fund conclude".split()
)
_COMES = frozenset("come be follow take happen occur expect schedule plan set due fall".split())
_PRICES = frozenset(("consideration", "price"))


def read(sentence: Sentence) -> list[Draft]:
    """Buyer, price and completion of each deal that a phrase names, or that was named before."""
    drafts: list[Draft] = []
    said = not (_NOUNS.isdisjoint(sentence.words) and _PRICES.isdisjoint(sentence.words))
    for phrase in sentence.phrases() if said else ():
        if phrase.head.lower in _NOUNS and phrase.head.tag in ("NOUN", "ADJ"):
            drafts += _deal(sentence, phrase)
        elif (
            phrase.head.lower in _PRICES
            and sentence.scene.target
            and (
                phrase.det == "the"
                or any(a.lower in ("purchase", "sale", "total") for a in phrase.atoms)
                or (phrase.prep in ("at", "for") and bool(drafts))
            )
        ):
            drafts += _price(sentence, phrase)
    return drafts + [draft for clause in sentence.clauses for draft in _paid(sentence, clause)]


def _deal(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """What is said of the deal that ``phrase`` names."""
    clause = sentence.clause_of(phrase)
    how = _agreed(sentence, clause)
    target, buyer = _parties(sentence, phrase)
    if how is None:
        return []
    if clause is not None and phrase in clause.objects and clause.subject is not None:
        target, buyer = _with_subject(sentence, phrase, clause, target, buyer)
    target = target or _before_noun(sentence, phrase, clause)
    named = target is not None
    target = target or _before(sentence, phrase)
    if target is None or target.sure < 0.5 or (buyer is not None and buyer.name == target.name):
        return []
    drafts: list[Draft] = []
    if named and phrase.head.lower not in _BARE:
        sentence.scene.target = target.name
    if named and buyer is not None and buyer.sure >= 0.5 and phrase.head.lower not in _BARE:
        drafts.append(_draft(sentence, phrase.head, target, "acquired_by", Value("organization", buyer.name), how))
        sentence.scene.target = target.name
    money = _money(sentence, phrase, clause)
    if (
        money is not None
        and money.mention is not None
        and money.mention.value is not None
        and (named or phrase.head.lower in ("deal", "transaction", "acquisition", "takeover"))
    ):
        drafts.append(_draft(sentence, money, target, "acquisition_price", money.mention.value, how))
    done, said_in = _completed(sentence, phrase, clause)
    how = sentence.modality(said_in) or sentence.modality(clause) or how
    if done is not None and done.mention is not None and done.mention.value is not None:
        drafts.append(_draft(sentence, done, target, "acquired_on", done.mention.value, how))
    return drafts


def _with_subject(
    sentence: Sentence, phrase: Phrase, clause: Clause, target: Referent | None, buyer: Referent | None
) -> tuple[Referent | None, Referent | None]:
    """ "Acme agreed the takeover by Beta", "Beta announced the acquisition of Acme": the side that the subject is."""
    assert clause.subject is not None
    if target is None and buyer is not None and clause.lemma in _AGREES:
        target = sentence.resolve(clause.subject, "organization")
    if buyer is None and target is not None and clause.lemma in _BUYS and phrase.head.lower not in ("sale", *_BARE):
        buyer = sentence.resolve(clause.subject, "organization")
    return target, buyer


_AGREES = frozenset("agree accept approve recommend welcome back".split())


def _before(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "The deal", "completion": of whom it was before."""
    if not sentence.scene.target:
        return None
    pointing = phrase.det in ("the", "this", "a") and phrase.prep != "under"
    same = pointing and not (phrase.det == "a" and _another(sentence, phrase))
    ends = phrase.head.lower in _ENDS and not phrase.attached
    return Referent(sentence.scene.target, "organization", 0.7) if same or ends else None


def _money(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Atom | None:
    """The price beside the noun, or what the deal is valued at, or costs."""
    beside = [phrase, *[p for p in sentence.behind(phrase) if p.prep in ("for", "at", "worth")]]
    if (money := _sum(beside)) is not None:
        return money
    valued = next((c for c in sentence.clauses if c.subject is phrase and c.lemma in ("value", "price")), None)
    if valued is not None and (money := _sum([p for p in valued.phrases if p.prep == "at"])) is not None:
        return money
    costs = clause is not None and phrase is clause.subject and clause.lemma in ("be", "cost", "value")
    if clause is None or not costs or phrase.head.lower == "sale":
        return None
    return _sum([p for p in (*clause.objects, *clause.phrases) if p.prep in ("", "at")])


def _sum(phrases: list[Phrase]) -> Atom | None:
    return next((a for p in phrases for a in p.atoms if a.tag == "MONEY"), None)


def _agreed(sentence: Sentence, clause: Clause | None) -> Modality | None:
    """How a deal is told of: one that is agreed names buyer and price, though it is still to close."""
    how = sentence.modality(clause)
    return "asserted" if how == "predicted" and sentence.settled(clause) else how


def _before_noun(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Referent | None:
    """ "closes €310m Plover deal", "the £40m Pennywhistle takeover": the name right before the noun."""
    before = phrase.atoms[-2] if len(phrase.atoms) > 1 else None
    if before is None or before.name is None or before.name.kind != "organization" or phrase.owner is not None:
        return None
    closes = clause is not None and phrase in clause.objects and clause.lemma in _CLOSES
    if phrase.head.lower in ("deal", "transaction", "sale", "merger") and not closes:
        return None
    return Referent(before.name.full or before.name.text, "organization", 0.8)


_CLOSES = frozenset("close complete seal finalise finalize conclude finish".split())


def _another(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "a deal" is another contract: with somebody, or away from the company that was sold."""
    named = any(a.name is not None and sentence.scene.target in (a.name.full, a.name.text) for a in sentence.atoms)
    return any(p.prep in ("with", "between") for p in sentence.behind(phrase)) or not (named or _it(sentence))


def _it(sentence: Sentence) -> bool:
    return any(a.tag == "PRON" and a.lower in ("it", "them") for a in sentence.atoms)


def _draft(sentence: Sentence, atom: Atom, target: Referent, attribute: str, value: Value, how: Modality) -> Draft:
    return sentence.draft(
        atom.first, atom.last, target.name, "organization", attribute, value, how, "deal", target.sure
    )


def _parties(sentence: Sentence, phrase: Phrase) -> tuple[Referent | None, Referent | None]:
    """(what is sold, who buys), as the noun's own words say."""
    words = sentence.scene.words
    found: dict[str, Referent | None] = {}
    for attached in sentence.behind(phrase):
        if attached.prep in ("of", "by", "to", "from") and can_be(attached, "organization", words):
            found.setdefault(attached.prep, sentence.resolve(attached, "organization"))
    owner = (
        owner_of(phrase, sentence.scene, sentence.before(phrase)) if phrase.owner is not None or phrase.poss else None
    )
    ahead = sentence.meant_ahead(phrase) if phrase.poss in ("its", "their") else None
    if ahead is not None:
        owner = sentence.resolve(ahead, "organization") or owner
    if phrase.head.lower == "sale":
        return found.get("of") or (owner if "to" in found else None), found.get("to")
    if "of" in found:
        return found["of"], found.get("by") or owner
    return (owner, found["by"]) if "by" in found else (None, None)


def _completed(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> tuple[Atom | None, Clause | None]:
    """The day of completion: the deal closed on it, or the noun carries it ("its acquisition by X in 2014")."""
    own = [c for c in sentence.clauses if phrase is c.subject or phrase in c.objects or phrase in c.others]
    clause = next((c for c in own if c.lemma in _DONE), clause)
    if clause is not None and clause in own and clause.lemma in _DONE:
        dates = [d for d in clause.dates if d.prep.split(" ")[-1] not in ("by", "before", "after", "until")]
    elif phrase.head.lower in _ENDS:
        light = clause is not None and phrase is clause.subject and clause.lemma in _COMES
        dates = [d for d in clause.dates if d.prep in ("on", "in", "for", "")] if light and clause is not None else []
    elif phrase.head.lower in ("acquisition", "takeover", "purchase") and not (
        clause is not None and (phrase is clause.subject or clause.lemma in ("announce", "agree", "plan", "propose"))
    ):
        most = any(a.lower.endswith("est") or a.lower in ("first", "only", "most") for a in phrase.atoms)
        near = [] if most else phrase.attached  # "its biggest acquisition in a decade"
        dates = [p for a in near for p in (a, *a.attached) if p.prep in ("in", "on")]
    else:
        dates = []
    return next((a for d in dates for a in d.atoms if a.tag == "DATE" and dated(a)), None), clause


def _paid(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "The buyer paid £3.2m": for the company whose sale was named last."""
    subject, scene = clause.subject, sentence.scene
    if clause.lemma != "pay":
        return []
    money = next((a for p in clause.objects for a in p.atoms if a.tag == "MONEY"), None)
    how = sentence.modality(clause)
    if money is not None and how is not None and not _told(sentence, subject):
        return _first_told(sentence, clause, money, how)
    if (
        subject is None
        or not scene.target
        or (target := _bought(sentence, subject)) is None
        or any(p.prep == "for" or p.head.lower in _PARTLY for p in clause.phrases)
        or money is None
        or money.mention is None
        or money.mention.value is None
        or how is None
    ):
        return []
    return [_draft(sentence, money, target, "acquisition_price", money.mention.value, how)]


_PARTLY = frozenset("completion closing signing front initially outset instalments installments".split())


def _told(sentence: Sentence, subject: Phrase | None) -> bool:
    """Whether a sale to who pays was told before."""
    return subject is None or (bool(sentence.scene.target) and _bought(sentence, subject) is not None)


def _first_told(sentence: Sentence, clause: Clause, money: Atom, how: Modality) -> list[Draft]:
    """ "Asahina paid €195m. The deal closed on 8 January": for the company that the text is about."""
    scene, subject = sentence.scene, clause.subject
    buyer = sentence.resolve(subject, "organization") if subject is not None and subject.head.tag == "NAME" else None
    tokens = sentence.passage.tokens[sentence.last : sentence.last + _AHEAD]
    words = [token.lower for token in tokens]
    follows = len(words) > 2 and words[0] in ("the", "that") and words[1] in _NOUNS and not _NOT_DONE & set(words)
    bare = not clause.phrases and len(clause.objects) == 1 and clause.verb.tense == "past"
    if subject is None or buyer is None or not follows or not bare or scene.main in ("", buyer.name):
        return []
    if money.mention is None or money.mention.value is None:
        return []
    scene.target = scene.main
    target, bought = Referent(scene.main, "organization", 0.65), Value("organization", buyer.name)
    return [
        _draft(sentence, subject.head, target, "acquired_by", bought, how),
        _draft(sentence, money, target, "acquisition_price", money.mention.value, how),
    ]


_AHEAD = 6  # words of the next sentence that may tell what was paid for
_NOT_DONE = frozenset("fell collapsed failed collapse".split())


def _bought(sentence: Sentence, subject: Phrase) -> Referent | None:
    """What the one who pays has bought, as far as told."""
    scene = sentence.scene
    if subject.head.lower in ("buyer", "acquirer", "purchaser", "bidder"):
        return Referent(scene.target, "organization", 0.7)
    found = sentence.resolve(subject, "organization") if scene.sales else None
    sold = [target for target, buyer in scene.sales if found is not None and buyer == found.name]
    return Referent(sold[-1], "organization", 0.65) if sold else None


def _price(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "The consideration was €29.8m"; "put the price at about £30m"."""
    clause = sentence.clause_of(phrase)
    how = sentence.modality(clause)
    if clause is None or how is None:
        return []
    behind = (
        [*clause.objects, *clause.phrases]
        if phrase is clause.subject and clause.lemma in ("be", "come", "amount", "total")
        else [p for p in clause.phrases if p.prep in ("at", "as")]
        if clause.lemma in ("put", "estimate")
        else phrase.attached
    )
    money = next((a for p in behind if p.prep in ("", "at", "to", "of") for a in p.atoms if a.tag == "MONEY"), None)
    if money is None or money.mention is None or money.mention.value is None:
        return []
    return [
        _draft(
            sentence,
            money,
            Referent(sentence.scene.target, "organization", 0.7),
            "acquisition_price",
            money.mention.value,
            how,
        )
    ]
