"""Findings: what the rules say of the facts."""

from checker.findings.accuracy import with_estimates
from checker.findings.judge import judge, judge_in_order

__all__ = ["judge", "judge_in_order", "with_estimates"]
