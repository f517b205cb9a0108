"""Builds, measures and packs the Swedish pipeline `models/sv_spur` (see README.md)."""
