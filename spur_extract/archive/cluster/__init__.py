"""Converts on a dask.distributed cluster; the library is optional."""
