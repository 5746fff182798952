"""Whom a section, a list item or a paragraph is headed by: "## Banca Morena", "- **Dora Kiss**, …", "LOCH AIRD. …"."""

from __future__ import annotations

from checker.claims.discourse.scene import Referent, Scene
from checker.claims.sentence import Sentence
from checker.passages import Mention, Name, Passage


def heading(passage: Passage, scene: Scene) -> None:
    """A section about one organization or person: what follows without a name is about that one.

    A heading below it that names nobody ("History") goes on with the same.
    """
    block = passage.block
    scene.chapter = {} if block.level > 1 else None
    found = _only_organization(passage, scene)
    about = bool(passage.tokens) and passage.tokens[0].lower == "about"
    head = _filling(passage, 1 if about else _past_label(passage, scene), len(passage.tokens), scene)
    found = found or (head.name if head is not None and head.kind == "organization" and " " in head.name else "")
    if not found and head is None and scene.heading_level and block.level > scene.heading_level:
        return
    scene.section = found if block.level > 1 or about else ""
    scene.heading = scene.headed = head
    scene.heading_level = block.level if scene.section or head is not None else 0
    scene.topic = scene.section or ("" if block.level > 1 else scene.topic)
    if head is not None and head.kind == "person":
        scene.subject = head.name


def _only_organization(passage: Passage, scene: Scene) -> str:
    common = scene.words.words["common"]
    names = [scene.page.names[m.key] for m in passage.mentions if m.kind == "name" and m.key in scene.page.names]
    found = {
        n.full
        for n in names
        if n.kind == "organization" and n.full and not all(w.casefold() in common for w in n.text.split())
    }
    return next(iter(found)) if len(found) == 1 else ""


def label(passage: Passage, scene: Scene) -> None:
    """The bold lead of a paragraph or item, or a name alone before a stop, a colon or a dash: whom the block is
    about."""
    scene.headed = scene.heading
    found = _bold(passage, scene) or _run_in(passage, scene)
    if found is None:
        if passage.block.kind == "item":
            _listed(passage, scene)
        elif scene.listed and passage.block.kind == "paragraph":
            scene.section, scene.listed = scene.listed_in, False
        return
    scene.headed = found
    if passage.block.kind == "paragraph" and _whole(passage):
        scene.heading, scene.heading_level = found, 9
    if found.kind == "person":
        scene.subject = found.name
        return
    _enter(found.name, passage, scene)


def box(passage: Passage, scene: Scene) -> None:
    """A bold line in a quotation, "**Banca Morena in five lines**": whom the list below it is about."""
    scene.headed = scene.heading
    found = _bold(passage, scene) if _whole(passage) else None
    if found is None or found.kind == "person":
        return
    scene.heading = scene.headed = found
    scene.heading_level = 9
    _enter(found.name, passage, scene)


def line(sentence: Sentence) -> None:
    """ "Helga Brandt", and on the next line "Chief Executive, Vantor Marine": a name alone heads its block's next
    line."""
    named = [atom for atom in sentence.atoms if atom.tag not in ("HON", "MARK", "DASH", "QUOTE")]
    labelled = [atom.tag for atom in named] == ["TITLE", "COLON", "NAME", "STOP"]  # "Head coach: A. Born in …"
    if labelled:
        named = named[2:3]
    last = sentence.last >= len(sentence.passage.tokens)
    if last or len(named) != 1 or named[0].tag != "NAME" or named[0].name is None:
        return
    name, kind = named[0].name, sentence.passage.block.kind
    if name.kind == "person" and name.full and (kind == "paragraph" or (labelled and kind == "item")):
        sentence.scene.headed = Referent(name.full, "person")


def _whole(passage: Passage) -> bool:
    """Whether a bold lead is all that a short block says: as good as a heading."""
    lead = passage.block.lead
    return lead is not None and lead[1] >= len(passage.block.text.rstrip(" :.,")) and len(passage.tokens) <= 16


def _enter(name: str, passage: Passage, scene: Scene) -> None:
    if passage.block.kind == "item" and not scene.listed:
        scene.listed, scene.listed_in = True, scene.section
    scene.topic = scene.section = name


