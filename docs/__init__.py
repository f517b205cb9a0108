"""The documentation, and the script that builds its reference pages from the code."""
