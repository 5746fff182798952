"""What stands around a name: the words before and after each of its occurrences, as evidence of its kind."""

from __future__ import annotations

from itertools import pairwise

from checker.mentions.after import read_after
from checker.mentions.before import read_before
from checker.mentions.beside import SENTENCE_PERSON, Place, low
from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Passage


def read(passages: list[Passage], evidence: Evidence, words: Vocabulary) -> None:
    """Add what stands around every occurrence of every name; linear in the text."""
    for passage in passages:
        names = [m for m in passage.mentions if m.kind == "name"]
        if not names:
            continue
        if passage is passages[0]:
            _masthead(passage, names[0], evidence, words)
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
            first, end = passage.tokens[mention.first].start, passage.tokens[mention.last - 1].end
            if any(start == first and stop <= end + 2 for start, stop in passage.block.emphases):
                evidence.add(mention.key, "a paper in italics" if _paper(passage, mention, words) else "in italics")
            read_before(place, mention, evidence, words)
            read_after(place, mention, evidence, words)
        _dateline(place, names, evidence)
        _joined(place, names, evidence)
        _followed(place, names, evidence)


def _masthead(passage: Passage, mention: Mention, evidence: Evidence, words: Vocabulary) -> None:
    """ "ROVERS REVIEW" above a text is the paper that it stands in, and no body that the text is about."""
    last = passage.tokens[mention.last - 1]
    whole = mention.first == 0 and mention.last == len(passage.tokens) > 1
    if whole and last.lower in words.words["paper_ends"] and passage.tokens[0].text.isupper():
        evidence.add(mention.key, "masthead")


def _paper(passage: Passage, mention: Mention, words: Vocabulary) -> bool:
    """ "*Tavistock Courier*"; not "Ruth Tarn's *The Salt Ledger*"."""
    tokens, last = passage.tokens, passage.tokens[mention.last - 1].lower
    owned = any(low(tokens, mention.first - back) == "'s" for back in (1, 2, 3))
    return not owned and (last in words.words["paper_nouns"] or last in words.words["paper_ends"])


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
                low(tokens, first.last) in (",", "(", ".") or dated or i == first.last
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
            low(place.tokens, second) in SENTENCE_PERSON
            and first in starts
            and sum(first < m.first < last for m in names) == 0
        ):
            evidence.add(starts[first].key, "he follows")
