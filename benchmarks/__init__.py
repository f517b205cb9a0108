"""Measurements with limits; see README.md."""
