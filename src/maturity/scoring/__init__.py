"""What the answers mean: one pure kernel on arrays, and the result that everything else shows."""
