"""Step 3 for one source: structured parts first, then the prose, sentence by sentence, with a record of who is
meant."""

from __future__ import annotations

from collections.abc import Callable

from checker.claims import finish, learnt, properties, rare, rounds, withdrawn
from checker.claims.careers import fragments, posts, succession
from checker.claims.companies import deals, seats
from checker.claims.discourse.scene import Scene
from checker.claims.documents import heads
from checker.claims.documents.protagonist import protagonist
from checker.claims.draft import Draft
from checker.claims.events import reader as events
from checker.claims.phrases import claims as phrase_claims
from checker.claims.reading import Reading
from checker.claims.remembering import play, remember
from checker.claims.sentence import Sentence, analyse_sentence
from checker.claims.speech import confirmations, narrators, questions, voices
from checker.model import Block, Claim, Record, Table
from checker.packs.vocabulary import Vocabulary, vocabulary
from checker.passages import Page, Passage


def extract(page: Page, reading: Reading) -> list[Claim]:
    """The claims of one source, in the order of the document."""
    structured = structured_drafts(page, reading)
    prose = _else(structured, prose_drafts(page, reading, known=structured))
    drafts = [*structured, *learnt.apart(prose, structured)]
    rare.mark(drafts)
    return finish.claims(page, drafts, reading)


def _else(structured: list[Draft], prose: list[Draft]) -> list[Draft]:
    """What the running text claims, without what lists say otherwise of the same place: an entry's subject, and whose
    officer somebody is."""
    said = {(id(d.block), d.start, d.attribute): d.subject for d in structured if d.rule == "structured.timeline"}
    posts = {
        (id(d.block), d.subject): d.qualifiers.get("organization", "")
        for d in structured
        if d.attribute == "title" and d.rule in ("structured.line", "structured.list", "structured.snippet")
    }
    cells = {(id(d.block), d.subject, d.attribute) for d in structured if d.block.kind in ("cell", "field")}
    prose = [d for d in prose if (id(d.block), d.subject, d.attribute) not in cells]
    if not said and not posts:
        return prose
    return [d for d in prose if said.get((id(d.block), d.start, d.attribute), d.subject) == d.subject
            and (not (where := _where(d)) or posts.get((id(d.block), d.subject), where) == where)]  # fmt: skip


def _where(draft: Draft) -> str:
    """The organization of a post or an employment; "" for other claims."""
    if draft.attribute == "employer":
        return draft.value.text
    return draft.qualifiers.get("organization", "") if draft.attribute == "title" else ""


def structured_drafts(page: Page, reading: Reading) -> list[Draft]:
    """What tables, records, lists and fields claim."""
    from checker.claims import structured

    return structured.read(page, reading.attributes, None)


def prose_drafts(
    page: Page,
    reading: Reading,
    watch: Callable[[Sentence, list[Draft]], None] | None = None,
    known: list[Draft] | None = None,
) -> list[Draft]:
    """What the running text claims, read twice: employers and posts learnt in the first pass serve the second.

    ``watch`` is called with each sentence and its claims, in the scene in which they were made; ``known`` is what
    tables and records said before.
    """
    words = vocabulary()
    first = _scene(page, words, reading)
    first.learning = True
    for draft in known or ():
        if draft.attribute == "employer" and draft.qualifiers.get("status") != "former":
            first.employers.setdefault(_full(page, draft.subject), draft.value.text)
    learnt = _read(page, reading, first, words)
    second = _scene(page, words, reading, first)
    second.main = protagonist(page, second.main, learnt)
    second.watch = watch
    second.employers = dict(first.employers)
    second.descriptions = first.descriptions
    second.structures = first.structures
    second.genders = first.genders
    second.works, second.kinds = first.works, first.kinds
    second.backers = first.backers - {second.main}
    speaker = second.interviewee or first.answerer or second.narrator
    if speaker and not second.main:
        second.main = first.employers.get(speaker, "")
    made = _read(page, reading, second, words)
    second.structures.clear()  # sentences know their scene: else they wait for the garbage collector, 5 % of reading
    return made


def _full(page: Page, name: str) -> str:
    """The name in the form that the running text is read with."""
    known = page.names.get(name.casefold())
    return known.full if known is not None and known.full else name


def _scene(page: Page, words: Vocabulary, reading: Reading, before: Scene | None = None) -> Scene:
    """The scene that a pass begins with; ``before`` has found out already whom the document is about."""
    from checker.claims.documents.definitions import definitions
    from checker.claims.documents.focus import hero, main_organization
    from checker.claims.documents.issuer import own_paper
    from checker.claims.documents.ours import ours

    person, main = hero(page), main_organization(page)
    scene = Scene(
        page,
        words,
        main=main,
        formal=before.formal if before is not None else own_paper(page, main),
        ours=before.ours if before is not None else ours(page, main),
        hero=person,
        interviewee=narrators.interviewee(page, person),
        narrator=narrators.narrator(page),
        nouns=reading.types,
        defined=before.defined if before is not None else definitions(page),
    )
    if before is None:
        voices.cast(scene)
    else:
        scene.host, scene.guest, scene.askers, scene.transcript = (
            before.host, before.guest, before.askers, before.transcript
        )  # fmt: skip
    return scene


