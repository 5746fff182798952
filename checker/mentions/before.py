"""What stands before a name: titles, nouns, verbs and prepositions, as evidence of its kind."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from checker.mentions.beside import ARTICLES, CLOSED, OPENED, Place, low
from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Token

# what is done to somebody who is put into a post, and where to
_PUT = frozenset("put installed placed picked chose selected hired recruited parachuted appointed sent drafted".split())
_INTO = frozenset("into at to in for over atop".split())


def _places(place: Place, title: Mention, mention: Mention) -> bool:
    """ "A, the chief executive Northmere put into Dalmar": who put the holder of the post there."""
    tokens, first = place.tokens, title.first
    apposed = low(tokens, first - 1) == "the" and low(tokens, first - 2) in (",", "–", "—", "(")
    return apposed and low(tokens, mention.last) in _PUT and low(tokens, mention.last + 1) in _INTO


def read_before(place: Place, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    tokens, lists, key, i = place.tokens, words.words, mention.key, mention.first
    prev, prior = low(tokens, i - 1), low(tokens, i - 2)
    if i and prev in OPENED:
        prev, prior = prior, low(tokens, i - 3)
    if prev.rstrip(".") in lists["honorifics"] or (prev == "." and prior in lists["honorifics"]):
        evidence.add(key, "honorific", prior if prev == "." else prev)
    title = place.ended.get(i)
    held = title is not None and title.last - title.first > 1 and title.anchor != "plural"  # "head brewer Tam Speirs"
    if held and title is not None and prev in lists["agent_nouns"] and mention.last - i == 1:
        held = tokens[title.first].lower in _SENIOR  # "the grid operator Redeluz"
    verb_like = title is not None and low(tokens, title.first - 1) in ("to", "will", "would", "who", "he", "she")
    verb_like = verb_like or (title is not None and _places(place, title, mention))
    if title is not None and not verb_like and (held or prev not in lists["agent_nouns"]):
        backed = title.anchor == "plural" and prev in _BACKERS
        evidence.add(key, "after backers" if backed else _TITLED[title.anchor == "plural"], prev)
    apposed = place.ended.get(i - 1) if prev == "," else None
    if (
        apposed is not None
        and apposed.anchor != "plural"
        and low(tokens, mention.last) in (",", ".", ";")
        and (low(tokens, apposed.first - 1) in ARTICLES or _prior_adjective(tokens, apposed.first - 1, words))
        and not any(
            t.lower in lists["agent_nouns"] or t.lower in lists["organization_descriptors"]
            for t in tokens[apposed.first : apposed.last]
        )
    ):
        evidence.add(key, "title, then name", prior)
    if prev == "'s" and prior in lists["places"] and tokens[i - 2].text[0].isupper():
        evidence.add(key, "of a place")
    if prev == "the" and tokens[i - 1].text == "The" and i > 1 and tokens[i - 2].text[0].isalnum():
        evidence.add(key, "The")
    elif prev == "the":
        _after_article(place, mention, prior, evidence, words)
    won = words.verbs.get(prior) if prev in ("the", "a", "an") else None
    if won is not None and won.lemma in ("win", "award"):
        evidence.add(key, "was won", prior)
    led = words.verbs.get(prior) if prev == "the" else None
    if led is not None and led.lemma in ("lead", "run", "head", "chair", "manage", "direct", "rejoin", "join"):
        evidence.add(key, "led", prior)
    if prev == "," and _in_place(place, mention, words):
        evidence.add(key, "region of a place")
    if prev == "," and mention.last == len(tokens) and _firm(place, i - 1, words):
        evidence.add(key, "seat of a firm")
    if _plain_inside(place, mention, prev, words):
        evidence.add(key, "a common word with a capital")
    verb = words.verbs.get(prev)
    if verb is not None and low(tokens, mention.last) not in ("'s", "’s"):
        _after_verb(key, verb.lemma, prev, prior, evidence, words)
    if prev in ("called", "named", "renamed") and _body_so_called(tokens, i - 2, words):
        evidence.add(key, "a body is called so", prev)
    if not held:
        _after_noun(key, prev, prior, low(tokens, i - 3), evidence, words)
    if prev in lists["prepositions"] or (prev == "the" and prior in lists["prepositions"]):
        back = 1 if prev != "the" else 2
        _after_preposition(place, mention, i - back, evidence, words)
    if prev.endswith(("-based", "-headquartered", "-listed")):
        evidence.add(key, "after -based")
    if (
        place.passage.block.kind != "cell"
        and i <= 3
        and low(tokens, i - 1) in ("by", ":")
        and low(tokens, 0) in lists["byline_words"]
        and len(tokens) - mention.last < 12
        and low(tokens, i) not in lists["determiners"]
    ):
        evidence.add(key, "byline")


_SENIOR = frozenset("head senior chief lead deputy master assistant principal junior former".split())


def _firm(place: Place, i: int, words: Vocabulary) -> bool:
    """Whether a line begins with a name before ``i`` that ends in a legal form: "Kiss Pékség Kft., Szolnok"."""
    firm = place.finished.get(i)
    last = place.tokens[firm.last - 1] if firm is not None and firm.first < 2 else None
    return last is not None and (last.lower.strip(".") in words.words["legal_forms"] or "." in last.text)


def _plain_inside(place: Place, mention: Mention, prev: str, words: Vocabulary) -> bool:
    """ "He runs Tally": a common word alone, with a capital inside a sentence and nothing that describes before it."""
    token, lists = place.tokens[mention.first], words.words
    if mention.last - mention.first > 1 or token.lower not in lists["common"] or not prev.isalpha():
        return False
    if place.passage.block.kind in ("heading", "cell"):
        return False
    if not place.tokens[mention.first - 1].text.islower() or mention.first in place.ended:
        return False
    if any(prev in lists[name] for name in ("determiners", "possessives", "adjectives", "conjunctions")):
        return False
    return not any(token.lower in lists[name] for name in _FIELDS)


def _body_so_called(tokens: list[Token], at: int, words: Vocabulary) -> bool:
    """ "The new charity is called X", "the enlarged group, to be called X": whether a body stands before "called"."""
    while at > 0 and low(tokens, at) in _CALLING:
        at -= 1
    return low(tokens, at) in words.words["organization_descriptors"]


_CALLING = frozenset("to be is was are been being now has have had will would , then later since".split())
_FIELDS = (
    "organization_nouns", "organization_descriptors", "project_nouns", "product_nouns", "event_nouns", "place_nouns",
    "person_descriptors", "team_nouns", "post_heads", "document_parts", "levels", "organ_members", "acronyms",
)  # fmt: skip
_SEATED = frozenset("based born headquartered office offices lives lived headquarters".split())


def _prior_adjective(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """ "The previous director, X,": a status word or adjective, and an article before it."""
    return low(tokens, i) in words.words["status_words"] and low(tokens, i - 1) in ARTICLES


def _in_place(place: Place, mention: Mention, words: Vocabulary) -> bool:
    """ "In Hobart, Tasmania,": one word between commas behind a known place that "in" or "of" governs."""
    known = place.finished.get(mention.first - 1)
    if known is None or mention.last - mention.first > 2 or low(place.tokens, mention.last) not in (",", ".", ";", ")"):
        return False
    name = " ".join(t.lower for t in place.tokens[known.first : known.last])
    seated = low(place.tokens, known.first - 2) in _SEATED
    return (seated or name in words.words["places"]) and low(place.tokens, known.first - 1) in (
        "in",
        "of",
        "at",
        "from",
        "near",
    )


def _after_article(place: Place, mention: Mention, prior: str, evidence: Evidence, words: Vocabulary) -> None:
    tokens, last = place.tokens, mention.last
    if (
        tokens[last - 1].lower in words.words["team_nouns"]
        and last - mention.first > 1
        and prior in words.words["team_leads"]
    ):
        evidence.add(mention.key, "the team", tokens[last - 1].lower)
    following = low(tokens, last)
    noun = (
        following.isalpha()
        and following not in words.verbs
        and following not in words.words["prepositions"]
        and following not in words.words["conjunctions"]
        and following not in words.words["relatives"]
        and following not in words.words["adverbs"]
    )
    if not noun:
        evidence.add(mention.key, "the, alone" if last - mention.first == 1 else "the, several words")


_BEING = frozenset("be is are was were been being".split())


def _after_verb(key: str, lemma: str, prev: str, prior: str, evidence: Evidence, words: Vocabulary) -> None:
    lists = words.words
    spoken = prior in CLOSED or prior == "," or lemma in ("say", "recall", "explain", "joke", "laugh")
    if lemma in lists["speech_verbs"] and lemma != "tell" and spoken:
        evidence.add(key, "after a verb of speech", prev)
    elif prev == "named" and (prior in _BEING or prior in lists["organization_descriptors"]):
        return  # "will be named Klint Rowe", "a company named Oder": what anything is called
    elif lemma in lists["appointing_verbs"]:
        evidence.add(key, "after appoint", prev)
    elif lemma in lists["joining_verbs"]:
        evidence.add(key, "after join", prev)
    elif lemma in lists["buying_verbs"]:
        bought = lemma in ("acquire", "buy", "purchase")
        evidence.add(key, "was bought" if bought else "after a purchase", prev)
    elif lemma in ("own", "control") and prev not in ("own", "control"):
        evidence.add(key, "is owned", prev)
    elif lemma in ("run", "manage", "head") and prior not in lists["prepositions"] and key not in lists["places"]:
        evidence.add(key, "runs", prev)  # who "has run Singapore" ran the office there
    elif prev in lists["founding_words"] or prior in _BEGINNING.get(prev, ()):
        evidence.add(key, "after a founding", prev)


_TITLED = {True: "after a plural title", False: "after a title"}
_BACKERS = frozenset("investors backers shareholders sponsors funders lenders partners owners buyers".split())
# what stands before a word that is a verb of founding only then: "did not found X", "set up X"
_BEGINNING = {"up": ("set", "sets", "setting"), "found": ("not", "n't", "to", "will", "would", "help", "helped", "co")}

# what a person is to a body as often as another body is
_EITHER = frozenset("owner partner backer buyer seller landlord host translator trader broker member tenant".split())


def _after_noun(key: str, prev: str, prior: str, earlier: str, evidence: Evidence, words: Vocabulary) -> None:
    lists = words.words
    if prev in (",", ":"):  # "its app, Wayfound,"; "her predecessor, Cosmin Dragulescu,"
        if prev == "," and earlier in lists["prepositions"]:
            return
        prev, prior = prior, earlier
        if not (prior in ARTICLES or prior in lists["adjectives"]):
            return
    if prev in lists["person_descriptors"] or prev in lists["kin_nouns"]:
        evidence.add(key, "after a person noun", prev)
    elif prev in lists["product_nouns"] and (prior in ARTICLES or prev not in lists["organization_descriptors"]):
        evidence.add(
            key,
            "after the product"
            if prior in ARTICLES and (prev in lists["vessels"] or prev not in lists["organization_descriptors"])
            else "after a product noun",
            prev,
        )
    elif prev in _EITHER:
        evidence.add(key, "after somebody's owner or partner", prev)
    elif prev in lists["organization_descriptors"]:
        evidence.add(key, "after an organization noun", prev)
    elif prev in lists["project_nouns"]:
        evidence.add(key, "after a building", prev)


def ours_at(back: list[str]) -> bool:
    """ "66 of us on contract at X", "we at X", "here at X": whether the words before "at" (the nearest first) say that
    who speaks is there."""
    if back[:1] in (["we"], ["here"]):
        return True
    near = next((k for k, word in enumerate(back[:4]) if word == "us"), -1)
    return near >= 0 and back[near + 1 : near + 2] == ["of"]


_PARTNERS = frozenset("partner shareholder investor stakeholder".split())


def _travelled(tokens: list[Token], at: int, words: Vocabulary) -> bool:
    """Whether the verb before "in from" says how somebody travelled."""
    verb = words.verbs.get(low(tokens, at))
    return verb is not None and verb.lemma in ("fly", "drive", "travel", "sail", "cycle", "walk", "ride", "come")


_COMING = frozenset("join come move poach hire recruit transfer arrive headhunt lure".split())


def _after_preposition(place: Place, mention: Mention, at: int, evidence: Evidence, words: Vocabulary) -> None:
    """``at`` is the preposition's token."""
    tokens, lists, key = place.tokens, words.words, mention.key
    word, governor = tokens[at].lower, low(tokens, at - 1) if at not in place.finished else ""
    article = at < mention.first - 1
    verb = words.verbs.get(governor)
    lemma = verb.lemma if verb is not None else governor
    if word in ("of", "to", "in") and governor in lists["product_belongings"]:
        evidence.add(key, "after a part of a work", governor)
    elif at in place.ended and (word in ("of", "at", "for") or (word == "in" and governor in _PARTNERS)):
        evidence.add(key, "after a title and of", word)
    elif word == "at" and ours_at([low(tokens, at - k) for k in range(1, 7)]):
        evidence.add(key, "where we are")
    elif word == "at" and governor in lists["project_nouns"]:
        evidence.add(key, "building at", governor)
    elif word in ("at", "from", "of") and _studied(tokens, at, lists["study_words"]):
        evidence.add(key, "place of study")
    elif word == "at" and not article:
        evidence.add(key, "after at")
    elif word == "for" and (lemma in _SERVED or governor in ("spokesman", "spokeswoman", "spokesperson")):
        evidence.add(key, "after work for")
    elif word == "for" and lemma == "leave" and not article:
        evidence.add(key, "left for")
    elif word in ("of", "for", "at") and governor in lists["measures"]:
        evidence.add(key, "figures of", governor)
    elif (word == "of" and governor in lists["belongings"]) or (
        word in ("in", "of") and governor in lists["shareholdings"]
    ):
        evidence.add(key, "after a belonging of" if word == "of" else "share in", governor)
    elif word == "from" and governor == "in" and _travelled(tokens, at - 2, words):
        evidence.add(key, "went to", "in from")  # "flew in from"
    elif word == "from" and lemma in _COMING and not article:
        evidence.add(key, "came from", governor)
    elif word == "of" and (governor in _SHARES or (governor in _RATES and _shared(tokens, at))):
        evidence.add(key, "share in", governor)
    elif word == "of" and governor == "friends":
        evidence.add(key, "friends of")
    elif word in ("to", "at") and low(tokens, mention.last) == "as" and _titled_next(place, mention.last + 1):
        evidence.add(key, "came to, as", governor)
    elif word in ("of", "by") and governor in lists["person_belongings"] | lists["kin_nouns"]:
        evidence.add(key, "after a relative of", governor)
    elif word == "of" and governor in lists["place_classes"]:
        evidence.add(key, "place of", governor)
    elif word == "by":
        _after_by(key, lemma, [low(tokens, at - k) for k in range(1, 7)], evidence, words)
    elif word == "to" and not article:
        if low(tokens, mention.last) != "'s":
            _after_to(key, lemma, governor, evidence, words)
    elif (
        word == "from"
        and not article
        and any(
            low(tokens, at - k) in ("raised", "raise", "bought", "borrowed", "investment", "funding", "acquired")
            for k in range(1, 7)
        )
    ):
        evidence.add(key, "raised from")
    elif word == "from" and not article and (governor in lists["person_descriptors"] or governor in _PEOPLE):
        evidence.add(key, "home of people", governor)
    elif word == "with" and not article and (governor in _DEALS or lemma == "sign"):
        evidence.add(key, "party to a deal", governor)
    elif word in ("in", "near", "outside") and not article:
        evidence.add(
            key,
            "based in" if governor in _SEATED else "after in",
            governor,
        )


