"""The parts of a run that `batch.py` puts together: files found and read, worker processes, progress, watching."""
