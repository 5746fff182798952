"""JUnit XML: each fact that several sources speak of is a test case, which fails where they conflict.

A suite a subject; agreements pass, accepted findings are skipped, what is only worth knowing passes with its text.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree as Xml

from checker import lazy
from checker.model import Finding, Report
from checker.reports.places import file_of, places, sayings, sentence
from checker.reports.safety import plain
from checker.reports.words import about, first

_NOT_XML = lazy.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report) -> str:
    """The findings as test suites."""
    root = Xml.Element("testsuites", name="factlint")
    ordered = sorted(report.findings, key=lambda f: (f.subject, f.attribute, *first(f), f.rule, f.id))
    for subject, found in groupby(ordered, key=lambda f: f.subject):
        suite = Xml.SubElement(root, "testsuite", name=_text(subject.name))
        for finding in found:
            suite.append(_case(finding))
        _count(suite)
    _count(root)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _case(finding: Finding) -> Xml.Element:
    at = places(finding)
    name = _text(f"{about(finding.attribute, finding.qualifiers)} ({finding.rule} {finding.name})")
    case = Xml.Element("testcase", name=name, classname=_text(finding.subject.name), time="0")
    if at:
        case.set("file", _text(file_of(at[0].claim.source)))
        case.set("line", str(at[0].claim.span.line))
    message, body = _text(sentence(finding)), "\n".join(map(_text, sayings(finding)))
    if finding.accepted is not None:
        Xml.SubElement(case, "skipped", message=_text(f"accepted: {finding.accepted.why or message}"))
    elif finding.verdict != "agreement" and finding.severity != "info":
        Xml.SubElement(case, "failure", message=message, type=f"{finding.rule} {finding.severity}").text = body
    else:
        Xml.SubElement(case, "system-out").text = f"{message}\n{body}"
    return case


def _count(element: Xml.Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")
    element.set("skipped", str(len(list(element.iter("skipped")))))
    element.set("time", "0")


def _text(text: str) -> str:
    """One safe line that XML can carry."""
    return _NOT_XML.sub("\ufffd", plain(text))
