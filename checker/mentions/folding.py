"""Short forms: which full form of the document each name stands for."""

from __future__ import annotations

from collections import defaultdict

from checker.mentions import weights
from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Lists, Vocabulary
from checker.passages import Name

_LEADING = frozenset("club grupo groupe gruppo banco banca banque casa maison atelier studio hotel villa".split())
_LAST_WORDS = ("club_nouns", "paper_nouns", "paper_ends")  # "Rovers", "the Courier"
_SMALL = frozenset(("of", "for", "and", "&", "the", "de", "in", "on", "at"))


def fold(evidence: Evidence, words: Vocabulary) -> None:
    """Set ``full`` of every name: itself, the one long form it is short for, or "" where two people share it."""
    names = evidence.names
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in names:
        for word in sorted(set(key.split())):
            by_word[word].append(key)
    initials = _initials(names)
    for key, name in names.items():
        name.full = name.text
        alias = evidence.aliases.get(key) or initials.get(key)
        if alias is not None and alias != key and _defines(alias, key, names):
            name.full = names[alias].text
            continue
        longer = (
            [
                other
                for other in by_word[key.split()[0]][:200]
                if other != key and _stands_for(key.split(), other.split(), names[other], words)
            ]
            if key
            else []
        )
        if evidence.counts[key].get("honorific"):
            longer = [other for other in longer if names[other].kind == "person"]  # Lord Amberley is no Amberley Zoo
        _point(name, key, longer, names, words)
    _mastheads(evidence)
    _minuted(evidence, initials, words)
    _share_surname(evidence, words)
    _most_used(names)
    _spelled_out(names, by_word, words)
    _chain(names)


def _defines(long: str, short: str, names: dict[str, Name]) -> bool:
    """Whether "(short)" behind ``long`` is its short form: made of its words or its initials."""
    letters = short.replace(".", "").replace("-", "")
    first = [word[0] for word in long.replace("-", " ").split() if word not in _SMALL]
    if len(long.split()) < 2 or len(short) >= len(long):
        return False
    if set(short.split()) <= set(long.replace("-", " ").split()) | set(long.split()):
        return True
    return (
        names[short].text.isupper()
        and len(letters) <= 8
        and letters[:1] in first
        and sum(c in first for c in letters) >= 0.6 * len(letters)
    )


def _initials(names: dict[str, Name]) -> dict[str, str]:
    """The key of the one name of several words whose initials make each acronym: "hrg" -> "halvorsen-ridder group"."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        if len(key.replace("-", " ").split()) > 1 and name.kind not in ("person", "place"):
            parts = key.replace("-", " ").replace("&", "").split()
            found["".join(part[0] for part in parts if part not in _SMALL)].append(key)
            found["".join(part[0] for part in parts)].append(key)
    return {
        short: min(long, key=lambda k: names[k].order)
        for short, long in found.items()
        if short in names and len(short) > 1 and names[short].text.isupper()
    }


def _mastheads(evidence: Evidence) -> None:
    """ "ROVERS REVIEW" above a text speaks for Kilmorran Rovers, where that is the one body so called."""
    for key, name in evidence.names.items():
        if not evidence.counts[key].get("masthead"):
            continue
        owner = " ".join(key.split()[:-1])
        bodies = [
            other
            for other, body in evidence.names.items()
            if body.kind == "organization" and other != key and (f" {other}".endswith(f" {owner}") or other == owner)
        ]
        if len(bodies) == 1:
            name.full, name.kind = evidence.names[bodies[0]].full or evidence.names[bodies[0]].text, "organization"
            evidence.counts[key] = {}


def _minuted(evidence: Evidence, bodies: dict[str, str], words: Vocabulary) -> None:
    """ "MK confirmed …; DO-B reported …": in minutes, initials stand for the people whose they are; not for one
    alone."""
    names = evidence.names
    people: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        if name.full == name.text and _may_be_person(key, name, words):
            people["".join(part[0] for part in key.replace("-", " ").replace(".", " ").split())].append(key)
    meant = {}
    for key, name in names.items():
        letters = key.replace("-", "").replace(".", "")
        other = key in bodies and bodies[key] not in people.get(letters, ())
        short = name.text.isupper() and 2 <= len(letters) <= 4 and " " not in key and not other
        if short and name.votes.get("organization", 0.0) < 4 and len(people.get(letters, ())) == 1:
            meant[key] = people[letters][0]
    if len(set(meant.values())) < 2:
        return
    for key, person in meant.items():
        names[key].full = names[person].text
        for member in (key, person):
            names[member].kind = "person"
            evidence.lend(member, "person", _INITIALS, f"{key} and {person} in minutes")


_INITIALS = 2.5  # what standing for each other as initials counts


def _may_be_person(key: str, name: Name, words: Vocabulary) -> bool:
    """Two or three words that are no body's: a person, or a name that hardly anything shows to be one."""
    parts = key.split()
    if not 2 <= len(parts) <= 4 or name.text.isupper() or name.kind in ("place", "project", "event"):
        return False
    lists = words.words
    body = parts[-1] in lists["organization_nouns"] or parts[-1] in lists["legal_forms"] or "&" in parts
    return name.kind == "person" or (name.votes.get("organization", 0.0) < 2 and not body)


