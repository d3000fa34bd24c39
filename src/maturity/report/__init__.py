"""The report: one PDF, for everybody who can or cannot see it."""
