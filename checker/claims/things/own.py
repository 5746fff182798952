"""Things of types that only a pack knows (a study, a building, a vessel): which one a phrase means.

Its name says it, or a noun that the pack gives for the type ("the trial"), or "it": then the one that was named last,
else the one that the document's title names.
"""

from __future__ import annotations

from collections.abc import Collection

from checker.claims.discourse.scene import Referent, Scene
from checker.claims.sentence import Sentence
from checker.claims.syntax.chunks import Phrase
from checker.packs.schema import TYPES
from checker.passages import Name, Page
from checker.values import KINDS

_KNOWN = frozenset((*TYPES, *KINDS, "any", "round", "span", "status"))
_DETERMINERS = ("the", "this", "that")
_ITS = ("it", "its", "this")


def is_own(kind: str) -> bool:
    """Whether a type is one that only packs know."""
    return kind not in _KNOWN


def can_be(phrase: Phrase) -> bool:
    """Whether a phrase can name such a thing: a name, "it", or a noun with an article; which noun is told later."""
    head = phrase.head
    return head.tag == "NAME" or bool(phrase.of("NAME")) or head.lower in _ITS or phrase.det in _DETERMINERS


def own(sentence: Sentence, phrase: Phrase, kind: str) -> Referent | None:
    """The thing of that type that ``phrase`` means."""
    scene, head = sentence.scene, phrase.head
    nouns = scene.nouns.get(kind, frozenset())
    for member in (phrase, *phrase.appositions, *([phrase.apposed_to] if phrase.apposed_to is not None else [])):
        names = [atom.name for atom in member.of("NAME") if atom.name is not None]
        if names and (member.head.tag == "NAME" or _noun(member.head.lower, nouns)):
            return noted(scene, names[-1], kind)
    if head.lower in _ITS or (phrase.det in _DETERMINERS and _noun(head.lower, nouns)):
        return talked_of(scene, kind)
    return None


def _noun(word: str, nouns: frozenset[str]) -> bool:
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)


def noted(scene: Scene, name: Name, kind: str) -> Referent:
    """The thing of that name, from now on the one that is talked of."""
    text = name.full or name.text
    scene.own[kind] = text
    return Referent(text, kind, 0.9)


def talked_of(scene: Scene, kind: str) -> Referent | None:
    """The one that was named last, else the one in the title."""
    name = scene.own.get(kind) or titled(scene.page)
    return Referent(name, kind, 0.7) if name else None


def titled(page: Page, kinds: Collection[str] = ()) -> str:
    """The name that the first heading (or first line) consists of or begins with; "" where it names none, a person,
    or nothing of these kinds."""
    for passage in page.passages[:3]:
        if passage.block.kind in ("heading", "paragraph") and len(passage.tokens) <= 14:
            names = [m for m in passage.mentions if m.kind == "name"]
            known = page.names.get(names[0].key) if names else None
            opens = bool(names) and (names[0].first == 0 or passage.tokens[names[0].first - 1].lower == "the")
            fits = known is not None and (known.kind in kinds if kinds else known.kind != "person")
            if known is not None and fits and (opens or len(names) == 1):
                return known.full or known.text
        if passage.block.kind == "heading":
            break
    return ""
