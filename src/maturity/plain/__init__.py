"""The questionnaire as a conversation, line by line: for screen readers, Braille lines, serial consoles and pipes.

Nothing is ever drawn, moved or overwritten: lines go out, lines come in, through streams that are passed in. The
answers go into the same file, with the same saving, as in the terminal.
"""
