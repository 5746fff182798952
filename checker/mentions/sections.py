"""What a section says of the name that heads it: "Banca Morena", then "Founded in 1902"; "Hugo Stern", then "He"."""

from __future__ import annotations

from checker.mentions import boxes
from checker.mentions.boxes import FOUNDED
from checker.mentions.evidence import Evidence
from checker.packs.vocabulary import Vocabulary
from checker.passages import Mention, Passage, clocked

_PERSONAL = frozenset("bear educate raise train appoint elect marry".split())
_HE, _IT = frozenset(("he", "she", "his", "her")), frozenset(("it", "its", "we", "our"))


def read(passages: list[Passage], evidence: Evidence, words: Vocabulary) -> None:
    """Add what the first words under a heading, or behind a bold lead or a line's colon, say of the name it is."""
    for passage, following in boxes.heads(passages):
        name = _alone(passage.mentions, 0, len(passage.tokens)) or _alone(
            passage.mentions, *boxes.entitled(passage, words)
        )
        if name is not None:
            _told(name.key, following, 0, evidence, words)
    _speakers(passages, evidence)
    for passage in passages:
        if passage.block.kind in ("paragraph", "item"):
            end = _label(passage)
            name = _alone(passage.mentions, 0, end) if end else None
            if name is not None:
                _told(name.key, passage, end + 1, evidence, words)


def _speakers(passages: list[Passage], evidence: Evidence) -> None:
    """Who speaks in turns: the names that stand before colons ("JONAH: …", "BERG [00:01]: …"), block after block."""
    turns = [
        name.key for passage in passages if passage.block.kind == "paragraph" and (name := _turn(passage)) is not None
    ]
    again = {key for key in turns if turns.count(key) > 1}
    if len(again) < 2 or len(turns) < 5:
        return
    for key in again:
        evidence.add(key, "speaks in turn")


def _turn(passage: Passage) -> Mention | None:
    """The name before a colon at the start of a block, maybe with the time before it or in brackets between."""
    begins = clocked(passage.tokens)
    found = next((m for m in passage.mentions if m.first >= begins), None)
    if found is None or found.kind != "name" or found.first != begins:
        return None
    end, tokens = found.last, passage.tokens
    if end < len(tokens) and tokens[end].text in ("[", "("):
        close = next((i for i in range(end, min(end + 9, len(tokens))) if tokens[i].text in ("]", ")")), None)
        end = close + 1 if close is not None else end
    return found if end < len(tokens) and tokens[end].text == ":" else None


def _alone(mentions: list[Mention], first: int, last: int) -> Mention | None:
    """The name that fills the tokens ``first:last``."""
    found = mentions[0] if mentions else None
    return found if found is not None and found.kind == "name" and (found.first, found.last) == (first, last) else None


def _label(passage: Passage) -> int:
    """The stop, colon or dash that closes a short label at the start of a block, 0 where there is none."""
    for i, token in enumerate(passage.tokens[:8]):
        if i and token.text in (".", ":", "–", "—"):
            return i
    return 0


def _told(key: str, passage: Passage, start: int, evidence: Evidence, words: Vocabulary) -> None:
    """The first word behind the label, else the first pronoun before anybody else is named.

    Of a single word that stands nowhere else, a heading's topic as likely as a name, nothing is said.
    """
    if " " not in key and evidence.names[key].count < 2:
        return
    tokens = passage.tokens[start:]
    if not tokens:
        return
    form = words.verbs.get(tokens[0].lower)
    if form is not None and form.tenses & {"part"} and (form.lemma in FOUNDED or form.lemma in _PERSONAL):
        evidence.add(key, "heads what was founded" if form.lemma in FOUNDED else "heads who was born", tokens[0].lower)
        return
    other = next((m.first for m in passage.mentions if m.kind == "name" and m.first >= start), len(passage.tokens))
    described = tokens[1].lower if tokens[0].lower == "the" and len(tokens) > 1 else ""
    if described in words.words["organization_descriptors"] or described in words.words["person_descriptors"]:
        body = described in words.words["organization_descriptors"]
        evidence.add(key, "heads it" if body else "heads he", described)
        return
    for token in passage.tokens[start : min(other, start + 40)]:
        if token.lower in _HE or token.lower in _IT:
            evidence.add(key, "heads he" if token.lower in _HE else "heads it", token.lower)
            return
