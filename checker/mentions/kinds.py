"""What kind of thing a name names, decided from all of its contexts in the document together, with the reasons kept."""

from __future__ import annotations

from collections import defaultdict

from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Name, Passage, Token

_AGENTS = frozenset("operator owner developer producer publisher distributor supplier buyer investor brewer host broker trader designer planner builder maker partner member brewers".split())
_ANOTHER = frozenset("capital ventures foundation partners fund holding holdings health labs lab cloud trust institute academy museum north south east west international ireland scotland wales conference award awards prize".split())
_INSTITUTIONS = frozenset("museum hospital library school theatre gallery college dairy laboratory port farm clinic".split())
_TEAM_ENDS = frozenset("group department division team unit lab laboratory section desk".split())
KINDS = ("person", "organization", "place", "product", "project", "event")
_PERSON_VERBS = frozenset("join resign retire succeed bear die graduate study marry step quit replace tell serve teach write chair coach grow live rejoin depart lecture".split())
_ORGANIZATION_VERBS = frozenset("employ raise acquire launch announce merge appoint hire develop publish operate make sell buy open build own plan unveil rebrand rename report post supply list value".split())


def decide(passages: list[Passage], found: list[tuple[Passage, Mention]], words: Vocabulary) -> dict[str, Name]:
    """The names of the document by key; short forms share the votes of the one long form they stand for."""
    names: dict[str, Name] = {}
    for order, (passage, mention) in enumerate(found):
        name = names.setdefault(mention.key, Name(passage.text(mention.first, mention.last), "", "", order=order, votes={}, reasons=[]))
        name.count += 1
        if name.text.isupper() and len(name.text) > 5 and not passage.text(mention.first, mention.last).isupper():
            name.text = passage.text(mention.first, mention.last)
    for name in names.values():
        _vote_by_form(name, words)
    for passage, mention in found:
        _vote_by_context(passage, mention, names[mention.key], words)
    _settle(names)
    _fold(names, words)
    _settle_groups(names)
    _most_used(names)
    return names


def _vote(name: Name, kind: str, weight: float, reason: str) -> None:
    name.votes[kind] = name.votes.get(kind, 0.0) + weight
    note = f"{kind} {weight:+g}: {reason}"
    if note not in name.reasons and len(name.reasons) < 12:
        name.reasons.append(note)


def _vote_by_form(name: Name, words: Vocabulary) -> None:
    """What the words of the name itself say."""
    lists = words.words
    parts = name.text.replace("’", "'").split()
    lower = [part.casefold().strip(".,") for part in parts]
    first, last = lower[0], lower[-1]
    if len(parts) > 1 and (last in lists["legal_forms"] or parts[-1].casefold() in lists["legal_forms"]):
        _vote(name, "organization", 6, "legal form")
    if len(parts) > 1 and last in lists["organization_nouns"] and last not in lists["project_nouns"]:
        _vote(name, "organization", 4 if first not in lists["first_names"] else 2.5, f"ends in {parts[-1]}")
    elif len(parts) > 1 and last in lists["organization_nouns"]:
        _vote(name, "organization", 3.2 if last in _INSTITUTIONS else 2, f"ends in {parts[-1]}")
    if len(parts) > 1 and any(word in lists["organization_nouns"] for word in lower[:-1]) and ("of" in lower or "for" in lower or "&" in lower):
        _vote(name, "organization", 4, "names a body")
    if "&" in lower:
        _vote(name, "organization", 3, "joined by &")
    if len(parts) > 1 and first in lists["first_names"] and last not in lists["organization_nouns"] and last not in lists["project_nouns"]:
        _vote(name, "person", 3, f"given name {parts[0]}")
    elif len(parts) == 1 and first in lists["first_names"]:
        _vote(name, "person", 1.5, "a given name")
    if len(parts) > 1 and any(len(part.strip(".")) == 1 and part[0].isupper() for part in parts[:-1]) and "&" not in lower:
        _vote(name, "person", 2.5, "an initial")
    if len(parts) in (2, 3) and "-" in parts[-1] and last not in lists["common"] and all(p[0].isupper() for p in parts):
        _vote(name, "person", 1, "a double surname")
    if any(word in lists["name_particles"] for word in lower[1:-1]) and "of" not in lower and len(parts) > 2:
        _vote(name, "person", 0.7, "a name's particle")
    if name.text.casefold() in lists["places"]:
        _vote(name, "place", 1.5, "a known place")
    if len(parts) > 1 and last in lists["place_nouns"]:
        _vote(name, "place", 3, f"ends in {parts[-1]}")
    if len(parts) > 1 and last in lists["project_nouns"] and last not in lists["organization_nouns"]:
        _vote(name, "project", 3, f"ends in {parts[-1]}")
    elif len(parts) > 1 and last in lists["project_nouns"]:
        _vote(name, "project", 1.5, f"ends in {parts[-1]}")
    if len(parts) > 1 and last in lists["event_nouns"]:
        _vote(name, "event", 2.5, f"ends in {parts[-1]}")
    if len(parts) == 1 and name.text.isupper() and 2 <= len(name.text) <= 6:
        _vote(name, "organization", 1, "an acronym")
    if any(c.isdigit() for c in name.text):
        _vote(name, "product", 1.5, "has a number")


