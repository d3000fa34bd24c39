"""Leading somebody through a questionnaire: the way, what a key or a word changes, what each question looks like.

What the terminal and the plain mode have in common. Pure: no file, clock, screen, and no Textual.
"""
