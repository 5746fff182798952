"""What stands around a name: the words before and after each of its occurrences, as evidence of its kind."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec import Struct

from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Passage, Token

_ARTICLES = frozenset(("the", "a", "an", "its", "one", "his", "her", "their", "another", "then", "now", "our", "my"))
_OPENED = frozenset("\"“‘'*«")
_CLOSED = frozenset("\"”’'*»")
_SENTENCE_PERSON = frozenset(("he", "she"))


class Place(Struct):
    """One passage with its titles and names by their first and last tokens."""

    passage: Passage
    tokens: list[Token]
    titles: dict[int, Mention]  # by first token
    ended: dict[int, Mention]  # titles by the token after them
    named: dict[int, Mention]  # names by first token
    finished: dict[int, Mention]  # names by the token after them


def read(passages: list[Passage], evidence: Evidence, words: Vocabulary) -> None:
    """Add what stands around every occurrence of every name; linear in the text."""
    for passage in passages:
        names = [m for m in passage.mentions if m.kind == "name"]
        if not names:
            continue
        titles = [m for m in passage.mentions if m.kind == "title"]
        place = Place(
            passage,
            passage.tokens,
            {m.first: m for m in titles},
            {m.last: m for m in titles},
            {m.first: m for m in names},
            {m.last: m for m in names},
        )
        for mention in names:
            if any(start == passage.tokens[mention.first].start for start, _ in passage.block.emphases):
                evidence.add(mention.key, "in italics")
            _before(place, mention, evidence, words)
            _after(place, mention, evidence, words)
        _dateline(place, names, evidence)
        _joined(place, names, evidence)
        _followed(place, names, evidence)


def _low(tokens: list[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _before(place: Place, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    tokens, lists, key, i = place.tokens, words.words, mention.key, mention.first
    prev, prior = _low(tokens, i - 1), _low(tokens, i - 2)
    if i and prev in _OPENED:
        prev, prior = prior, _low(tokens, i - 3)
    if prev.rstrip(".") in lists["honorifics"] or (prev == "." and prior in lists["honorifics"]):
        evidence.add(key, "honorific", prior if prev == "." else prev)
    title = place.ended.get(i)
    held = title is not None and title.last - title.first > 1 and title.anchor != "plural"  # "head brewer Tam Speirs"
    verb_like = title is not None and _low(tokens, title.first - 1) in ("to", "will", "would", "who", "he", "she")
    if title is not None and not verb_like and (held or prev not in lists["agent_nouns"]):
        evidence.add(key, "after a plural title" if title.anchor == "plural" else "after a title", prev)
    apposed = place.ended.get(i - 1) if prev == "," else None
    if (
        apposed is not None
        and apposed.anchor != "plural"
        and _low(tokens, mention.last) in (",", ".", ";")
        and (_low(tokens, apposed.first - 1) in _ARTICLES or prior_adjective(tokens, apposed.first - 1, words))
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
    verb = words.verbs.get(prev)
    if verb is not None:
        _after_verb(key, verb.lemma, prev, prior, evidence, words)
    if not held:
        _after_noun(key, prev, prior, _low(tokens, i - 3), evidence, words)
    if prev in lists["prepositions"] or (prev == "the" and prior in lists["prepositions"]):
        back = 1 if prev != "the" else 2
        _after_preposition(place, mention, i - back, evidence, words)
    if prev.endswith(("-based", "-headquartered", "-listed")):
        evidence.add(key, "after -based")
    if (
        place.passage.block.kind != "cell"
        and i <= 3
        and _low(tokens, i - 1) in ("by", ":")
        and _low(tokens, 0) in lists["byline_words"]
        and len(tokens) - mention.last < 12
        and _low(tokens, i) not in lists["determiners"]
    ):
        evidence.add(key, "byline")


def prior_adjective(tokens: list[Token], i: int, words: Vocabulary) -> bool:
    """ "The previous director, X,": a status word or adjective, and an article before it."""
    return _low(tokens, i) in words.words["status_words"] and _low(tokens, i - 1) in _ARTICLES


def _after_article(place: Place, mention: Mention, prior: str, evidence: Evidence, words: Vocabulary) -> None:
    tokens, last = place.tokens, mention.last
    if (
        tokens[last - 1].lower in words.words["team_nouns"]
        and last - mention.first > 1
        and prior in words.words["team_leads"]
    ):
        evidence.add(mention.key, "the team", tokens[last - 1].lower)
    following = _low(tokens, last)
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


def _after_verb(key: str, lemma: str, prev: str, prior: str, evidence: Evidence, words: Vocabulary) -> None:
    lists = words.words
    spoken = prior in _CLOSED or prior == "," or lemma in ("say", "recall", "explain", "joke", "laugh")
    if lemma in lists["speech_verbs"] and lemma != "tell" and spoken:
        evidence.add(key, "after a verb of speech", prev)
    elif lemma in lists["appointing_verbs"]:
        evidence.add(key, "after appoint", prev)
    elif lemma in lists["joining_verbs"]:
        evidence.add(key, "after join", prev)
    elif lemma in lists["buying_verbs"]:
        bought = lemma in ("acquire", "buy", "purchase")
        evidence.add(key, "was bought" if bought else "after a purchase", prev)
    elif prev in lists["founding_words"] or (prev == "up" and prior in ("set", "sets", "setting")):
        evidence.add(key, "after a founding", prev)


def _after_noun(key: str, prev: str, prior: str, earlier: str, evidence: Evidence, words: Vocabulary) -> None:
    lists = words.words
    if prev in (",", ":"):  # "its app, Wayfound,"; "her predecessor, Cosmin Dragulescu,"
        if prev == "," and earlier in lists["prepositions"]:
            return
        prev, prior = prior, earlier
        if not (prior in _ARTICLES or prior in lists["adjectives"]):
            return
    if prev in lists["person_descriptors"] or prev in lists["kin_nouns"]:
        evidence.add(key, "after a person noun", prev)
    elif prev in lists["product_nouns"] and (prior in _ARTICLES or prev not in lists["organization_descriptors"]):
        evidence.add(
            key,
            "after the product"
            if prior in _ARTICLES and (prev in lists["vessels"] or prev not in lists["organization_descriptors"])
            else "after a product noun",
            prev,
        )
    elif prev in lists["organization_descriptors"]:
        evidence.add(key, "after an organization noun", prev)
    elif prev in lists["project_nouns"]:
        evidence.add(key, "after a building", prev)


_COMING = frozenset("join come move poach hire recruit transfer arrive headhunt lure".split())


def _after_preposition(place: Place, mention: Mention, at: int, evidence: Evidence, words: Vocabulary) -> None:
    """``at`` is the preposition's token."""
    tokens, lists, key = place.tokens, words.words, mention.key
    word, governor = tokens[at].lower, _low(tokens, at - 1)
    article = at < mention.first - 1
    verb = words.verbs.get(governor)
    lemma = verb.lemma if verb is not None else governor
    if word in ("of", "to", "in") and governor in lists["product_belongings"]:
        evidence.add(key, "after a part of a work", governor)
    elif word in ("of", "at", "for") and at in place.ended:
        evidence.add(key, "after a title and of", word)
    elif word == "at" and governor in lists["project_nouns"]:
        evidence.add(key, "building at", governor)
    elif word in ("at", "from", "of") and _studied(tokens, at, lists["study_words"]):
        evidence.add(key, "place of study")
    elif word == "at" and not article:
        evidence.add(key, "after at")
    elif word == "for" and (
        lemma in ("work", "speak", "play") or governor in ("spokesman", "spokeswoman", "spokesperson")
    ):
        evidence.add(key, "after work for")
    elif word == "for" and lemma == "leave" and not article:
        evidence.add(key, "left for")
    elif word in ("of", "for", "at") and governor in lists["measures"]:
        evidence.add(key, "figures of", governor)
    elif (word == "of" and governor in lists["belongings"]) or (
        word in ("in", "of") and governor in lists["shareholdings"]
    ):
        evidence.add(key, "after a belonging of" if word == "of" else "share in", governor)
    elif word == "from" and lemma in _COMING and not article:
        evidence.add(key, "came from", governor)
    elif word == "of" and governor in ("half", "quarter", "third", "ownership", "control", "takeover", "purchase"):
        evidence.add(key, "share in", governor)
    elif word == "of" and governor == "friends":
        evidence.add(key, "friends of")
    elif word in ("to", "at") and _low(tokens, mention.last) == "as" and _titled_next(place, mention.last + 1):
        evidence.add(key, "came to, as", governor)
    elif word in ("of", "by") and governor in lists["person_belongings"] | lists["kin_nouns"]:
        evidence.add(key, "after a relative of", governor)
    elif word == "of" and governor in lists["place_classes"]:
        evidence.add(key, "place of", governor)
    elif word == "by":
        _after_by(key, lemma, [_low(tokens, at - k) for k in range(1, 7)], evidence, words)
    elif word == "to" and not article:
        _after_to(key, lemma, governor, evidence, words)
    elif (
        word == "from"
        and not article
        and any(
            _low(tokens, at - k) in ("raised", "raise", "bought", "borrowed", "investment", "funding", "acquired")
            for k in range(1, 7)
        )
    ):
        evidence.add(key, "raised from")
    elif word in ("in", "near", "outside") and not article:
        evidence.add(
            key,
            "based in"
            if governor in ("based", "born", "headquartered", "office", "offices", "lives", "lived", "headquarters")
            else "after in",
            governor,
        )


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
    return i in place.titles or (_low(place.tokens, i) in _ARTICLES and i + 1 in place.titles)


