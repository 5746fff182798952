"""Where a post is: said beside it, owned, behind "of" or "at"; else where its holder works, or what is talked about."""

from __future__ import annotations

from checker.claims.careers.departures import is_next
from checker.claims.discourse import bodies, sorts
from checker.claims.discourse.contested import contested
from checker.claims.discourse.descriptions import describes
from checker.claims.discourse.references import owner_of, pronoun
from checker.claims.discourse.scene import Referent, named
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import PLACING, Mark, Phrase, VerbGroup
from checker.packs.vocabulary import vocabulary

_PRESS = frozenset("correspondent reporter columnist journalist editor writer photographer".split())


def organization_of(
    sentence: Sentence, phrase: Phrase, place: int, person: str, taken: bool = False
) -> Referent | None:
    """Where the post is: said in the phrase, owned, after "of" or "at"; else the person's employer, section,
    document. ``taken``: it is a post that somebody takes, however indefinite: "appointed a director"."""
    if (put := _placed(sentence, phrase)) is not None:
        return put if put.name else None
    said = said_organization(sentence, phrase, place)
    if said is not None:
        return said
    scene = sentence.scene
    if (told := _told_by_relative(sentence, phrase)) is not None:
        return told
    if _calling(sentence, phrase, place) or _honorific(sentence, phrase, place):
        return None
    if _hears(sentence, phrase, place) or _before_it_was(sentence, phrase, place):
        return None
    if _in_office(sentence, phrase, place) and person not in scene.employers:
        return None
    for other in [*phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])]:
        for k, atom in enumerate(other.atoms):
            if atom.tag == "TITLE" and set(phrase.atoms[place].lower.split()) & scene.words.words["post_heads"]:
                return said_organization(sentence, other, k)
    if phrase.owner is not None and phrase.owner.head.lower not in ("family", "dynasty", "clan"):
        return None  # the owner could not be made out
    title = phrase.atoms[place].lower.split()
    if phrase.prep == "as" and (fronted := _fronted_at(sentence, phrase)) is not None:
        return fronted
    if phrase.poss in ("his", "her") and title[-1] not in _PERSONAL:
        return _of_person(sentence, phrase)
    if phrase.poss in ("his", "her") and title and title[-1] in _SECONDS:
        superior = pronoun(phrase.poss, "person", scene, sentence.before(phrase))
        body = scene.employers.get(superior.name, "") if superior is not None and superior.name != person else ""
        return Referent(body, "organization", 0.7) if body else None
    if phrase.poss or _dates_of_life(sentence, phrase):
        return None
    if (having := _having(sentence, phrase)) is not None:
        return having
    if _here(sentence, phrase):
        return pronoun("we", "organization", scene, [])
    if _there(sentence, phrase):
        others = [name for name in scene.just if name != scene.employers.get(person)]
        beside = others[0] if len(others) == 1 < len(scene.just) else scene.topic
        last = _just_named(sentence, phrase) or scene.alone or beside
        return Referent(last, "organization", 0.7) if last else None
    if blocked(phrase) or not (
        taken
        or set(title) & scene.words.words["post_heads"]
        or phrase.atoms[place].lower in scene.words.words["fixed"]
        or (len(title) > 1 and title[-1] in scene.words.words["surname_heads"])  # "apprentice baker"
        or _formal(sentence, phrase, place)
    ):
        return None
    if (founded := _founding(sentence, phrase)) is not None:
        return founded
    alike = _same_title(sentence, phrase, place)
    if alike is not None:
        return alike
    speaks = title[-1] in ("spokesman", "spokeswoman", "spokesperson")  # of whom the text is about, unless it says
    if (phrase.det in ("a", "an") and not (taken or speaks)) or _by_trade(phrase, place):
        return None
    if scene.page.source.publisher and set(title) & _PRESS and len(sentence.chunks) < 9:
        return Referent(scene.page.source.publisher, "organization", 0.7)
    going = is_next(sentence, phrase, scene.employers.get(person, ""))
    held = [p for p in scene.posts if p.person == person and p.status == "current"] if not going else []
    same = {p.organization for p in held if p.title.casefold() == phrase.atoms[place].lower}
    if len(same) == 1:
        return Referent(same.pop(), "organization", 0.75)
    if len({p.organization for p in held}) > 1:
        return None  # one of several posts
    if person in scene.employers and not coming(phrase, place) and not going:
        return Referent(scene.employers[person], "organization", 0.7)
    if (succeeded := _succeeded(sentence, phrase, place, person)) is not None:
        return succeeded
    here = _sentence_organization(sentence, phrase)
    if here is not None:
        return here
    for name, sure in (
        (scene.section, 0.6),
        (scene.topic if scene.fresh else "", 0.55),
        (scene.main, 0.55),
        (scene.topic if scene.topic_age < 2 else "", 0.5),
    ):
        if name:
            if bodies.elsewhere(title, name) and any(n.kind == "organization" and bodies.is_higher(n.full)
                                                    for n in scene.page.names.values()):  # fmt: skip
                return None
            kind = bodies.of_title(title[-1])
            if kind and not bodies.is_one(name, kind):
                return bodies.only_one(scene, kind)
            own = person == scene.narrator or scene.page.about.get("issuer") == name
            buys = name in [buyer for _, buyer in scene.sales] and not own
            open_ = buys or _rivalled(sentence, phrase, name) or contested(name, scene)
            return None if open_ else Referent(name, "organization", sure)
    return None


