"""The command line. Kept empty: `spur_extract.cli.main` must import nothing heavy."""
