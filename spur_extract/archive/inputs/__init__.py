"""Which files a conversion has, where each one's result lies, and what it is called."""
