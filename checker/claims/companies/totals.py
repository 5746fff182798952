"""All that an organization raised so far: "has raised €76m since it was founded", "brings its total to $112m"."""

from __future__ import annotations

from checker import lazy
from checker.claims.companies.backers import raising
from checker.claims.discourse.references import owner_of
from checker.claims.discourse.scene import Referent
from checker.claims.draft import Draft
from checker.claims.sentence import Sentence
from checker.claims.syntax.atoms import Atom
from checker.claims.syntax.chunks import Phrase, VerbGroup
from checker.claims.syntax.clauses import Clause

_RAISING = frozenset(
    (
        "raise attract secure take_in pull_in bring_in collect gather amass garner draw receive win obtain land "
        "rake_in accumulate get"
    ).split()
)
_WHOLE = frozenset("total capital funds money funding sum amount investment financing tally haul fundraising".split())
_BRINGING = frozenset("bring take push lift raise carry swell".split())
_LEVEL = frozenset("be stand come amount reach total exceed pass top hit".split())
_SO_FAR = lazy.compile(
    r"\b(?:to date|so far|in total|in all|all told|altogether|all in all|overall|cumulative(?:ly)?|lifetime|a total of"
    r"|since (?:its?|their|being|then|(?:19|20)\d\d|inception|launch\w*|found\w*|start\w*"
    r"|the (?:company|firm|start-?up)|[a-z]+ (?:19|20)\d\d)\b"
    r"|(?:over|across|through) (?:\w+ ){1,2}(?:funding )?rounds|in (?:two|three|four|five|six|seven|several|\d) "
    r"(?:funding )?rounds|over the years|has now|have now|including \S+ \S* ?\S* ?in (?:its|the|this))",
)


def read(sentence: Sentence) -> list[Draft]:
    """The totals raised that a sentence names."""
    if not any(atom.tag == "MONEY" for atom in sentence.atoms):
        return []
    drafts: list[Draft] = []
    for clause in sentence.clauses:
        drafts += _raised(sentence, clause) or _totalling(sentence, clause) or _brought(sentence, clause)
    return drafts or _line(sentence)


