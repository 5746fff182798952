"""Whom and what words mean: ``scene`` is the record, ``references`` and ``descriptions`` read it.

``sorts``, ``bodies``, ``ventures``, ``contested`` and ``renamings`` say what a name or a noun cannot mean here.
"""
