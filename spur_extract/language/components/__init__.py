"""The rule components of the pipeline `sv_spur`; the spaCy factories are in `factories.py`."""