def _vote_by_context(passage: Passage, mention: Mention, name: Name, words: Vocabulary) -> None:
    """What stands before and after one occurrence."""
    tokens, lists = passage.tokens, words.words
    first, last = mention.first, mention.last
    before = [tokens[i].lower for i in range(max(0, first - 4), first)]
    if last < len(tokens) and tokens[last].text == "(":
        last = _past_parenthesis(tokens, last)
    after = [tokens[i].lower for i in range(last, min(len(tokens), last + 8))]
    prev, next_ = (before[-1] if before else ""), (after[0] if after else "")
    firm = [m for m in passage.mentions if m.kind == "title" and tokens[m.last - 1].lower not in _AGENTS]
    title_before = any(m.last == first for m in firm)
    title_at = {m.first: m for m in firm}
    name_at = {m.first: m for m in passage.mentions if m.kind == "name"}
    if prev.rstrip(".") in lists["honorifics"] or prev == "." and len(before) > 1 and before[-2] in lists["honorifics"]:
        _vote(name, "person", 5, f"after {before[-1]}")
    if title_before:
        _vote(name, "person", 3, "after a title")
    if last in title_at and title_at[last].last in name_at:
        _vote(name, "organization", 3, "before a title and a name")
    elif last in title_at and title_at[last].first == last:
        _vote(name, "organization", 1.5, "before a title")
    if next_ in ("'s", "'") or next_ == "’":
        if last + 1 in title_at:
            _vote(name, "organization", 3, "has an officer")
        if len(after) > 1 and after[1] in ("employees", "staff", "headquarters", "revenue", "shares", "board", "shareholders", "founder", "founders", "workforce", "customers", "office", "offices", "factory", "headcount"):
            _vote(name, "organization", 3, f"has {after[1]}")
    if next_ == ",":
        _vote_by_apposition(passage, last, name, words, after, title_at)
    if next_ == "who" or after[:2] == [",", "who"] or after[:2] == [",", "whose"] and False:
        _vote(name, "person", 3, "who")
    if after[:2] == [",", "which"] or next_ == "which":
        _vote(name, "organization", 1.2, "which")
    if next_ in ("is", "was", "are", "were") and len(after) > 2 and after[1] in ("a", "an", "the", "one"):
        _vote_by_definition(passage, last + 2, name, words, after)
    verb = words.verbs.get(next_)
    auxiliary = verb is not None and verb.lemma in ("be", "have")
    main = words.verbs.get(after[1]) if auxiliary and len(after) > 1 else verb
    if main is not None:
        if main.lemma in lists["speech_verbs"] and not auxiliary:
            _vote(name, "person", 0.8, "speaks")
        if main.lemma in _PERSON_VERBS:
            _vote(name, "person", 1.8, f"before {next_} {after[1] if auxiliary else ''}".strip())
        if main.lemma in _ORGANIZATION_VERBS and not (main.lemma == "hire" and len(name.text.split()) == 1) and not (verb is not None and verb.lemma == "be"):
            _vote(name, "organization", 1.2, f"before {next_}")
        if main.lemma == "found" and verb is not None and verb.lemma == "be":
            _vote(name, "organization", 3, "was founded")
    prior = words.verbs.get(prev)
    if prior is not None and prior.lemma in lists["speech_verbs"] and before and prev not in ("claims", "notes", "reports"):
        _vote(name, "person", 1.2, f"after {prev}")
    if prior is not None and prior.lemma in ("appoint", "name", "hire", "promote", "interview", "elect"):
        _vote(name, "person", 1.5, f"after {prev}")
    if prior is not None and prior.lemma in ("join", "co-found", "found", "leave", "acquire", "cofound", "quit"):
        _vote(name, "organization", 2, f"after {prev}")
    if prev in lists["organization_descriptors"]:
        _vote(name, "organization", 3, f"after {prev}")
    elif prev in lists["person_descriptors"]:
        _vote(name, "person", 2, f"after {prev}")
    elif prev in lists["product_nouns"] or prev in lists["project_nouns"]:
        _vote(name, "product" if prev in lists["product_nouns"] else "project", 1.5, f"after {prev}")
    if next_ in lists["project_nouns"] and next_ not in lists["organization_descriptors"]:
        _vote(name, "project", 0.6, f"before {next_}")
    if prev == "at":
        _vote(name, "organization", 1.5, "after at")
    if prev in ("of", "at", "for") and any(m.kind == "title" and m.last in (first - 1,) for m in passage.mentions):
        _vote(name, "organization", 2.5, f"after a title and {prev}")
    if prev == "the" and len(before) > 1 and before[-2] in ("of", "at", "for") and any(m.kind == "title" and m.last == first - 2 for m in passage.mentions):
        _vote(name, "organization", 2, "after a title")
    if prev == "the" and tokens[last - 1].lower in _TEAM_ENDS and last - first > 1 and len(before) > 1 and before[-2] in ("headed", "led", "leads", "heads", "runs", "ran", "head", "of", "in", "joined", "lead", "leading", "heading"):
        _vote(name, "team", 5, f"the … {tokens[last - 1].lower}")
    if prev in ("in", "near", "outside"):
        _vote(name, "place", 3 if before[-2:-1] in (["based"], ["born"], ["headquartered"], ["office"], ["offices"], ["lives"]) else 1.2, f"after {prev}")
    if next_.startswith("-based") or tokens[last - 1].lower.endswith("-based"):
        _vote(name, "place", 3, "-based")
    if prev.endswith("-based"):
        _vote(name, "organization", 3, "-based")
    if prev in ("launched", "launch", "releases", "released", "unveiled") and False:
        _vote(name, "product", 1, "launched")
    if next_ in lists["product_nouns"]:
        _vote(name, "product", 0.8, f"before {next_}")
    if passage.block.kind == "cell" and len(tokens) == last - first:
        _vote(name, "", 0, "a cell")


