"""Who is speaking: interviews with labels ("ANNA BERG: …"), questions and answers, letters and their signatures."""

from __future__ import annotations

from checker.claims import heads
from checker.claims.scene import Scene
from checker.claims.sentence import Sentence
from checker.passages import Page, Passage


def enter(passage: Passage, scene: Scene) -> int:
    """Set the scene for a block; returns the first token to read, after a speaker's label."""
    block = passage.block
    scene.speaker = scene.voice = ""
    scene.fresh = scene.unnamed = False
    scene.topic_age += 1
    if scene.interviewee and block.kind in ("paragraph", "quote") and not _asks(passage):
        scene.speaker = scene.interviewee
    if block.kind == "heading":
        heads.heading(passage, scene)
        return 0
    label = _label(passage, scene)
    if label:
        return label
    if block.kind in ("paragraph", "item"):
        heads.label(passage, scene)
    return 0


def _asks(passage: Passage) -> bool:
    return bool(passage.tokens) and any(token.text == "?" for token in passage.tokens[-2:])


def interviewee(page: Page, hero: str) -> str:
    """The person who answers, where a document alternates questions with answers that say "I"; else ""."""
    prose = [p for p in page.passages if p.block.kind in ("paragraph", "heading", "item", "quote") and p.tokens]
    asked = [i for i, p in enumerate(prose[:-1]) if _asks(p) and len(p.tokens) < 60]
    answers = [prose[i + 1] for i in asked if any(t.lower in ("i", "we", "my", "our") for t in prose[i + 1].tokens)]
    labelled = sum(":" in [t.text for t in p.tokens[:7]] and p.tokens[0].text.isupper() for p in prose)
    return hero if len(answers) >= 3 and labelled < len(prose) // 3 else ""


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


def narrator(page: Page) -> str:
    """Who writes "I": the author where the document names one, else a name that stands alone as a signature."""
    author = (page.source.author or "").casefold()
    for name in page.names.values():
        if author and name.kind == "person" and name.text.casefold() == author:
            return name.full
    signed = [
        p
        for p in page.passages
        if p.block.kind in ("paragraph", "heading")
        and len(p.mentions) == 1
        and p.mentions[0].kind == "name"
        and p.mentions[0].last - p.mentions[0].first == len(p.tokens)
    ]
    people = {
        page.names[p.mentions[0].key].full
        for p in signed
        if p.mentions[0].key in page.names and page.names[p.mentions[0].key].kind == "person" and len(p.tokens) > 1
    }
    return next(iter(people)) if len(people) == 1 else ""


def _label(passage: Passage, scene: Scene) -> int:
    """ "GETHIN PRYCE: …", "GP: …", "Q: …", "A: …": the speaker, and where the speech begins."""
    tokens = passage.tokens
    colon = next((i for i, token in enumerate(tokens[:7]) if token.text == ":"), None)
    if colon is None or colon == 0:
        return 0
    words = [
        token.text
        for token in tokens[:colon]
        if token.text not in "-–." and (token.text.isalpha() or "-" in token.text or "." in token.text)
    ]
    if not words or not all(word[0].isupper() for word in words):
        return 0
    label = " ".join(words)
    person = _person(label, scene)
    if person is None and label.upper() not in ("Q", "A", "QUESTION", "ANSWER", "INTERVIEWER"):
        return 0
    if label.upper() in ("A", "ANSWER"):
        person = scene.interviewee or scene.hero
    scene.speaker = person or ""
    if _asks(passage) or label.upper() in ("Q", "QUESTION", "INTERVIEWER"):
        scene.asker = scene.speaker
    elif person:
        scene.answerer = person
    if scene.speaker and scene.speaker in scene.employers:
        scene.topic = scene.employers[scene.speaker]
    return colon + 1


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
