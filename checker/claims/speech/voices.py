"""Who is speaking, block by block: interviews with labels ("ANNA BERG: …"), questions and answers, quotations."""

from __future__ import annotations

from checker.claims.discourse.scene import Scene
from checker.claims.documents import heads
from checker.claims.sentence import Sentence
from checker.claims.speech import speakers
from checker.claims.speech.narrators import asks
from checker.model import Block, Record
from checker.passages import Passage


def enter(passage: Passage, scene: Scene) -> int:
    """Set the scene for a block; returns the first token to read, after a speaker's label."""
    block = passage.block
    going_on = bool(scene.host or scene.transcript) and block.kind == "paragraph"
    speaking, unknown = (scene.speaker, scene.anonymous) if going_on else ("", False)
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
    scene.speaker, scene.anonymous = speaking or scene.speaker, scene.anonymous or unknown
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
    if scene.interviewee and tokens and tokens[0].text in ("Q", "A", "Q.", "A.") and not speakers.numbered(tokens):
        colon = int(len(tokens) > 1 and tokens[1].text in ".:")
        scene.speaker = scene.interviewee if tokens[0].text[0] == "A" else ""
        scene.answerer = scene.interviewee
        scene.topic = scene.employers.get(scene.speaker, scene.topic)
        return colon + 1
    turn = speakers.turn(passage, scene)
    if turn is None:
        return 0
    letter = turn.label.upper()
    if not turn.person and letter not in ("Q", "A", "QUESTION", "ANSWER", "INTERVIEWER"):
        office = scene.transcript and speakers.is_office(turn.label)
        scene.anonymous = office or (turn.label.isupper() and len(turn.label.split()) <= 2)
        return turn.begins if office else 0
    person = (scene.interviewee or scene.hero) if letter in ("A", "ANSWER") else turn.person
    _speaks(person, letter, passage, scene)
    return turn.begins


def _speaks(person: str, letter: str, passage: Passage, scene: Scene) -> None:
    """Note whose turn it is, and whether they ask or answer."""
    scene.speaker = person
    if person and person in (scene.host, scene.guest):
        _in_turn(scene)
    elif asks(passage) or person in scene.askers or letter in ("Q", "QUESTION", "INTERVIEWER"):
        scene.asker = person
    elif person:
        scene.answerer = person
    if person and person in scene.employers:
        scene.topic = scene.employers[person]


def _in_turn(scene: Scene) -> None:
    """In a talk of two: whom "you" means; before the guest has spoken, the host tells of the guest."""
    scene.spoken = scene.spoken or scene.speaker == scene.guest
    scene.asker, scene.answerer = scene.host, scene.guest if scene.spoken else ""
    if not scene.spoken and not scene.subject:
        scene.subject = scene.guest


_HOSTS = frozenset("presenter host interviewer moderator presented hosted questions".split())
_GUESTS = frozenset("guest witness interviewee speaker answers".split())


def cast(scene: Scene) -> None:
    """Whether this is a transcript, and who asks in it; in one of two speakers also (host, guest): as its head declares
    them, else by who asks."""
    turns: dict[str, list[bool]] = {}
    numbers: set[str] = set()
    for passage in scene.page.passages:
        turn = speakers.turn(passage, scene) if passage.block.kind in ("paragraph", "heading") else None
        if turn is not None and (turn.person or turn.label.isupper() or speakers.is_office(turn.label)):
            who = turn.person or turn.label
            turns.setdefault(who, []).append(any(token.text == "?" for token in passage.tokens))
            numbers |= {who} if speakers.numbered(passage.tokens) else set()
    known = {name.full for name in scene.page.names.values() if name.kind == "person"} & set(turns)
    loud = any(speakers.is_office(who) and len(said) > 1 for who, said in turns.items())
    scene.transcript = sum(map(len, turns.values())) >= 3 and bool(known) and (len(known) > 1 or loud)
    if scene.transcript:
        numbered = numbers if numbers != set(turns) else set()
        scene.askers = frozenset(w for w, said in turns.items() if sum(said) * 2 >= len(said) + 1 or w in numbered)
    if len(turns) == 2 and min(map(len, turns.values())) > 1:
        scene.host, scene.guest = _pair(turns, _declared(scene))


def _pair(turns: dict[str, list[bool]], declared: str) -> tuple[str, str]:
    """Who asks and who answers, of two; "" where nothing tells."""
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