def _past_parenthesis(tokens: list[Token], i: int) -> int:
    for j in range(i, min(len(tokens), i + 25)):
        if tokens[j].text == ")":
            return j + 1
    return i


def _vote_by_definition(passage: Passage, start: int, name: Name, words: Vocabulary, after: list[str]) -> None:
    """ "X is a British charity that …", "X is a Dutch engineer"."""
    lists = words.words
    for i in range(start, min(len(passage.tokens), start + 9)):
        word = passage.tokens[i].lower
        following = passage.tokens[i + 1].lower if i + 1 < len(passage.tokens) else "."
        closes = following in lists["prepositions"] or following in lists["relatives"] or following in (",", ".", ";", "(", "and")
        if closes:
            for kind, group, weight in (("person", "person_descriptors", 3.0), ("organization", "organization_descriptors", 3.5), ("project", "project_nouns", 2.0), ("product", "product_nouns", 2.0), ("event", "event_nouns", 2.0)):
                if word in lists[group]:
                    _vote(name, kind, weight, f"is a {word}")
                    return
            if word in lists["heads"]:
                _vote(name, "person", 2.5, f"is a {word}")
                return
        if word in (".", ",", ";", "who", "which", "that") or word in lists["prepositions"]:
            return


def _vote_by_apposition(passage: Passage, last: int, name: Name, words: Vocabulary, after: list[str], title_at: dict[int, Mention]) -> None:
    """"X, the Lisbon-based maker of …"; "X, chief executive"; "X, 44,"; "X, Portugal"."""
    lists = words.words
    if len(after) > 2 and after[1].isdigit() and 15 < int(after[1]) < 110 and after[2] == ",":
        _vote(name, "person", 3, "an age")
    start = last + 1
    if start in title_at:
        title = title_at[start]
        closing = passage.tokens[title.last].lower if title.last < len(passage.tokens) else "."
        if closing in (",", ".", "of", "at", ";", ")", "for", "and") and not (title.last < len(passage.tokens) and any(m.kind == "name" and m.first == title.last for m in passage.mentions)):
            _vote(name, "person", 2.5, "title in apposition")
        return
    if len(after) < 3 or after[1] not in ("the", "a", "an", "its", "one", "his", "her", "their", "another", "then", "now", "who"):
        return
    for i in range(start + 1, min(len(passage.tokens), start + 8)):
        word = passage.tokens[i].lower
        if i in title_at and not any(m.kind == "name" and m.first == title_at[i].last for m in passage.mentions):
            _vote(name, "person", 2.5, "title in apposition")
            return
        following = passage.tokens[i + 1].lower if i + 1 < len(passage.tokens) else ""
        closes = following in (",", ".", "of", "that", "which", "who", "in", "for", "with", "behind", "owned", "based", ";", ")", "from", "on", "at", "to", "where")
        if closes and word in lists["person_descriptors"]:
            _vote(name, "person", 3, f"a {word}")
            return
        if closes and word in lists["organization_descriptors"] and following != "'s":
            _vote(name, "organization", 3, f"a {word}")
            return
        if closes and word in lists["project_nouns"]:
            _vote(name, "project", 2, f"a {word}")
            return
        if closes and word in lists["product_nouns"]:
            _vote(name, "product", 2, f"a {word}")
            return
        if closes and word in ("city", "town", "village", "suburb", "capital", "island", "region", "district", "county"):
            _vote(name, "place", 3, f"a {word}")
            return
        if word in (",", ".", "who", "which", "that", ";"):
            return


