"""What is measured: figures beside floors of the same run."""
