"""What is said of a name: descriptions, verbs, passives, as evidence of its kind."""

from __future__ import annotations

from checker.mentions.beside import ARTICLES, SENTENCE_PERSON, Place, low
from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention


def titled(place: Place, title: Mention) -> bool:
    """Whether the title describes what stands before it rather than the name after it."""
    return title.last not in place.named and title.anchor != "plural" and low(place.tokens, title.last) != "'s"


_DESCRIBED = (
    ("is a person noun", "person_descriptors"),
    ("is a person noun", "kin_nouns"),
    ("is an organization noun", "organization_descriptors"),
    ("is a building", "project_nouns"),
    ("is a product", "product_nouns"),
    ("is an event", "event_nouns"),
    ("is a place", "place_classes"),
)


def described(place: Place, key: str, start: int, evidence: Evidence, words: Vocabulary) -> None:
    """The head noun of the description that begins at ``start`` says what is described."""
    tokens, lists = place.tokens, words.words
    for i in range(start, min(len(tokens), start + 9)):
        word, following = tokens[i].lower, low(tokens, i + 1) or "."
        if i in place.titles and not any(
            t.lower in lists["agent_nouns"] for t in tokens[i : min(place.titles[i].last, i + 3)]
        ):
            if titled(place, place.titles[i]):
                evidence.add(key, "is a person noun", word)
            return
        closes = (
            (not following.isalpha() and following not in ("'s", "-", "&"))
            or following in lists["prepositions"]
            or following in lists["relatives"]
            or following in ("and", "owned", "based", "founded", "run", "set", "or", "but")
            or (following in _MADE and word in lists["product_nouns"])
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


# what is done with products: "a lager made only at the mill"
_MADE = frozenset(
    (
        "made brewed built sold written designed developed published baked grown woven bottled distilled produced "
        "printed recorded released called named known launched introduced first now still"
    ).split()
)


def read_verb(place: Place, mention: Mention, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """The verb whose subject the name is, where it stands next to it, an adverb or auxiliaries between."""
    tokens, lists, key = place.tokens, words.words, mention.key
    while i < len(tokens) and (tokens[i].lower in lists["adverbs"] or tokens[i].lower in lists["modals"]):
        i += 1
    form = words.verbs.get(low(tokens, i))
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
    if form.lemma not in _OF_A_BODY:
        _owns(place, key, after, evidence)
    if form.lemma == "be":
        _is(place, key, after, evidence, words)
        return
    if form.lemma == "have" and after < len(tokens):
        counted = tokens[after].text[0].isdigit() or low(tokens, after) in ("about", "some", "more", "nearly", "over")
        if counted and any(low(tokens, k) in lists["belongings"] for k in range(after + 1, after + 5)):
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


def _owns(place: Place, key: str, i: int, evidence: Evidence) -> None:
    """ "X will close its workshop": who has something as its own is no person."""
    for j in range(i, min(len(place.tokens), i + 7)):
        word = place.tokens[j].lower
        if word == "its":
            evidence.add(key, "has its own")
        if j in place.named or not place.tokens[j].text[0].isalnum() or word in _OTHERS:
            return


# what a person does of a body: "she was its first conductor", "he became its chair"
_OF_A_BODY = frozenset("be become remain join serve lead head run chair succeed found leave".split())
# words that bring another body, whose "its" may be
_OTHERS = frozenset("that its it the a an this which who as when where".split())


def _measured(place: Place, key: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """ "X reported turnover of …", "X closed a $120 million Series C", "X carried 14m passengers": no person's."""
    tokens, lists = place.tokens, words.words
    for j in range(i, min(len(tokens), i + 8)):
        word = tokens[j].lower
        if j in place.named or word in ("that", "who", "which", "to") or word in ",;:.":
            return
        if word in lists["measures"] or (word == "series" and len(low(tokens, j + 1)) == 1):
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


# what people do with a body's posts and parts: "became its secretary", "led its Paris office"
_HOLDS = frozenset(
    "be become remain stay join leave quit lead head run chair found co-found edit direct manage oversee fill".split()
)


def _act(place: Place, key: str, lemma: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    lists, tokens = words.words, place.tokens
    if _buys(place, lemma, i):
        evidence.add(key, "buys a body", tokens[i].lower)
    if (low(tokens, i + 1) in _OWN) and lemma not in lists["speech_verbs"] and lemma not in _HOLDS:
        evidence.add(key, "its own" if tokens[i + 1].lower == "its" else "his own", tokens[i].lower)
    if lemma in ("lead", "co-lead") and _round(place, i):
        evidence.add(key, "round led by", tokens[i].lower)
    if lemma == "take" and low(tokens, i + 1) == "over" and low(tokens, i + 2) == "as":
        evidence.add(key, "person's act", tokens[i].lower)
    if lemma in lists["speech_verbs"]:
        evidence.add(key, "speaks", tokens[i].lower)
        speaker = low(tokens, i + 2) if low(tokens, i + 1) in ("that", "later", "then") else low(tokens, i + 1)
        if speaker in SENTENCE_PERSON:
            evidence.add(key, "says he")
        elif speaker in ("it", "its"):
            evidence.add(key, "says it")
    elif lemma == "employ":
        evidence.add(key, "employs")
    elif lemma == "grow" and low(tokens, i + 1) != "up":
        return  # "grew beyond Baden by buying"
    elif lemma in lists["person_verbs"]:
        evidence.add(key, "person's act", tokens[i].lower)
    elif lemma in lists["organization_verbs"]:
        evidence.add(key, "organization's act", tokens[i].lower)


_DONE_TO_BODIES = frozenset(
    (
        "found acquire buy purchase incorporate list delist value establish nationalise nationalize privatise "
        "privatize rename float fine form constitute charter headquarter merge dissolve liquidate recapitalise absorb "
        "swallow"
    ).split()
)
_DONE_TO_BODIES_BY_TWO = frozenset(
    (("set", "up"), ("take", "over"), ("snap", "up"), ("wind", "up"), ("buy", "out"), ("spin", "off"), ("spin", "out"))
)
_BUYING = frozenset("buy acquire purchase own".split())
_PURCHASES = frozenset("purchase acquisition takeover buyout buy-out".split())
_OWN = frozenset(("its", "his", "her"))


def _round(place: Place, i: int) -> bool:
    """ "Led the Series B", "leads an A round": money, and no other lead."""
    near = [low(place.tokens, j) for j in range(i + 1, i + 6)]
    return "series" in near or "seed" in near or ("round" in near and not {"final", "first", "second"} & set(near))


def _buys(place: Place, lemma: str, i: int) -> bool:
    """ "Lidgett buys CAT", "X takes over the brewer Y": what is bought is named."""
    tokens = place.tokens
    if lemma == "complete" and low(tokens, i + 2) in _PURCHASES:
        return True
    if lemma not in _BUYING and not (lemma == "take" and low(tokens, i + 1) == "over"):
        return False
    for j in range(i + 1, min(len(tokens), i + 6)):
        if j in place.named:
            return True
        if not tokens[j].text[0].isalpha() or tokens[j].lower in ("for", "from", "with", "in"):
            return False
    return False


def _is(place: Place, key: str, i: int, evidence: Evidence, words: Vocabulary) -> None:
    """After "X is" or "X was": a description, a title, or a passive."""
    tokens, lists = place.tokens, words.words
    if i >= len(tokens):
        return
    word = tokens[i].lower
    form = words.verbs.get(word)
    if word in ARTICLES or word in lists["possessives"]:
        described(place, key, i + 1, evidence, words)
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
        elif form.lemma in _DONE_TO_BODIES or (form.lemma, low(tokens, i + 1)) in _DONE_TO_BODIES_BY_TWO:
            evidence.add(key, "was founded", word)
        elif form.lemma in ("release", "launch", "publish", "ship", "build"):
            evidence.add(key, "was released", word)
