"""Of whom the background of a story is: of a sale the company that is sold, of a round the company that raised it.

Buyers and backers are often named most, and "the company" of the paragraphs behind is still not they.
"""

from __future__ import annotations

from checker.claims.documents.issuer import says_we
from checker.claims.draft import Draft
from checker.model import Block, Modality
from checker.passages import Page

_TOLD: tuple[Modality, ...] = ("asserted", "reported", "predicted")
_LEAD = 3  # paragraphs in which a story says what it is about


def protagonist(page: Page, main: str, drafts: list[Draft]) -> str:
    """Whom "the company" means where nothing else says so, given what the document claims of sales and rounds."""
    if page.about.get("itself") or page.about.get("merged") or says_we(page):
        return main
    head = _head(page)
    told = [d for d in drafts if id(d.block) in head and d.modality in _TOLD]
    bought = [(d.subject, d.value.text) for d in told if d.attribute == "acquired_by"]
    backed = [(d.subject, d.value.text) for d in told if d.attribute == "lead_investor"]
    for pairs in (bought, backed):
        subjects = {subject for subject, other in pairs if not main or other == main}
        if len(subjects) == 1 and main not in {subject for subject, _ in pairs}:
            return subjects.pop()
    return main


def _head(page: Page) -> set[int]:
    """The blocks that say what a story is about: its headings and first paragraphs."""
    prose = [p.block for p in page.passages if p.block.kind == "paragraph" and len(p.tokens) > 8][:_LEAD]
    titles = [b for b in page.source.parts if isinstance(b, Block) and b.kind == "heading" and b.level <= 1]
    return {id(block) for block in (*prose, *titles)}
