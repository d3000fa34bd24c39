"""``python -m maturity``."""

from maturity.cli.main import main

main()