_PEOPLE = frozenset(
    "people men women families villagers children pupils visitors refugees settlers pilgrims boy girl couple".split()
)
_SERVED = frozenset("work speak play consult freelance intern volunteer write sign ride race drive lobby".split())
_DEALS = frozenset(
    "contract deal agreement partnership licence license merger talks alliance lease tender venture collaboration "
    "tie-up negotiations treaty pact accord dispute".split()
)
_SHARES, _RATES = frozenset("half quarter third ownership control takeover purchase".split()), ("%", "percent", "cent")
_TRADED = frozenset(
    "own owns owned hold holds held buy buys bought acquire acquires acquired sell sells sold take taken took control "
    "controls buying acquiring selling holding owning stake".split()
)


def _shared(tokens: list[Token], at: int) -> bool:
    """ "Owns 60% of X": whether a share of a body is spoken of."""
    return any(token.lower in _TRADED for token in tokens[max(0, at - 7) : at])


def _studied(tokens: list[Token], at: int, words: AbstractSet[str]) -> bool:
    """Whether a degree or studies stand right before: "her master's is from", "a degree in law at", "educated at"."""
    near = [tokens[k].lower for k in range(max(0, at - 5), at)]
    if tokens[at].lower == "of":
        return bool(near) and near[-1] in ("graduate", "alumnus", "alumna", "alum", "alumni")
    for word in reversed(near):
        if word in words:
            return True
        if not (word[0].isalpha() or word == "'s") or word in ("and", "by", "who", "which"):
            return False
    return False