def _told_by_relative(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "The director who left the Lido Festival in 2022", "the editor who ran X": where the post was."""
    for clause in sentence.clauses:
        if clause.relative and clause.lemma in _POSTED and clause.objects and not clause.verb.passive:
            who = clause.subject
            if who is phrase or (who is not None and who is phrase.apposed_to and phrase.start < clause.verb.start):
                found = sentence.resolve(clause.objects[0], "organization")
                return Referent(found.name, "organization", 0.75) if found is not None and found.sure >= 0.6 else None
    return None


_POSTED = frozenset("leave quit run lead head manage direct chair walk_out".split())


def _fronted_at(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "At Brevik Feeder, as deputy chief operating officer, she …"."""
    first = sentence.chunks[0]
    if not isinstance(first, Phrase) or first.prep not in ("at", "with") or first is phrase or phrase.start > 3:
        return None
    return sentence.resolve(first, "organization")


def _by_trade(phrase: Phrase, place: int) -> bool:
    """ "The chef Nuno Pires", "the Portuguese curator Rui Teixeira": what somebody is, with the name right behind."""
    named_behind = any(a.tag == "NAME" for a in phrase.atoms[place + 1 :])
    return phrase.det == "the" and named_behind and phrase.atoms[place].lower.split()[-1] in _TRADES


_TRADES = frozenset(
    (
        "chef gardener curator conductor producer technician midwife paramedic pharmacist technologist choirmaster "
        "organist sommelier winemaker cheesemaker distiller brewer librarian captain skipper mechanic machinist "
        "headmaster chaplain vicar clerk editor publisher auditor inspector dramaturg bookseller counsel technician "
        "dispatcher merchandiser stylist concierge butler receptionist"
    ).split()
)
_PERSONAL = frozenset(
    (
        "assistant secretary lawyer solicitor barrister attorney agent doctor physician surgeon nurse coach trainer "
        "tutor teacher mentor boss deputy manager supervisor biographer translator driver publisher editor partner "
        "captain commander accompanist conductor successor predecessor apprentice student pupil"
    ).split()
)


def _of_person(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "Her finance director, A": where she works, or what is spoken of where it is she that the document is about."""
    scene = sentence.scene
    person = pronoun(phrase.poss, "person", scene, sentence.before(phrase))
    if person is None:
        return None
    known = scene.employers.get(person.name) or (scene.main if person.name == scene.hero else "")
    return Referent(known, "organization", 0.7) if known else None


def _formal(sentence: Sentence, phrase: Phrase, place: int) -> bool:
    """ "The Engineer, Mr K. Rudd": minutes and notices write a body's posts with a capital."""
    token = sentence.passage.tokens[phrase.atoms[place].first]
    return phrase.det == "the" and token.text[0].isupper() and place == len(phrase.atoms) - 1


def _same_title(sentence: Sentence, phrase: Phrase, place: int) -> Referent | None:
    """ "A ceased to be a director of X, and B was appointed a director": of the body that has another such post."""
    title = phrase.atoms[place].lower
    for other in sentence.phrases():
        places = [k for k, a in enumerate(other.atoms) if a.tag == "TITLE" and a.lower == title]
        if other is not phrase and places:
            found = said_organization(sentence, other, places[0])
            if found is not None:
                return Referent(found.name, "organization", min(0.75, found.sure))
    return None


def coming(phrase: Phrase, place: int) -> bool:
    """Whether the post is one to come, which its holder's employer of today says nothing of."""
    words = {atom.lower for atom in phrase.atoms[: place + 2] if atom.tag in ("ADJ", "NOUN")}
    return bool(words & {"incoming", "next", "future", "designate", "elect", "prospective"})


def _rivalled(sentence: Sentence, phrase: Phrase, name: str) -> bool:
    """Whether the sentence speaks of another organization's post and not of ``name``: "Y's director, who regretted
    that the chief engineer, B, …" leaves open whose engineer B is."""
    if any(a.tag == "NAME" and a.name is not None and name in (a.name.full, a.name.text) for a in sentence.atoms):
        return False
    others = {
        found.name
        for other in sentence.phrases()
        if other is not phrase
        for place, atom in enumerate(other.atoms)
        if atom.tag == "TITLE" and (found := said_organization(sentence, other, place)) is not None
    }
    return bool(others) and name not in others


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


def _having(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "Inkwell has had the same owner, Dilys Prosser": the post is at who has it."""
    clause = sentence.clause_of(phrase)
    if clause is None or clause.lemma != "have" or phrase not in clause.objects or clause.subject is None:
        return None
    return sentence.resolve_strictly(clause.subject)


# posts that are told by whose second somebody is
_SECONDS = frozenset(
    "deputy assistant aide lieutenant co-founder cofounder co-author understudy second-in-command".split()
)


def _dates_of_life(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Ilona Szarvas, editor, born 9 February 1948; died 11 October 2024": a calling, not a post."""
    said = phrase.prep == "as" or phrase.object_of  # "who took over as director"
    return not said and {"born", "died"} <= {atom.lower for atom in sentence.atoms}


def _honorific(sentence: Sentence, phrase: Phrase, place: int) -> bool:
    """ "Captain Ewan Rae": how somebody is addressed, which says nothing of where."""
    atom = phrase.atoms[place]
    return (
        (atom.lower in sentence.scene.words.words["honorifics"] or atom.lower in _SEATS)
        and sentence.passage.tokens[atom.first].text[0].isupper()
        and any(a.tag == "NAME" for a in phrase.atoms[place + 1 :])
    )


# how members of parliaments and councils are addressed
_SEATS = frozenset("deputy senator representative congressman congresswoman delegate assemblyman assemblywoman".split())


def _founding(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "He and A, the chief executive, started X in 2018": at what its holder set up."""
    holder = phrase.apposed_to
    if holder is None or phrase.det != "the":
        return None
    for clause in sentence.clauses:
        subjects = clause.subject.heads() if clause.subject is not None and clause.lemma in _SETTING_UP else []
        if (holder in subjects or phrase in subjects) and not clause.verb.passive and clause.objects:
            return sentence.resolve_strictly(clause.objects[0])
    return None


def _placed(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """ "The chief executive (whom) X put into Y": where somebody else placed the holder; a nameless one where that is
    not said."""
    chunks, i = sentence.chunks, phrase.start
    if phrase.det != "the" or i + 2 >= len(chunks) or chunks[i] is not phrase:
        return None
    i += isinstance(mark := chunks[i + 1], Mark) and mark.lower in ("that", "whom", "who")
    who, verb = chunks[i + 1], chunks[i + 2] if i + 2 < len(chunks) else None
    if not isinstance(who, Phrase) or who.prep or not isinstance(verb, VerbGroup) or verb.lemma not in PLACING:
        return None
    behind = chunks[i + 3] if i + 3 < len(chunks) else None
    if isinstance(behind, Phrase) and behind.prep in _INTO and (found := sentence.resolve(behind, "organization")):
        return found
    hired = verb.lemma in ("hire", "recruit", "appoint", "poach")
    return (sentence.resolve(who, "organization") if hired else None) or Referent("", "organization")


_INTO = frozenset("into at to in for over atop inside".split())


def _before_it_was(sentence: Sentence, phrase: Phrase, place: int) -> bool:
    """ "Set up in 2012 by former radio producer A": what somebody was before there was the body."""
    if phrase.prep != "by" or not any(a.lower in ("former", "ex") for a in phrase.atoms[: place + 1]):
        return False
    clause = sentence.clause_of(phrase)
    return clause is not None and clause.lemma in _SETTING_UP


_SETTING_UP = frozenset("found set_up establish start create launch start_up form".split())


def _hears(sentence: Sentence, phrase: Phrase, place: int) -> bool:
    """ "Members present: A (Chair), B MP": the chair of those who hear evidence, not of whom they hear."""
    opening = [token.lower for token in sentence.passage.tokens[:3]]
    if phrase.atoms[place].lower.split()[-1] not in _CHAIRS or sentence.scene.formal:
        return False
    return opening[0] in ("members", "committee", "panel", "inquiry") and ":" in opening


_CHAIRS = frozenset("chair chairman chairwoman chairperson convener convenor".split())


def _in_office(sentence: Sentence, phrase: Phrase, place: int) -> bool:
    """ "President Tavares": whose president, a text about a firm need not say."""
    atom = phrase.atoms[place]
    capital = sentence.passage.tokens[atom.first].text[0].isupper()
    return capital and bodies.is_office(atom.lower.split()) and any(a.tag == "NAME" for a in phrase.atoms[place + 1 :])


def _calling(sentence: Sentence, phrase: Phrase, place: int) -> bool:
    """ "The violinist A", "the émigré physicist B": what somebody is, which says nothing of where."""
    last = phrase.atoms[place].lower.split()[-1]
    return last in sentence.scene.words.words["callings"] and any(a.tag == "NAME" for a in phrase.atoms[place + 1 :])


def _here(sentence: Sentence, phrase: Phrase) -> bool:
    """ "Chairman here for nineteen years": at the body whose words these are."""
    after = sentence.passage.tokens[phrase.atoms[-1].last : phrase.atoms[-1].last + 1]
    return bool(after) and after[0].lower == "here"


_SUCCEEDING = frozenset("take_over succeed replace follow step_in".split())


def _succeeded(sentence: Sentence, phrase: Phrase, place: int, person: str) -> Referent | None:
    """ "B, who took over as managing director in July": of the one body whose managing director was told of before."""
    clause = sentence.clause_of(phrase)
    if clause is None or clause.lemma not in _SUCCEEDING or phrase.prep != "as":
        return None
    title = phrase.atoms[place].lower
    before = {p.organization for p in sentence.scene.posts if p.person != person and p.title.casefold() == title}
    return Referent(before.pop(), "organization", 0.75) if len(before) == 1 else None


def _there(sentence: Sentence, phrase: Phrase) -> bool:
    """ "There he rose to plant manager", "was a printer there": at the place that was spoken of, not "there were"."""
    if phrase.det in ("a", "an") and phrase.apposed_to is not None:
        return False  # "There she met A, a physicist"
    opening = [atom for atom in sentence.atoms[:3] if atom.tag not in ("CONJ", "COMMA", "QUOTE")][:2]
    if len(opening) == 2 and opening[0].lower == "there" and opening[1].tag not in ("VERB", "MODAL"):
        return True
    after = (
        sentence.chunks[phrase.start + 1]
        if phrase.start + 1 < len(sentence.chunks) and sentence.chunks[phrase.start] is phrase
        else None
    )
    return (isinstance(after, Phrase) and after.head.lower == "there") or (
        isinstance(after, Mark) and after.lower in ("there", "here")
    )


def _just_named(sentence: Sentence, phrase: Phrase) -> str:
    """ "She entered X in 2014 and was a director there": the one body that the sentence itself names before."""
    before = [p.head.name for p in sentence.before(phrase) if p.head.tag == "NAME" and p.head.is_a("organization")]
    named_ = {name.full or name.text for name in before if name is not None}
    return named_.pop() if len(named_) == 1 else ""


def blocked(phrase: Phrase) -> bool:
    """Whether "of" or "at" names something that could not be made out: then nothing is inferred."""
    return any(
        (
            attached.prep in ("of", "at", "for", "with", "to")
            or (attached.prep == "in" and attached.head.lower in _OFFICES)
        )
        and attached.head.tag in ("NAME", "NOUN")
        and not (
            attached.det == "the" and describes(attached.head, vocabulary()) and not sorts.named_so(attached.head.lower)
        )
        and not (attached.of("QTY") or attached.head.lower in _TIMES)
        for attached in phrase.attached
    )


_OFFICES = frozenset("department ministry office government cabinet secretariat administration army navy".split())


_TIMES = frozenset(
    (
        "years months weeks decades year decade time term terms season seasons days now life effect responsibility "
        "moment half most much part all rest bulk bit while conclusion end close start beginning age request "
        "invitation behest helm top annual meeting agm"
    ).split()
)


def said_organization(sentence: Sentence, phrase: Phrase, place: int) -> Referent | None:
    """The organization that the words around the title name."""
    local = sentence.before(phrase)
    for atom in reversed(phrase.atoms[:place]):
        left = sentence.passage.tokens[atom.first].text
        if left[:3].casefold() == "ex-" and left[3:4].isupper():
            return Referent(sentence.passage.text(atom.first, atom.last)[3:], "organization", 0.9)
        if atom.tag == "NAME" and named(atom, "organization") and atom.name is not None and atom.name.kind != "place":
            return Referent(
                atom.name.full or atom.name.text, "organization", 1.0 if atom.name.kind == "organization" else 0.75
            )
    owned = owner_of(phrase, sentence.scene, local)
    if owned is None and {"its", "their"} & set(phrase.atoms[place].lower.split()):
        owned = pronoun("it", "organization", sentence.scene, local)  # "head of its Paris office"
    if owned is not None and not (phrase.owner is not None and _left(sentence, phrase, owned.name)):
        return owned
    for attached in _deep(phrase):
        found = _attached(sentence, attached, phrase)
        if found is not None:
            return found
        if attached.prep not in ("of", "for", "in"):
            break
    return _after_comma(sentence, phrase)


def _left(sentence: Sentence, phrase: Phrase, name: str) -> bool:
    """Whether the sentence says that somebody came from there: "the school's new head comes from X Academy"."""
    if phrase.owner is None or phrase.owner.head.tag == "NAME":
        return False
    return any(
        p.prep == "from" and p.head.name is not None and name in (p.head.name.full, p.head.name.text)
        for p in sentence.phrases()
    )


def _deep(phrase: Phrase) -> list[Phrase]:
    """The phrases that hang on this one, and on those: "a lecturer in oceanography at X"."""
    found: list[Phrase] = []
    for attached in phrase.attached:
        found += [attached, *_deep(attached)]
    return found[:4]


def _attached(sentence: Sentence, attached: Phrase, phrase: Phrase) -> Referent | None:
    partner = attached.prep == "in" and phrase.head.lower.split()[-1] in ("partner", "shareholder", "investor")
    if (not partner and attached.prep not in ("of", "at", "for", "with", "from", "to")) or attached.head.tag in (
        "DATE",
        "MONEY",
    ):
        return None
    found = sentence.resolve(attached, "organization")
    if found is not None and (partner or attached.prep in ("of", "at", "for", "with")):
        return found
    if (
        found is not None
        and attached.prep == "to"
        and attached.head.tag == "NAME"
        and phrase.head.lower.split()[-1] in _TO
    ):
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
    if (
        head.name is not None
        and head.name.kind == "person"
        and attached.prep == "at"
        and head.name.text == head.name.full
    ):
        return Referent(head.name.text, "organization", 0.7)  # nobody is a clerk "at" a person
    works = [a.name for a in attached.of("NAME") if a.name is not None and a.name.kind in ("product", "project", "")]
    if works and head.lower in _WORKS:
        return Referent(works[-1].full or works[-1].text, "organization", 0.7)  # "maintainer of the Brine database"
    if attached.owner is not None and attached.prep in ("of", "at"):
        return sentence.resolve(attached.owner, "organization")
    if attached.prep in ("of", "for") and attached.attached:
        return _attached(sentence, attached.attached[0], phrase)
    return None


_WORKS = frozenset(
    "project database library framework editor engine toolkit kernel compiler language foundation".split()
)
_TO = frozenset(
    "adviser advisor secretary clerk chaplain consultant counsel ambassador envoy delegate aide counsellor".split()
)


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
