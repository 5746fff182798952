"""Reports: what a run found, in the form somebody asked for. ``render`` is the verb.

A format is one function of a report (``text.py``, ``markdown.py``, ``json.py``). What stands in a source is data in all
of them: no control character, terminal escape or markup of a quote reaches the reader as such (``safety.py``).
"""

from __future__ import annotations

from checker.model import Report

_PAGES = ("html", "csv", "jsonld")  # to read, to calculate with, to link: functions of the report alone
_PROGRAMS = ("sarif", "github", "gitlab", "junit", "rdjson")  # for other programs: a function of the report alone
_MARKING = ("json", "html", "csv", "sarif", "junit")  # show accepted findings as such; the others leave them out
FORMATS = ("text", "json", "markdown", *_PAGES, *_PROGRAMS)


def render(report: Report, format: str, *, color: bool = False, verbose: bool = False, base: str = "") -> str:
    """The report as text in one of ``FORMATS``, ending with a newline.

    ``color`` and ``verbose`` (agreements too) are for ``text``; ``base`` is the folder that the links of ``markdown``
    are relative to. Raises KeyError for another format.
    """
    if format not in _MARKING and any(f.accepted for f in report.findings):
        from checker.reports.places import unaccepted

        report = unaccepted(report)
    if format in (*_PAGES, *_PROGRAMS):
        from importlib import import_module

        text: str = getattr(import_module(f"checker.reports.{format}"), f"render_{format}")(report)
        return text
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