def _titled_next(place: Place, i: int) -> bool:
    return i in place.titles or (low(place.tokens, i) in ARTICLES and i + 1 in place.titles)


_FOUNDED = frozenset("founded cofounded co-founded started".split())


def _after_by(key: str, lemma: str, back: list[str], evidence: Evidence, words: Vocabulary) -> None:
    if lemma not in ("lead", "co-lead") and any(word in _FOUNDED for word in back[:4]):
        evidence.add(key, "founded by")
    elif lemma in words.words["bought_or_made"]:
        evidence.add(key, "after by, bought or made", lemma)
    elif (
        lemma in ("lead", "co-lead")
        and any(word in ("round", "a", "b", "c", "seed", "investment", "funding", "financing") for word in back[1:])
        and "team" not in back
    ):
        evidence.add(key, "round led by")
    elif lemma in words.words["written_or_played"]:
        evidence.add(key, "after by, written or played", lemma)


def _after_to(key: str, lemma: str, governor: str, evidence: Evidence, words: Vocabulary) -> None:
    if lemma == "accord":
        evidence.add(key, "according to")
    elif lemma in ("sell", "license", "lease") or governor == "sale":
        evidence.add(key, "sold to")
    elif lemma in ("report", "marry", "answer") or governor in (
        "married",
        "successor",
        "deputy",
        "assistant",
        "reporting",
    ):
        evidence.add(key, "reports to")
    elif lemma in ("move", "retire", "drive", "walk", "travel", "fly", "return", "relocate", "emigrate", "sail"):
        evidence.add(key, "went to", governor)
