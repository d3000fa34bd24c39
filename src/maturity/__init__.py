"""Self-assessment of digital public-value co-creation in local authorities."""

__version__ = "0.1.0"
