"""Findings: what the rules say of the facts."""

from checker.findings.accuracy import with_estimates
from checker.findings.again import without
from checker.findings.judge import counted, judge, judge_across, judge_in_order, judge_subject
from checker.findings.suppress import suppress
from checker.findings.ties import with_support

__all__ = [
    "counted", "judge", "judge_across", "judge_in_order", "judge_subject", "suppress", "with_estimates", "with_support",
    "without",
]  # fmt: skip