def _after_by(key: str, lemma: str, back: list[str], evidence: Evidence, words: Vocabulary) -> None:
    if lemma in words.words["bought_or_made"]:
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


def _after(place: Place, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    tokens, lists, key, last = place.tokens, words.words, mention.key, mention.last
    if last < len(tokens) and tokens[last].text == "(":
        _parenthesis(place, mention, evidence, words)
        last = _past_parenthesis(tokens, last)
    if last < len(tokens) and tokens[last].text in _CLOSED and tokens[last].text not in ("'", "’"):
        last += 1
    next_, second = _low(tokens, last), _low(tokens, last + 1)
    if last in place.titles:
        evidence.add(
            key, "before a title and a name" if place.titles[last].last in place.named else "before a title", next_
        )
    if next_ in ("'s", "'", "’", "'s"):
        _possessive(place, mention, last + 1, evidence, words)
    elif next_ == ",":
        _apposition(place, _described_name(place, mention), last + 1, evidence, words)
    elif next_ in lists["belongings"]:
        evidence.add(key, "belonging", next_)
    elif next_ in lists["project_words"] and _low(tokens, mention.first - 1) in ("the", "its", "our", "their"):
        evidence.add(key, "the … project", next_)
    elif next_ in lists["product_nouns"]:
        evidence.add(key, "before a product noun", next_)
    elif next_ in lists["project_nouns"] and next_ not in lists["organization_descriptors"]:
        evidence.add(key, "before a building noun", next_)
    elif next_[:1].isdigit() and "." in next_:
        evidence.add(key, "before a number")
    if (next_ == "who" or (next_ == "," and second in ("who", "whom"))) and _low(tokens, mention.first - 1) not in (
        "of",
        "at",
        "for",
        "from",
        "in",
        "the",
    ):
        evidence.add(key, "who")
    elif next_ == "which" or (next_ == "," and second == "which"):
        evidence.add(key, "which")
    if next_.startswith("-based") or tokens[mention.last - 1].lower.endswith("-based"):
        evidence.add(key, "-based")
    _verb(place, mention, last, evidence, words)


def _parenthesis(place: Place, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    """ "(born 1971)", "(44)", "(1899–1970)"; "(NRTC)" and "(“Lindqvist”)" define a short form."""
    tokens, i = place.tokens, mention.last + 1
    word = _low(tokens, i)
    if word in ("born", "b", "née", "pictured", "left", "right", "d", "died", "he", "she") and not (
        word in ("left", "right") and _low(tokens, i + 1) != ")"
    ):
        evidence.add(mention.key, "born in parenthesis", word)
    elif word.isdigit() and _low(tokens, i + 1) == ")" and 16 < int(word[:4]) < 105:
        evidence.add(mention.key, "age")
    elif (
        word[:4].isdigit()
        and len(word) >= 4
        and _low(tokens, i + 1) in ("–", "-")
        and _low(tokens, i + 2)[:4].isdigit()
        and _low(tokens, i + 3) == ")"
    ):
        evidence.add(mention.key, "born in parenthesis", word)
    held = place.titles.get(i)
    if held is not None and _low(tokens, held.last) in (")", ",", ";") and held.anchor != "plural":
        evidence.add(mention.key, "title in parenthesis", word)
    while i < len(tokens) and i < mention.last + 6 and i not in place.named and tokens[i].text != ")":
        i += 1
    short = place.named.get(i)
    if short is not None and _low(tokens, short.last) in (")", '"', "”", "'", "’", ",", "*", "or", ";"):
        evidence.aliases.setdefault(short.key, mention.key)


def _past_parenthesis(tokens: list[Token], i: int) -> int:
    for j in range(i, min(len(tokens), i + 25)):
        if tokens[j].text == ")":
            return j + 1
    return i


def _possessive(place: Place, mention: Mention, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """``i`` is the token after the 's: an officer, a belonging, a relative within the next words."""
    tokens, lists, key = place.tokens, words.words, mention.key
    evidence.add(key, "has something")
    if _low(tokens, i - 1) == "'s" and (_low(tokens, i) in ("a", "an", "the", "not", "been")):
        return
    for j in range(i, min(len(tokens), i + 4)):
        word = tokens[j].lower
        if j in place.titles:
            personal = tokens[place.titles[j].last - 1].lower in _SERVING or word in ("right-hand", "line")
            evidence.add(key, "has a relative" if personal else "has an officer", word)
        elif word in lists["belongings"]:
            evidence.add(key, "has a belonging", word)
        elif word in lists["kin_nouns"] or word in lists["person_belongings"]:
            evidence.add(key, "has a relative", word)
        elif not word.isalpha() or word in lists["prepositions"] or j in place.named:
            return
        else:
            continue
        return


# whom a person has, where a body has officers
_SERVING = frozenset(
    "lawyer solicitor barrister attorney agent doctor physician surgeon biographer translator accompanist tutor".split()
)


def _apposition(place: Place, mention: Mention, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """``i`` is the token after the comma: "X, the Lisbon-based maker of …"; "X, chief executive"; "X, 44,"."""
    tokens, key = place.tokens, mention.key
    word = _low(tokens, i)
    if word.isdigit() and 15 < int(word[:4]) < 110 and _low(tokens, i + 1) in (",", ".", "and", ";", ")"):
        evidence.add(key, "age")
    elif i in place.titles:
        if _titled(place, place.titles[i]):
            evidence.add(key, "title in apposition", word)
    elif word in _ARTICLES:
        _described(place, key, i + 1, evidence, words)
    elif word in words.words["demonyms"] or word in words.words["adjectives"] or word.endswith("-based"):
        _described(place, key, i, evidence, words)


def _described_name(place: Place, mention: Mention) -> Mention:
    """Whom an apposition behind ``mention`` describes: "Cuvelle Bros. of Namur, a bell foundry" means the foundry."""
    if _low(place.tokens, mention.first - 1) in ("of", "in", "from"):
        return place.finished.get(mention.first - 1, mention)
    return mention


def _titled(place: Place, title: Mention) -> bool:
    """Whether the title describes what stands before it rather than the name after it."""
    return title.last not in place.named and title.anchor != "plural" and _low(place.tokens, title.last) != "'s"


_DESCRIBED = (
    ("is a person noun", "person_descriptors"),
    ("is a person noun", "kin_nouns"),
    ("is an organization noun", "organization_descriptors"),
    ("is a building", "project_nouns"),
    ("is a product", "product_nouns"),
    ("is an event", "event_nouns"),
    ("is a place", "place_classes"),
)


def _described(place: Place, key: str, start: int, evidence: Evidence, words: Vocabulary) -> None:
    """The head noun of the description that begins at ``start`` says what is described."""
    tokens, lists = place.tokens, words.words
    for i in range(start, min(len(tokens), start + 9)):
        word, following = tokens[i].lower, _low(tokens, i + 1) or "."
        if i in place.titles and not any(
            t.lower in lists["agent_nouns"] for t in tokens[i : min(place.titles[i].last, i + 3)]
        ):
            if _titled(place, place.titles[i]):
                evidence.add(key, "is a person noun", word)
            return
        closes = (
            (not following.isalpha() and following not in ("'s", "-", "&"))
            or following in lists["prepositions"]
            or following in lists["relatives"]
            or following in ("and", "owned", "based", "founded", "run", "set", "or", "but")
        )
        if closes:
            piece = (
                next((piece for piece, name in _DESCRIBED if word in lists[name]), "")
                if word not in lists["agent_nouns"]
                else "is an agent"
            )
            if (not piece and word.endswith(("ist", "ician", "wright")) and len(word) > 5) or word.endswith("ologist"):
                piece = "is a person noun"
            if piece:
                evidence.add(key, piece, word)
                return
        if (not word[0].isalpha() and word != "-") or word in lists["relatives"] or word in lists["prepositions"]:
            return


def _verb(place: Place, mention: Mention, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """The verb whose subject the name is, where it stands next to it, an adverb or auxiliaries between."""
    tokens, lists, key = place.tokens, words.words, mention.key
    while i < len(tokens) and (tokens[i].lower in lists["adverbs"] or tokens[i].lower in lists["modals"]):
        i += 1
    form = words.verbs.get(_low(tokens, i))
    if (
        form is None
        or tokens[i].text[0].isupper()
        or form.tenses <= {"ing"}
        or (form.tenses <= {"base"} and i == mention.last)
    ):
        return
    after = i + 1
    while after < len(tokens) and tokens[after].lower in lists["adverbs"]:
        after += 1
    evidence.add(key, "acts")
    _second_verb(place, key, after, evidence, words)
    if form.lemma == "be":
        _is(place, key, after, evidence, words)
        return
    if form.lemma == "have" and after < len(tokens):
        counted = tokens[after].text[0].isdigit() or _low(tokens, after) in ("about", "some", "more", "nearly", "over")
        if counted and any(_low(tokens, k) in lists["belongings"] for k in range(after + 1, after + 5)):
            evidence.add(key, "employs")
            return
        main = words.verbs.get(tokens[after].lower)
        if main is not None and main.lemma == "be" and tokens[after].lower == "been":
            _is(place, key, after + 1, evidence, words)
            return
        if main is not None and main.tenses & {"part"}:
            form = main
    _act(place, key, form.lemma, i, evidence, words)
    _measured(place, key, after, evidence, words)


def _measured(place: Place, key: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """ "X reported turnover of …", "X closed a $120 million Series C", "X carried 14m passengers": no person's."""
    tokens, lists = place.tokens, words.words
    for j in range(i, min(len(tokens), i + 8)):
        word = tokens[j].lower
        if j in place.named or word in ("that", "who", "which", "to") or word in ",;:.":
            return
        if word in lists["measures"] or (word == "series" and len(_low(tokens, j + 1)) == 1):
            evidence.add(key, "has figures", word)
            return


def _second_verb(place: Place, key: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """ "X employs nine people and was founded in 2004": a passive behind "and", before any other name or mark."""
    tokens = place.tokens
    for j in range(i, min(len(tokens) - 2, i + 12)):
        if j in place.named or not tokens[j].text[0].isalnum():
            return
        if tokens[j].lower in ("and", "but"):
            if tokens[j + 1].lower in ("was", "is", "were", "are"):
                _is(place, key, j + 2, evidence, words)
            return


def _act(place: Place, key: str, lemma: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    lists, tokens = words.words, place.tokens
    if lemma in lists["speech_verbs"]:
        evidence.add(key, "speaks", tokens[i].lower)
        speaker = _low(tokens, i + 2) if _low(tokens, i + 1) in ("that", "later", "then") else _low(tokens, i + 1)
        if speaker in _SENTENCE_PERSON:
            evidence.add(key, "says he")
        elif speaker in ("it", "its"):
            evidence.add(key, "says it")
    elif lemma == "employ":
        evidence.add(key, "employs")
    elif lemma in lists["person_verbs"]:
        evidence.add(key, "person's act", tokens[i].lower)
    elif lemma in lists["organization_verbs"]:
        evidence.add(key, "organization's act", tokens[i].lower)


def _is(place: Place, key: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """After "X is" or "X was": a description, a title, or a passive."""
    tokens, lists = place.tokens, words.words
    if i >= len(tokens):
        return
    word = tokens[i].lower
    form = words.verbs.get(word)
    if word in _ARTICLES or word in lists["possessives"]:
        _described(place, key, i + 1, evidence, words)
    elif i in place.titles:
        evidence.add(key, "is a person noun", word)
    elif form is not None and form.tenses & {"part"}:
        if form.lemma in lists["appointing_verbs"] or form.lemma in (
            "bear",
            "marry",
            "educate",
            "survive",
            "succeed",
            "dismiss",
            "fire",
            "sack",
            "jail",
            "arrest",
            "bury",
        ):
            evidence.add(key, "was appointed", word)
        elif form.lemma in (
            "found",
            "acquire",
            "buy",
            "incorporate",
            "list",
            "value",
            "establish",
            "nationalise",
            "privatise",
            "rename",
            "float",
            "fine",
        ):
            evidence.add(key, "was founded", word)
        elif form.lemma in ("release", "launch", "publish", "ship", "build"):
            evidence.add(key, "was released", word)


def _dateline(place: Place, names: list[Mention], evidence: Evidence) -> None:
    """ "NAMUR, 3 May (Wire) — …", "Leeds, 4 June 2025: …": the place that a report begins with."""
    tokens, first = place.tokens, names[0]
    if first.first > 1 or len(tokens) < 12 or place.passage.block.kind not in ("paragraph", "item"):
        return
    dated = False
    for i in range(first.last, min(len(tokens), first.last + 14)):
        dated = dated or any(m.kind == "date" and m.first == i for m in place.passage.mentions[:6])
        if tokens[i].text in ("—", "–", "--", "-", ":") and tokens[i].start > tokens[i - 1].end - (
            tokens[i].text == ":"
        ):
            if (dated or (i - first.last < 1 and tokens[i].text != ":" and tokens[first.first].text.isupper())) and (
                _low(tokens, first.last) in (",", "(", ".") or dated or i == first.last
            ):
                evidence.add(first.key, "dateline")
            return
        if tokens[i].text in (".", "?", "!", ";") and tokens[i].end - tokens[i].start == 1 and not dated:
            return


def _joined(place: Place, names: list[Mention], evidence: Evidence) -> None:
    """Names in one list: "A, B and C", "A and B"."""
    run: list[Mention] = []
    tokens = place.tokens
    for mention, following in pairwise(names):
        gap = [t.lower for t in tokens[mention.last : following.first]]
        run.append(mention)
        if gap == [","] or gap in (["and"], [",", "and"], ["or"], ["&"], [";"], ["and", "the"]):
            if gap != [","]:
                members = [*run, following]
                evidence.beside.extend((a.key, b.key) for a, b in pairwise(members))
                run = []
        else:
            run = []


def _followed(place: Place, names: list[Mention], evidence: Evidence) -> None:
    """A sentence that begins with a name, and one after it that begins with He or She."""
    starts = {m.first: m for m in names}
    ranges = place.passage.sentences
    for (first, last), (second, _) in pairwise(ranges):
        if (
            _low(place.tokens, second) in _SENTENCE_PERSON
            and first in starts
            and sum(first < m.first < last for m in names) == 0
        ):
            evidence.add(starts[first].key, "he follows")
