"""`python -m spur_extract.cli` does what `spur-extract` does."""

from spur_extract.cli.main import main

main()
