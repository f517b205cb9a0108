"""Tests of reading marks, on pages drawn by hand."""
