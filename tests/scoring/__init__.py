"""The scoring kernel and what is built on it."""
