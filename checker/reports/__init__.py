"""Reports: what a run found, in the form somebody asked for. ``render`` is the verb.

A format is one function of a report (``text.py``, ``markdown.py``, ``json.py``). What stands in a source is data in all
of them: no control character, terminal escape or markup of a quote reaches the reader as such (``safety.py``).
"""

from __future__ import annotations

from checker.model import Report

FORMATS = ("text", "json", "markdown")


def render(report: Report, format: str, *, color: bool = False, verbose: bool = False, base: str = "") -> str:  # noqa: A002
    """The report as text in one of ``FORMATS``, ending with a newline.

    ``color`` and ``verbose`` (agreements too) are for ``text``; ``base`` is the folder that the links of ``markdown``
    are relative to. Raises KeyError for another format.
    """
    if format == "json":
        from checker.reports.json import render_json

        return render_json(report)
    if format == "markdown":
        from checker.reports.markdown import render_markdown

        return render_markdown(report, base)
    if format == "text":
        from checker.reports.text import render_text

        return render_text(report, color=color, verbose=verbose)
    raise KeyError(format)
