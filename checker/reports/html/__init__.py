"""The HTML report: the page an analyst sends to their editor. One file, no network, readable without scripts."""

from __future__ import annotations

from checker.model import Report
from checker.reports.html.page import page
from checker.reports.html.view import View


def render_html(report: Report) -> str:
    """The report as one self-contained page, the same bytes for the same report."""
    return page(View(report))