def _settle(names: dict[str, Name]) -> None:
    for name in names.values():
        name.kind = _best(name.votes)


def _best(votes: dict[str, float]) -> str:
    ranked = sorted(((weight, kind) for kind, weight in votes.items() if kind), reverse=True)
    if not ranked or ranked[0][0] < 0.8:
        return ""
    return ranked[0][1]


def _fold(names: dict[str, Name], words: Vocabulary) -> None:
    """Point each short form at the one long form that it can stand for."""
    by_word: dict[str, list[Name]] = defaultdict(list)
    keys = {id(name): key for key, name in names.items()}
    for key, name in names.items():
        for word in sorted(set(key.split())):
            by_word[word].append(name)
    for key, name in names.items():
        parts = key.split()
        longer = [n for n in by_word[parts[0]] if n is not name and _stands_for(parts, keys[id(n)].split(), n, words)]
        name.full = name.text
        if len(longer) > 1:
            longer = [n for n in longer if not any(m is not n and _within(keys[id(n)].split(), keys[id(m)].split()) for m in longer)] or longer
        if len(longer) > 1 and all(n.kind != "person" for n in longer):
            longer = [_first_named(longer)]
        if len(longer) == 1 and longer[0].kind != "person" and not _introduces(longer[0], name, words):
            continue
        if len(longer) == 1 and not (name.votes.get("organization", 0) >= 4 and longer[0].kind == "person"):
            name.full = longer[0].text
        elif len(longer) > 1 and len({n.kind for n in longer}) == 1:
            name.full = ""


def _most_used(names: dict[str, Name]) -> None:
    """A person's full name is the form of two words or more that the document uses most."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        if name.kind == "person" and name.full and len(name.text.split()) > 1:
            groups[name.full].append(name)
    for full, members in groups.items():
        if len(members) > 1:
            best = max(members, key=lambda n: (n.count, -n.order)).text
            for name in names.values():
                if name.full == full:
                    name.full = best


def _first_named(longer: list[Name]) -> Name:
    return min(longer, key=lambda n: n.order)


def _introduces(long: Name, short: Name, words: Vocabulary) -> bool:
    """A long form introduces a short one if it stands before it and adds no word that makes another body of it."""
    extra = [word.strip(".,").casefold() for word in long.text.split()[len(short.text.split()) :]]
    lists = words.words
    other = [w for w in extra if (w in _ANOTHER or w in lists["places"]) and w not in lists["legal_forms"]]
    return not other and (long.order < short.order or all(w in lists["legal_forms"] for w in extra))


def _within(short: list[str], long: list[str]) -> bool:
    return len(short) < len(long) and set(short) <= set(long)


def _stands_for(short: list[str], long: list[str], full: Name, words: Vocabulary) -> bool:
    if len(long) <= len(short):
        return False
    if full.kind == "person":
        surname = [word for word in long[1:] if word not in words.words["name_particles"]]
        return (len(short) == 1 and (short[0] == long[0] or short[0] == long[-1] or (short[0] in surname and len(short[0]) > 3))) or short == long[-len(short) :] or _given_and_family(short, long)
    if full.kind == "organization":
        return long[: len(short)] == short and all(w not in ("of", "for", "and", "&") for w in short)
    return full.kind in ("product", "project", "event") and long[: len(short)] == short and len(short) > 1


def _given_and_family(short: list[str], long: list[str]) -> bool:
    return len(short) == 2 and short[0] == long[0] and short[1] == long[-1]


def _settle_groups(names: dict[str, Name]) -> None:
    """Short and long forms vote together."""
    by_text = {name.text: name for name in names.values()}
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        groups[name.full or name.text].append(name)
    for full, members in groups.items():
        if len(members) > 1:
            votes: dict[str, float] = defaultdict(float)
            for member in members:
                for kind, weight in member.votes.items():
                    votes[kind] += weight
            kind = _best(votes)
            anchor = by_text.get(full)
            for member in members:
                if anchor is not None and member is not anchor and member.kind and member.kind != kind and member.votes.get(member.kind, 0) > 3:
                    member.full = member.text
                else:
                    member.kind = kind