def _read(page: Page, reading: Reading, scene: Scene, words: Vocabulary) -> list[Draft]:
    drafts: list[Draft] = []
    for part in page.source.parts:
        if isinstance(part, Block) and part.kind not in ("furniture", "field"):
            passage = page.by_block.get(id(part))
            if passage is not None and passage.tokens:
                drafts += read_passage(passage, page, reading, scene, words)
        elif isinstance(part, Table) and _asks(part):
            for row in part.rows:
                for cell in row[:2]:
                    passage = page.by_block.get(id(cell))
                    if passage is not None and passage.tokens:
                        drafts += read_passage(passage, page, reading, scene, words)
        elif isinstance(part, (Table, Record)):
            from checker.claims import remarks

            scene.section = ""
            if isinstance(part, Record) and part.kind == "pairs":
                for passage in remarks.introduced(part, page):
                    drafts += read_passage(passage, page, reading, scene, words)
            if isinstance(part, Table) and reading.sayings.rows:
                drafts += _read_rows(part, page, reading, scene, words)
            if isinstance(part, Table):
                drafts += remarks.read(part, page, scene, lambda p: read_passage(p, page, reading, scene, words))
    return drafts


def _read_rows(table: Table, page: Page, reading: Reading, scene: Scene, words: Vocabulary) -> list[Draft]:
    """What the packs' patterns for rows of cells find in a table, its header included."""
    drafts: list[Draft] = []
    for row in [*table.header, *table.rows]:
        passages = [page.by_block.get(id(cell)) for cell in row]
        cells = [_sentence(p, 0, len(p.tokens), page, scene, words) for p in passages if p is not None and p.tokens]
        drafts += phrase_claims.read_cells(cells, reading.sayings)
    return drafts


def _sentence(passage: Passage, first: int, last: int, page: Page, scene: Scene, words: Vocabulary) -> Sentence:
    """The sentence's structure, found once for both passes."""
    known = scene.structures.get((id(passage), first))
    if known is None:
        known = scene.structures[id(passage), first] = analyse_sentence(passage, first, last, page, scene, words)
    known.scene = scene
    return known


def _asks(table: Table) -> bool:
    """Whether a table is a list of questions and answers."""
    return sum(len(row) == 2 and row[0].text.rstrip().endswith("?") for row in table.rows) >= 2


def read_passage(passage: Passage, page: Page, reading: Reading, scene: Scene, words: Vocabulary) -> list[Draft]:
    """The claims of one block of running text."""
    drafts: list[Draft] = []
    start = voices.enter(passage, scene)
    for first, last in passage.sentences:
        if last <= start:
            continue
        sentence = _sentence(passage, max(first, start), last, page, scene, words)
        own = scene.speaker
        voices.listen(sentence)
        made = [
            *(learn_sentence if scene.learning else read_sentence)(sentence, reading),
            *_answered(sentence, reading),
            *_confirmed(sentence, reading),
        ]
        withdrawn.mark(sentence, made)
        if not scene.learning and reading.learner is not None:
            made += learnt.read(sentence, made, reading.learner)
        if scene.watch is not None:
            scene.watch(sentence, made)
        drafts += made
        scene.speaker = own
        remember(sentence)
        play(made, scene)
        scene.told = frozenset([draft.attribute for draft in made])
        heads.line(sentence)
    return drafts


def _answered(sentence: Sentence, reading: Reading) -> list[Draft]:
    """What the sentence claims as the answer to the question before it."""
    asked, sentence.scene.question = sentence.scene.question, questions.ask(sentence)
    if not isinstance(asked, questions.Question) or sentence.scene.question is not None:
        return []
    clause = questions.answer(asked, sentence)
    return events.read_clause(sentence, clause, reading.frames) if clause is not None else []


def _confirmed(sentence: Sentence, reading: Reading) -> list[Draft]:
    """What was put to somebody, if this sentence says yes to it."""
    scene = sentence.scene
    asked, scene.put = scene.put, confirmations.put(sentence)
    if not isinstance(asked, confirmations.Put) or not confirmations.affirmed(asked, sentence):
        return []
    own, scene.speaker = scene.speaker, asked.speaker
    statement = analyse_sentence(asked.passage, asked.first, asked.last, scene.page, scene, scene.words)
    made = (learn_sentence if scene.learning else read_sentence)(statement, reading)
    scene.speaker = own
    return made


def learn_sentence(sentence: Sentence, reading: Reading) -> list[Draft]:
    """What of a sentence the second pass has to know of beforehand: who holds which post where."""
    made = [*posts.read(sentence), *events.read(sentence, reading.frames)]
    return [*made, *rounds.read(sentence), *deals.read(sentence)] if sentence.scene.learning else made


def read_sentence(sentence: Sentence, reading: Reading) -> list[Draft]:
    """The claims of one sentence: posts in phrases, events in clauses, rounds, amounts."""
    return [
        *learn_sentence(sentence, reading),
        *succession.read(sentence),
        *rounds.read(sentence),
        *seats.read(sentence),
        *rare.priced(sentence),
        *deals.read(sentence),
        *rare.read(sentence),
        *fragments.read(sentence),
        *properties.read(sentence, reading.properties),
        *phrase_claims.read(sentence, reading.sayings),
    ]
