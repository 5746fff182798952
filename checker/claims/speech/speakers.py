"""The label that opens a turn of a transcript: "IV [00:12]:", "MR REHNQUIST:", "Q42 CHAIR:"."""

from __future__ import annotations

from msgspec import Struct

from checker.claims.discourse.scene import Scene
from checker.passages import Passage, Token, clocked


class Turn(Struct, frozen=True):
    """Who speaks from where on: a person, or "" for one of whom only an office is said."""

    label: str
    person: str
    begins: int


_OFFICES = frozenset(
    "chair chairman chairwoman chairperson convener convenor speaker moderator operator clerk court coroner judge "
    "counsel interviewer president witness witnesses applicant respondent member tribunal commissioner analyst".split()
)
_MEMBERS = frozenset(
    "deputy representative congressman congresswoman delegate commissioner minister assemblyman assemblywoman "
    "alderman alderwoman secretary".split()
)


def is_address(word: str, scene: Scene) -> bool:
    """Whether a word before a name is how its bearer is addressed: "MR", "Senator"."""
    word = word.casefold().rstrip(".")
    return word in scene.words.words["honorifics"] or word in _MEMBERS


def turn(passage: Passage, scene: Scene) -> Turn | None:
    """The turn that a block opens; its label may be nobody's that is known."""
    opened = clocked(passage.tokens)
    colon = colon_of(passage, opened)
    if not colon:
        return None
    start = opened or numbered(passage.tokens[:colon])
    words = _labelled(passage, start, colon)
    while len(words) > 1 and is_address(words[0], scene):
        words = words[1:]
    if not words or not all(word[0].isupper() for word in words):
        return None
    label = " ".join(words)
    return Turn(label, _person(label, scene) or "", colon + 1)


def is_office(label: str) -> bool:
    """ "CHAIR", "The Chairman": a label that says of who speaks only what they are there for."""
    words = label.casefold().split()
    return words[-1] in _OFFICES and words[:-1] in ([], ["the"], ["madam"], ["acting"], ["deputy"], ["vice"])


def numbered(tokens: list[Token]) -> int:
    """Where the label behind a question's number begins: "Q42", "113."; 0 where there is none."""
    if not tokens or not (tokens[0].text.isdigit() or (tokens[0].text[0] == "Q" and tokens[0].text[1:].isdigit())
                          or (tokens[0].text == "Q" and len(tokens) > 1 and tokens[1].text.isdigit())):  # fmt: skip
        return 0
    end = 2 if tokens[0].text == "Q" else 1
    while end < len(tokens) and tokens[end].text in ".)":
        end += 1
    return end if end < len(tokens) and tokens[end].text[0].isupper() else 0


def _labelled(passage: Passage, start: int, colon: int) -> list[str]:
    """The words of a label, without a time in brackets."""
    tokens = passage.tokens
    end = next((i for i in range(start + 1, colon) if tokens[i].text in "[("), colon)
    return [
        token.text
        for token in tokens[start:end]
        if token.text not in "-–." and (token.text.isalpha() or "-" in token.text or "." in token.text)
    ]


def colon_of(passage: Passage, begins: int = 0) -> int | None:
    """The colon behind a label; the time in brackets before it has colons of its own: "BERG [00:01:12]: …"."""
    depth = 0
    for i, token in enumerate(passage.tokens[begins : begins + 14], begins):
        depth += (token.text in ("[", "(")) - (token.text in ("]", ")"))
        if token.text == ":" and not depth:
            return i if i - begins < 7 or any(t.text in "[(" for t in passage.tokens[begins:i]) else None
    return None


def _person(label: str, scene: Scene) -> str | None:
    """The person a label means: the name, a surname, or initials of one person in the document."""
    folded = label.casefold().replace(".", "").replace("-", "")
    people = {name.full for name in scene.page.names.values() if name.kind == "person" and name.full}
    exact = [
        p
        for p in people
        if p.casefold().replace("-", "").replace(".", "") == folded or folded in p.casefold().replace("-", "").split()
    ]
    if len(exact) == 1:
        return exact[0]
    if label.replace(".", "").replace("-", "").isupper() and 2 <= len(folded) <= 4 and folded.isalpha():
        initials = [
            p
            for p in people
            if "".join(part[0] for part in p.replace("-", " ").split()).casefold() == folded
            or "".join(part[0] for part in p.split()).casefold() == folded
        ]
        if len(initials) == 1:
            return initials[0]
    return None
