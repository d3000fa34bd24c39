"""What crosses the files of a questionnaire, one family of checks a module; ``checking.check`` runs them all."""