def _raised(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "has raised €512m to date", "raised a total of €512m"."""
    if clause.lemma not in _RAISING or clause.subject is None or clause.verb.passive:
        return []
    if any(p.of("ROUND") for p in [*clause.objects, *clause.phrases]) or any(p.prep == "for" for p in clause.phrases):
        return []
    if clause.subjunct == "what" and any(
        c.lemma in _BRINGING for c in sentence.clauses
    ):  # "brings what we have raised to"
        to = next((p for p in clause.phrases if p.prep == "to" and p.of("MONEY")), None)
        company = sentence.resolve(clause.subject, "organization")
        return _draft(sentence, to.of("MONEY")[0], company, clause) if to is not None else []
    total = next((p for p in clause.objects if _is_total(p)), None)
    amounts = [p for p in [*(total.attached if total is not None else []), *clause.objects] if p.of("MONEY")]
    if not amounts or any(a.prep == "of" and a.of("MONEY") for a in amounts[0].attached):
        return []  # "£1.2m of the £4m it needs"
    if total is None and not _so_far(sentence):
        return []
    return _draft(sentence, amounts[0].of("MONEY")[0], sentence.resolve(clause.subject, "organization"), clause)


def _is_total(phrase: Phrase) -> bool:
    return any(a.lower == "total" for a in phrase.atoms)


def _so_far(sentence: Sentence) -> bool:
    return _SO_FAR.search(sentence.passage.text(sentence.first, sentence.last).casefold()) is not None


def _totalling(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "To date X has secured funding totalling SEK 410m"."""
    subject = clause.subject
    if clause.lemma not in ("total", "amount", "come") or clause.verb.form != "ing" or subject is None:
        return []
    if subject.head.lower not in _WHOLE or not _so_far(sentence):
        return []
    behind = [*clause.objects, *[p for p in clause.phrases if p.prep == "to"]]
    host = next((c for c in sentence.clauses if subject in c.objects and c.lemma in _RAISING), None)
    company = sentence.resolve(host.subject, "organization") if host is not None and host.subject is not None else None
    atom = next((a for p in behind for a in p.of("MONEY")), None)
    return _draft(sentence, atom, company, host or clause)


def _brought(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "brings the total raised to €271m", "the capital raised since then is €270m"."""
    heads = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
    whole = next((p for p in heads if p.head.lower in _WHOLE), None)
    if whole is None:
        return _that_makes(sentence, clause)
    if not _of_raising(sentence, whole):
        return []
    if clause.lemma in _BRINGING and whole in clause.objects:
        inner = (clause, *(c for c in sentence.clauses if c.subject is whole))
        behind = [p for c in inner for p in c.phrases if p.prep in ("to", "past", "beyond")]
        behind += [d for p in behind for d in p.attached]
    elif whole is clause.subject and clause.lemma in _LEVEL and clause.verb.form == "finite":
        behind = [*clause.objects, *[p for p in clause.phrases if p.prep in ("at", "to")]]
    else:
        return []
    atom = next((a for p in behind for a in p.of("MONEY")), None)
    return _draft(sentence, atom, _whose(sentence, clause, whole), clause)


def _whose(sentence: Sentence, clause: Clause, whole: Phrase) -> Referent | None:
    """Whose total it is: its possessor, who raised it, the subject of what is no round, or whoever is spoken of."""
    owner = owner_of(whole, sentence.scene, sentence.before(whole))
    if owner is not None:
        return owner
    by = next((p for c in sentence.clauses if c.subject is whole for p in c.phrases if p.prep == "by"), None)
    by = by or next((p for p in whole.attached if p.prep in ("for", "of", "by")), None)
    company = sentence.resolve(by, "organization") if by is not None else None
    if company is None and clause.subject is not None and clause.subject is not whole and clause.lemma not in _BRINGING:
        company = sentence.resolve(clause.subject, "organization")
    scene = sentence.scene
    known = raising(scene, scene.round_company, scene.topic, scene.main)
    return company or (Referent(known, "organization", 0.7) if known else None)


def _that_makes(sentence: Sentence, clause: Clause) -> list[Draft]:
    """ "That makes €512 million in all": of the rounds just told."""
    told = clause.lemma == "make" and clause.subject is not None and clause.subject.head.lower in ("that", "this")
    if not told or not sentence.scene.round_company or not _so_far(sentence):
        return []
    atom = next((a for p in clause.objects for a in p.of("MONEY")), None)
    return _draft(sentence, atom, Referent(sentence.scene.round_company, "organization", 0.7), clause)


def _of_raising(sentence: Sentence, whole: Phrase) -> bool:
    return (
        whole.head.lower in ("funding", "fundraising")
        or any(c.subject is whole and c.lemma in ("raise", "invest") for c in sentence.clauses)
        or any(p.prep == "of" and p.head.lower in ("funding", "financing", "capital") for p in whole.attached)
        or any(
            a.lower in ("funding", "raised", "capital")
            for a in whole.atoms
            if a.lower != "capital" or len(whole.atoms) > 1
        )
    )


def _line(sentence: Sentence) -> list[Draft]:
    """ "~$76M raised, lifetime": a line of a list or a card, with no other verb."""
    verbs = [c for c in sentence.chunks if isinstance(c, VerbGroup)]
    scene = sentence.scene
    known = raising(scene, scene.section, scene.main)
    if sentence.passage.block.kind != "item" or len(verbs) != 1 or verbs[0].lemma != "raise" or not known:
        return []
    if any(atom.tag in ("ROUND", "NAME") for atom in sentence.atoms):
        return []
    before = sentence.chunks[verbs[0].start - 1] if verbs[0].start else None
    money = before.of("MONEY") if isinstance(before, Phrase) else []
    return _draft(sentence, money[0] if money else None, Referent(known, "organization", 0.65), None)


def _draft(sentence: Sentence, atom: Atom | None, company: Referent | None, clause: Clause | None) -> list[Draft]:
    how = sentence.modality(clause)
    if company is None or company.sure < 0.5 or how is None or atom is None:
        return []
    value = atom.mention.value if atom.mention is not None else None
    if value is None:
        return []
    return [
        sentence.draft(
            atom.first,
            atom.last,
            company.name,
            "organization",
            "total_raised",
            value,
            how,
            "raised so far",
            company.sure,
        )
    ]