def _point(name: Name, key: str, longer: list[str], names: dict[str, Name], words: Vocabulary) -> None:
    many = [names[other] for other in longer]
    if len(many) > 1:
        sets = {n.text: set(other.split()) for n, other in zip(many, longer, strict=True)}
        many = [n for n in many if not any(m is not n and sets[n.text] < sets[m.text] for m in many)] or many
    many = [n for n in many if n.kind == "person" or _introduces(n, name, words)]
    if len(many) > 1 and any(n.kind == "person" for n in many) and any(n.kind != "person" for n in many):
        leaning = name.votes.get("person", 0.0) - name.votes.get("organization", 0.0)
        many = [n for n in many if (n.kind == "person") == (leaning >= -0.8)]
    if many and all(n.kind != "person" for n in many):
        many = [min(many, key=lambda n: n.order)]
    if len(many) > 1 and any(n.order < name.order for n in many):
        many = [n for n in many if n.order < name.order]  # who is named in full only later is not meant
    if len(many) > 1:
        many = _dominant(many)
    if len(many) == 1:
        if not (many[0].kind == "person" and name.votes.get("organization", 0.0) >= 3 + name.votes.get("person", 0.0)):
            name.full = many[0].text
    elif many and not (name.kind == "organization" and name.votes["organization"] >= 2 + name.votes.get("person", 0.0)):
        name.full, name.kind = "", "person"


def _dominant(many: list[Name]) -> list[Name]:
    """Of people who share a surname, the one whom the text is about: first named, and named in full more than the
    others."""
    ranked = sorted(many, key=lambda n: (-n.count, n.order))
    first = all(ranked[0].order < other.order for other in ranked[1:])
    if first and (ranked[0].count >= 3 * ranked[1].count or ranked[0].count > ranked[1].count >= 1):
        return ranked[:1]
    return many


def _introduces(long: Name, short: Name, words: Vocabulary) -> bool:
    """A long form introduces a short one if it stands before it and adds no word that makes another body of it."""
    extra = [word.strip(".,").casefold() for word in long.text.split()[len(short.text.split()) :]]
    lists = words.words
    other = [
        w
        for w in extra
        if w not in lists["legal_forms"]
        and (w in lists["another_body"] or w in lists["places"] or w in lists["countries"])
    ]
    if other and long.order < short.order and long.count >= short.count and short.votes.get("organization", 0.0) >= 2:
        other = [w for w in other if w not in ("partners", "holdings", "holding", "capital", "ventures", "labs")]
    proper = [w for w in extra if w not in lists["legal_forms"] and not _general(w, lists)]
    if proper and ((long.kind == "organization" and long.count >= short.count > 1) or long.count > short.count):
        return False
    return not other and (long.order < short.order or all(w in lists["legal_forms"] for w in extra))


def _general(word: str, lists: Lists) -> bool:
    """Whether the word only says what the body is ("Shipbuilding"), so that it can be left off."""
    return (
        any(
            part in lists[group]
            for part in (word, word.split("-")[-1])
            for group in ("common", "organization_nouns", "trade_nouns", "name_particles")
        )
        or word in _SMALL
    )


