"""The terminal: screens over the same questionnaire, response and result as every other face.

No level is computed and no file is written here; `maturity.scoring` and `maturity.response.file` do that.
"""
