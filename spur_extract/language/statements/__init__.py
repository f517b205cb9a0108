"""Where the strengths end and the weaknesses begin: what items are worded like, the best split."""