def _stands_for(short: list[str], long: list[str], full: Name, words: Vocabulary) -> bool:
    if len(long) <= len(short):
        return False
    if full.kind == "person":
        surname = [word for word in long[1:] if word not in words.words["name_particles"]]
        return (
            (
                len(short) == 1
                and (short[0] == long[0] or short[0] == long[-1] or (short[0] in surname and len(short[0]) > 3))
            )
            or short == long[-len(short) :]
            or (len(short) == 2 and short[0] == long[0] and short[1] == long[-1])
        )
    if full.kind == "organization":
        if any(word in ("of", "for", "and", "&") for word in short):
            return False
        led = len(long) == 2 == len(short) + 1 and long[0] in words.words["leading_nouns"] | _LEADING
        ends = len(short) == 1 and any(short[0] in words.words[name] for name in _LAST_WORDS)
        if ends:
            return short == long[-1:]
        return long[: len(short)] == short or (led and long[1:] == short)  # "Club Sarmiento": "Sarmiento"
    return full.kind in ("product", "project", "event") and long[: len(short)] == short and len(short) > 1


def _share_surname(evidence: Evidence, words: Vocabulary) -> None:
    """ "Hele and Liis Tamm": the first of two given names that stand together has the surname of the second."""
    names = evidence.names
    surnames = {key.split()[-1] for key, name in names.items() if name.kind == "person" and " " in key}
    for first, second in evidence.beside:
        one, both = names[first], names[second]
        parts = both.text.split()
        if " " in first or one.full != one.text or len(parts) < 2 or both.kind != "person" or both.full != both.text:
            continue
        listed = first in words.words["first_names"]
        if first in surnames or not (listed or (one.kind == "person" and one.votes["person"] >= 2.5)):
            continue
        start = len(parts) - 1
        while start > 1 and parts[start - 1].casefold() in words.words["name_particles"]:
            start -= 1
        one.full, one.kind = " ".join([one.text, *parts[start:]]), "person"


def _most_used(names: dict[str, Name]) -> None:
    """A person's full name is the form of two words or more that the document uses most."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        if name.kind == "person" and name.full and len(name.text.split()) > 1:
            groups[name.full].append(name)
    better = {
        full: max(members, key=lambda n: (n.count, -n.order)).text
        for full, members in groups.items()
        if len(members) > 1
    }
    for name in names.values():
        name.full = better.get(name.full, name.full)


def _spelled_out(names: dict[str, Name], by_word: dict[str, list[str]], words: Vocabulary) -> None:
    """ "S. Cavazzoni" is Stelio Cavazzoni where only one person of that surname has that initial."""
    for key, name in names.items():
        parts = key.replace(".", " ").split()
        if name.kind != "person" or len(parts) < 2 or len(parts[0]) != 1 or name.full != name.text:
            continue
        same = [
            names[o]
            for o in by_word[key.split()[-1]][:200]
            if o != key
            and o.split()[-1] == parts[-1]
            and len(o.split()[0].strip(".")) > 1
            and o[0] == parts[0]
            and len(o.split()) > 1
        ]
        people = [n for n in same if n.kind == "person" and n.full == n.text]
        if len(people) == 1:
            name.full = people[0].text


def _chain(names: dict[str, Name]) -> None:
    """A short form of a short form stands for the longest."""
    by_text = {name.text: name for name in names.values()}
    for name in names.values():
        step = by_text.get(name.full)
        if name.full != name.text and step is not None and step.full and step.full != step.text:
            name.full = step.full


_ALONE = frozenset(
    ("common word alone", "unknown word", "unknown double word", "given name alone that is a common word", "acronym")
)


def agree(evidence: Evidence) -> None:
    """Short and long forms decide their kind together; a short form with strong evidence of its own stands for
    itself."""
    names = evidence.names
    groups: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        if name.full:
            groups[name.full].append(key)
    for full, members in groups.items():
        if len(members) < 2:
            continue
        votes: dict[str, float] = defaultdict(float)
        counts: dict[str, float] = defaultdict(float)
        for key in members:
            for piece, count in evidence.counts[key].items():
                if names[key].text == full or piece not in _ALONE:
                    counts[piece] += count
            for kind, weight in evidence.extra[key].items():
                votes[kind] += weight
        for kind, weight in weights.weigh(counts).items():
            votes[kind] += weight
        kind = weights.best(votes)
        for key in members:
            name = names[key]
            if name.text != full and name.kind and name.kind != kind and name.votes.get(name.kind, 0.0) > 3:
                name.full = name.text
            else:
                name.kind, name.votes = kind, dict(votes)
