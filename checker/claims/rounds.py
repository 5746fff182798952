"""Funding rounds: name, amount, date and lead investor gathered from one clause window."""

from __future__ import annotations

from checker.claims.atoms import Atom
from checker.claims.chunks import Chunk, Phrase
from checker.claims.clauses import Clause
from checker.claims.draft import Draft
from checker.claims.patterns import dated
from checker.claims.references import owner_of
from checker.claims.scene import Referent
from checker.claims.sentence import Sentence
from checker.model import Value

_RAISING = frozenset(
    "raise close secure complete announce land win receive attract collect get have sign obtain bag be".split()
)


def read(sentence: Sentence) -> list[Draft]:
    """The claims about each round that the sentence names."""
    drafts: list[Draft] = []
    for phrase in sentence.phrases():
        for atom in phrase.atoms:
            if atom.tag == "ROUND" and atom.mention is not None and atom.mention.value is not None:
                drafts += _round(sentence, phrase, atom)
        if (
            phrase.head.lower in ("round", "financing")
            and phrase.det in ("the", "this", "that")
            and sentence.scene.round
            and not phrase.of("ROUND")
        ):
            drafts += _again(sentence, phrase)
    return drafts


def _again(sentence: Sentence, phrase: Phrase) -> list[Draft]:
    """ "The round was led by X": the round named last."""
    scene, clause = sentence.scene, sentence.clause_of(phrase)
    how = sentence.modality(clause)
    if not scene.round_company or how is None:
        return []
    drafts = []
    amount = _amount(phrase, clause, sentence.chunks)
    if amount is not None and amount.mention is not None and amount.mention.value is not None:
        drafts.append(
            sentence.draft(
                amount.first,
                amount.last,
                scene.round_company,
                "organization",
                "round_amount",
                amount.mention.value,
                how,
                "the round",
                0.75,
                round=scene.round,
            )
        )
    for lead, lead_phrase in _leads(sentence, phrase, _leading_clause(sentence, phrase)):
        if lead.name != scene.round_company:
            drafts.append(
                sentence.draft(
                    lead_phrase.atoms[0].first,
                    lead_phrase.atoms[-1].last,
                    scene.round_company,
                    "organization",
                    "lead_investor",
                    Value("organization", lead.name),
                    how,
                    "the round",
                    0.75,
                    round=scene.round,
                )
            )
    return drafts


def _round(sentence: Sentence, phrase: Phrase, atom: Atom) -> list[Draft]:
    assert atom.mention is not None and atom.mention.value is not None
    name = atom.mention.value.text
    clause = sentence.clause_of(phrase)
    leading = _leading_clause(sentence, phrase)
    company = _company(sentence, phrase, clause)
    if company is None or company.sure < 0.5:
        return []
    how = sentence.modality(clause)
    if how is None or _only_talk(sentence, phrase, clause):
        return []
    if any(lead.name == company.name for lead, _ in _leads(sentence, phrase, leading)):
        return []
    drafts = []
    amount = _amount(phrase, clause, sentence.chunks)
    if amount is not None and amount.mention is not None and amount.mention.value is not None:
        drafts.append(
            sentence.draft(
                amount.first,
                amount.last,
                company.name,
                "organization",
                "round_amount",
                amount.mention.value,
                how,
                "round",
                company.sure,
                round=name,
            )
        )
    date = _date(sentence, phrase, clause)
    if date is not None and date.mention is not None and date.mention.value is not None:
        drafts.append(
            sentence.draft(
                date.first,
                date.last,
                company.name,
                "organization",
                "round_date",
                date.mention.value,
                how,
                "round",
                company.sure,
                round=name,
            )
        )
    for lead, lead_phrase in _leads(sentence, phrase, leading):
        drafts.append(
            sentence.draft(
                lead_phrase.atoms[0].first,
                lead_phrase.atoms[-1].last,
                company.name,
                "organization",
                "lead_investor",
                Value("organization", lead.name),
                how,
                "round",
                company.sure,
                round=name,
            )
        )
    sentence.scene.round, sentence.scene.round_company = name, company.name
    return drafts


_TALK = frozenset(
    (
        "talk talks plan plans rumour rumours discussion discussions idea possibility prospect hopes attempt attempts"
    ).split()
)