def _bold(passage: Passage, scene: Scene) -> Referent | None:
    """The name that a bold lead is, or begins with: "**Rathmore Harriers**: …", "**Mireille Kabongo, 38,** …"."""
    if passage.block.lead is None:
        return None
    start, end = passage.block.lead
    inside = [i for i, token in enumerate(passage.tokens) if start <= token.start < end]
    if not inside:
        return None
    first = next((m for m in passage.mentions if m.first in inside), None)
    if first is None or first.kind != "name" or first.last > inside[-1] + 1:
        return None
    start = max(inside[0], _past_label(passage, scene))
    if first.first > start and not all(_unspoken(passage, i) for i in range(start, first.first)):
        return None
    rest = passage.tokens[first.last :]
    if rest and _boxed(passage, first.last, len(passage.tokens), scene):
        return _referent(scene.page.names.get(first.key))
    if (rest and rest[0].text not in (":", ".", "–", "—", "-", "|", "(", ",")) or (
        rest and rest[0].text == "," and first.last > inside[-1]
    ):
        return None  # "**Sedge** is a message log"
    return _referent(scene.page.names.get(first.key))


def _unspoken(passage: Passage, i: int) -> bool:
    token = passage.tokens[i]
    return not token.text[0].isalnum() or token.lower in ("the", "dr", "mr", "mrs", "ms", "prof", "professor", "sir")


def _run_in(passage: Passage, scene: Scene) -> Referent | None:
    """ "LOCH AIRD. The team …", "Fennec – A bank from Tunis": a name alone before the mark that ends the label."""
    tokens = passage.tokens
    end = next((i for i, t in enumerate(tokens[:9]) if i and t.text in (".", ":", "–", "—")), 0)
    if not end or end + 1 >= len(tokens):
        return None
    loud = all(t.text.isupper() for t in tokens[:end] if t.text[0].isalpha())
    if tokens[end].text == "." and not loud:
        return None
    found = _filling(passage, 1 if tokens[0].lower == "about" else 0, end, scene)
    return found if found is not None and (found.kind != "person" or loud or tokens[end].text != ":") else None


def _filling(passage: Passage, first: int, last: int, scene: Scene) -> Referent | None:
    """Whom the tokens ``first:last`` name, if a name opens them and what follows it only describes."""
    while first < last and _unspoken(passage, first):
        first += 1
    mention = next((m for m in passage.mentions if m.kind == "name" and m.first == first), None)
    if mention is None or mention.last > last:
        return None
    closing = passage.tokens[mention.last].text if mention.last < last else ""
    if closing and closing not in "(,–—:|-" and not _boxed(passage, mention.last, last, scene):
        return None
    if closing in ("–", "—", ":", "|", "-") and passage.block.level > 1 and _acts(passage, mention, last):
        return None
    return _referent(scene.page.names.get(mention.key))


def _boxed(passage: Passage, first: int, last: int, scene: Scene) -> bool:
    """ "at a glance", "in five lines": words that say that what is below are facts about whom the heading names."""
    box = scene.words.words["box_words"]
    return all(t.lower in box or not t.text[0].isalpha() for t in passage.tokens[first:last])


def _past_label(passage: Passage, scene: Scene) -> int:
    """The place behind "Who's who:", "Profile:" at the start of a heading."""
    colon = next((i for i, token in enumerate(passage.tokens[:6]) if token.text == ":"), 0)
    return colon + 1 if colon and _boxed(passage, 0, colon, scene) else 0


def _acts(passage: Passage, mention: Mention, last: int) -> bool:
    """Whether a heading says more than a few words behind the name."""
    return last - mention.last > 6


def _referent(name: Name | None) -> Referent | None:
    if name is None or not name.full or name.kind not in ("organization", "person", "") or len(name.full) < 2:
        return None
    return Referent(name.full, name.kind)


def _listed(passage: Passage, scene: Scene) -> None:
    """ "Acme Ltd (since 2019): …" as a list item: an organization's name, alone before the colon."""
    tokens = passage.tokens
    colon = next((i for i, token in enumerate(tokens[:9]) if token.text == ":"), 0)
    first = passage.mentions[0] if passage.mentions else None
    if not colon or first is None or first.first or first.kind != "name" or first.last > colon:
        return
    rest = [token.text for token in tokens[first.last : colon]]
    name = scene.page.names.get(first.key)
    alone = not rest or all(word[0].isupper() for word in rest) or (rest[0] == "(" and rest[-1] == ")")
    if name is not None and name.kind == "organization" and name.full and alone:
        _enter(name.full, passage, scene)
