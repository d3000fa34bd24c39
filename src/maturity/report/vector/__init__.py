"""Drawings in SVG: a strict subset read, and written again with nothing but its shapes."""