def _only_talk(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> bool:
    """ "talk of a Series B", "a Series C that was discussed": no round."""
    holder = (
        sentence.chunks[phrase.start - 1]
        if 0 < phrase.start < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
        else None
    )
    if phrase.prep in ("of", "for") and isinstance(holder, Phrase) and holder.head.lower in _TALK:
        return True
    related = [c for c in sentence.clauses if c.subject is phrase or phrase in c.objects]
    return any(
        c.lemma in ("seek", "discuss", "consider", "abandon", "drop", "shelve", "plan", "want", "cancel")
        for c in related
    )


def _leading_clause(sentence: Sentence, phrase: Phrase) -> Clause | None:
    """ "led by X", "X led the Series C"."""
    for clause in sentence.clauses:
        if clause.lemma in ("lead", "co-lead"):
            if (
                clause.subject is phrase
                or phrase in clause.objects
                or (clause.subject is not None and phrase in clause.subject.attached)
            ):
                return clause
            if clause.verb.form == "participle" and 0 <= clause.verb.start - phrase.start <= 4:
                return clause
            both = sentence.chunks[clause.verb.start - 1] if clause.verb.start else None
            if (
                clause.verb.form == "participle"
                and clause.verb.start > phrase.start
                and (
                    getattr(both, "lower", "") in ("both", "all", "each")
                    or (isinstance(both, Phrase) and both.head.lower in ("both", "all"))
                )
            ):
                return clause
    return None


def _company(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Referent | None:
    scene, local = sentence.scene, sentence.before(phrase)
    owned = owner_of(phrase, scene, local)
    if owned is not None:
        return owned
    for attached in phrase.attached:
        if (
            attached.prep in ("of", "for", "in", "at")
            and (found := sentence.resolve(attached, "organization")) is not None
            and attached.head.tag != "PRON"
        ):
            return found
    if (
        clause is not None
        and clause.subject is not None
        and clause.lemma in _RAISING
        and not clause.verb.passive
        and clause.subject is not phrase
    ):
        found = sentence.resolve(clause.subject, "organization")
        if found is not None:
            return found
        if clause.subject.head.tag == "NAME":
            return None
    for atom in phrase.atoms:
        if atom.tag == "NAME" and atom.name is not None and atom.name.kind == "organization":
            return Referent(atom.name.full or atom.name.text, "organization", 0.9)
    for other in sentence.clauses:
        leading = (
            phrase.prep and other.subject is not None and other.subject.start > phrase.start and not other.relative
        )
        if (
            (phrase in other.phrases or leading)
            and other is not clause
            and other.subject is not None
            and other.verb.form == "finite"
            and other.lemma not in ("lead", "co-lead")
        ):
            found = sentence.resolve(other.subject, "organization")
            if found is not None:
                return found
    name = scene.section or scene.topic or scene.main
    return Referent(name, "organization", 0.65) if name else None


def _amount(phrase: Phrase, clause: Clause | None, sentence_chunks: list[Chunk]) -> Atom | None:
    """The money of the round: in its phrase, behind "of" or "for", the object of "raise", in a parenthesis."""
    for member in [phrase, *[a for a in phrase.attached if a.prep in ("of", "for", "worth", "at")]]:
        for atom in member.atoms:
            if atom.tag == "MONEY":
                return atom
    for attached in phrase.attached:
        for deeper in attached.attached:
            if deeper.prep in ("of",) and attached.prep == "of":
                found = next((a for a in deeper.atoms if a.tag == "MONEY"), None)
                if found is not None:
                    return found
    i = phrase.start + 1
    if (i + 1 < len(sentence_chunks) and sentence_chunks[i - 1] is phrase) or any(
        a.start == i for a in phrase.attached
    ):
        for mark, item in zip(sentence_chunks[i : i + 4], sentence_chunks[i + 1 : i + 5], strict=False):
            if (
                getattr(mark, "tag", "") == "COMMA"
                and isinstance(item, Phrase)
                and item.prep in ("for", "of", "worth")
                and item.of("MONEY")
            ):
                return item.of("MONEY")[0]
    for inner in phrase.parens:
        for item in inner:
            if isinstance(item, Phrase) and any(a.tag == "MONEY" for a in item.atoms):
                return next(a for a in item.atoms if a.tag == "MONEY")
    if clause is not None:
        if phrase is clause.subject and clause.lemma in ("be", "total", "bring_in", "raise", "bring", "come"):
            return next(
                (
                    a
                    for p in [*clause.objects, *clause.phrases]
                    for a in p.atoms
                    if a.tag == "MONEY" and p.prep in ("", "at", "to")
                ),
                None,
            )
        if phrase in clause.phrases and phrase.prep.split(" ")[-1] in (
            "in",
            "from",
            "through",
            "via",
            "with",
            "as",
            "for",
        ):
            return next((a for p in clause.objects for a in p.atoms if a.tag == "MONEY"), None)
    return None


def _date(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> Atom | None:
    near = [phrase, *[a for a in phrase.attached if a.prep in ("of", "in", "on")]]
    near += [deeper for a in phrase.attached for deeper in a.attached if deeper.prep in ("of", "in", "on")]
    for inner in phrase.parens:
        near += [c for c in inner if isinstance(c, Phrase)]
    following = [
        p.atoms[0].first
        for p in sentence.phrases()
        if p is not phrase and p.of("ROUND") and p.atoms[0].first > phrase.atoms[0].first
    ]
    limit = min(following, default=1 << 30)
    earlier = [
        p for p in sentence.phrases() if p is not phrase and p.of("ROUND") and p.atoms[0].first < phrase.atoms[0].first
    ]
    dates = [d for d in (clause.dates if clause is not None else []) if d.atoms[0].first < limit]
    after = [d for d in dates if d.atoms[0].first > phrase.atoms[0].first]
    before = [d for d in dates if d.atoms[0].first < phrase.atoms[0].first] if not earlier else []
    i = phrase.start + 1
    if (
        not after
        and i + 1 < len(sentence.chunks)
        and i < len(sentence.chunks)
        and sentence.chunks[i - 1] is phrase
        and getattr(sentence.chunks[i], "tag", "") == "COMMA"
    ):
        second = sentence.chunks[i + 1]
        if isinstance(second, Phrase) and second.prep in ("in", "of", "on"):
            after = [second]
    for member in [*near, *after, *before]:
        for atom in member.atoms:
            if (
                atom.tag == "DATE"
                and atom.mention is not None
                and atom.mention.value is not None
                and dated(atom)
                and member.prep.split(" ")[-1] not in ("by", "before", "since", "until", "after")
            ):
                return atom
    return None


def _leads(sentence: Sentence, phrase: Phrase, clause: Clause | None) -> list[tuple[Referent, Phrase]]:
    if clause is None:
        return []
    agent = next((p for p in clause.phrases if p.prep == "by"), None) if clause.verb.passive else clause.subject
    if agent is None:
        return []
    found = []
    for member in agent.heads():
        referent = sentence.resolve(member, "organization") or sentence.resolve(member, "person")
        if referent is not None:
            found.append((referent, member))
    return found
