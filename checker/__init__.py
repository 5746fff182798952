"""factlint: a lint command for what sources say."""
