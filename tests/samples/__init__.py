"""Tests of the sample reports' builder."""
