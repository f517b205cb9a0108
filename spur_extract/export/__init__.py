"""Writes reports in other forms: JSON, the JSON Schema, tables."""
