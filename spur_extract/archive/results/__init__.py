"""The output folder: whose it is, what earlier runs left in it, and all that is put into it."""
