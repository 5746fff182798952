"""Who is speaking, block by block: interviews with labels ("ANNA BERG: …"), questions and answers, quotations."""

from __future__ import annotations

from checker.claims import heads
from checker.claims.narrators import asks
from checker.claims.scene import Scene
from checker.claims.sentence import Sentence
from checker.model import Block, Record
from checker.passages import Passage


def enter(passage: Passage, scene: Scene) -> int:
    """Set the scene for a block; returns the first token to read, after a speaker's label."""
    block = passage.block
    speaking = scene.speaker if scene.host and block.kind == "paragraph" else ""
    scene.speaker = scene.voice = ""
    scene.anonymous = False
    scene.fresh = scene.unnamed = scene.several = False
    scene.just = []
    scene.topic = "" if scene.formal else scene.topic  # a note of a body's own paper is about others for itself only
    scene.topic_age += 1
    if scene.interviewee and block.kind in ("paragraph", "quote") and not asks(passage):
        scene.speaker = scene.interviewee
    if block.kind == "heading":
        heads.heading(passage, scene)
        return 0
    label = _label(passage, scene)
    if label:
        return label
    scene.speaker = speaking or scene.speaker
    if block.kind in ("paragraph", "item"):
        heads.label(passage, scene)
    elif block.kind == "quote":
        heads.box(passage, scene)
    return 0


def listen(sentence: Sentence) -> None:
    """Note who speaks the quotations of a sentence: "…," says A; or who spoke last in the paragraph."""
    scene = sentence.scene
    quoted = any(clause.quoted for clause in sentence.clauses)
    for clause in sentence.clauses:
        if clause.quoted or clause.lemma not in scene.words.words["speech_verbs"] or clause.verb.form != "finite":
            continue
        for phrase in [*([clause.subject] if clause.subject is not None else []), *clause.objects]:
            found = sentence.resolve(phrase, "person")
            if found is not None:
                scene.voice = found.name
                break
    if quoted and scene.voice:
        scene.speaker = scene.voice


def _label(passage: Passage, scene: Scene) -> int:
    """ "GETHIN PRYCE: …", "GP: …", "Q: …", "A: …": the speaker, and where the speech begins."""
    tokens = passage.tokens
    colon = _colon(passage)
    if scene.interviewee and tokens and tokens[0].text in ("Q", "A", "Q.", "A."):
        colon = 1 if len(tokens) > 1 and tokens[1].text in ".:" else 0
        scene.speaker = scene.interviewee if tokens[0].text[0] == "A" else ""
        scene.answerer = scene.interviewee
        scene.topic = scene.employers.get(scene.speaker, scene.topic)
        return colon + 1
    if colon is None or colon == 0:
        return 0
    words = _labelled(passage, colon)
    if not words or not all(word[0].isupper() for word in words):
        return 0
    label = " ".join(words)
    person = _person(label, scene)
    if person is None and label.upper() not in ("Q", "A", "QUESTION", "ANSWER", "INTERVIEWER"):
        scene.anonymous = label.isupper() and len(words) <= 2
        return 0
    if label.upper() in ("A", "ANSWER"):
        person = scene.interviewee or scene.hero
    scene.speaker = person or ""
    if person and person in (scene.host, scene.guest):
        _in_turn(scene)
    elif asks(passage) or label.upper() in ("Q", "QUESTION", "INTERVIEWER"):
        scene.asker = scene.speaker
    elif person:
        scene.answerer = person
    if scene.speaker and scene.speaker in scene.employers:
        scene.topic = scene.employers[scene.speaker]
    return colon + 1


def _in_turn(scene: Scene) -> None:
    """In a talk of two: whom "you" means; before the guest has spoken, the host tells of the guest."""
    scene.spoken = scene.spoken or scene.speaker == scene.guest
    scene.asker, scene.answerer = scene.host, scene.guest if scene.spoken else ""
    if not scene.spoken and not scene.subject:
        scene.subject = scene.guest


_HOSTS = frozenset("presenter host interviewer moderator presented hosted questions".split())
_GUESTS = frozenset("guest witness interviewee speaker answers".split())


def cast(scene: Scene) -> tuple[str, str]:
    """(host, guest) of a transcript with two speakers: as its head declares them, else by who asks; "" otherwise."""
    declared = _declared(scene)
    turns: dict[str, list[bool]] = {}
    for passage in scene.page.passages:
        person = _speaker(passage, scene) if passage.block.kind == "paragraph" else None
        if person:
            turns.setdefault(person, []).append(any(token.text == "?" for token in passage.tokens))
    if len(turns) != 2 or min(map(len, turns.values())) < 2:
        return "", ""
    one, two = turns
    host = declared if declared in turns else ""
    if not host and sum(turns[one]) != sum(turns[two]):
        host = max(turns, key=lambda person: sum(turns[person]))
        host = host if sum(turns[host]) * 3 >= len(turns[host]) else ""
    return (host, two if host == one else one) if host else ("", "")


def _declared(scene: Scene) -> str:
    """ "Presenter: Nuala Byrne (NB)" at the head of a transcript; where only the guest is declared, nobody."""
    for part in scene.page.source.parts[:6]:
        for field in part.fields if isinstance(part, Record) else ():
            if not _HOSTS.isdisjoint(field.name.casefold().split()) and isinstance(field.value, Block):
                passage = scene.page.by_block.get(id(field.value))
                names = [scene.page.names.get(m.key) for m in passage.mentions if m.kind == "name"] if passage else []
                return next((n.full for n in names if n is not None and n.kind == "person"), "")
    return ""


def _speaker(passage: Passage, scene: Scene) -> str | None:
    """The person whose label opens a block; the label where it is nobody's that is known."""
    colon = _colon(passage)
    words = _labelled(passage, colon) if colon else []
    if not words or not all(word[0].isupper() for word in words):
        return None
    label = " ".join(words)
    return _person(label, scene) or (label if label.isupper() else None)


def _labelled(passage: Passage, colon: int) -> list[str]:
    """The words of a label, without a time in brackets."""
    tokens = passage.tokens
    end = next((i for i in range(1, colon) if tokens[i].text in "[("), colon)
    return [
        token.text
        for token in tokens[:end]
        if token.text not in "-–." and (token.text.isalpha() or "-" in token.text or "." in token.text)
    ]


def _colon(passage: Passage) -> int | None:
    """The colon behind a label; the time in brackets before it has colons of its own: "BERG [00:01:12]: …"."""
    depth = 0
    for i, token in enumerate(passage.tokens[:14]):
        depth += (token.text in ("[", "(")) - (token.text in ("]", ")"))
        if token.text == ":" and not depth:
            return i if i < 7 or any(t.text in "[(" for t in passage.tokens[:i]) else None
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
