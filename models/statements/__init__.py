"""Trains and measures what tells strengths, weaknesses and improvements apart by their wording."""
