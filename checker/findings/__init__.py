"""Findings: what the rules say of the facts."""

from checker.findings.accuracy import with_estimates
from checker.findings.judge import judge, judge_in_order
from checker.findings.suppress import suppress

__all__ = ["judge", "judge_in_order", "suppress", "with_estimates"]
