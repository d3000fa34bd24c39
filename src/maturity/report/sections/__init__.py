"""One file a section: what it says, in the order of the report (`order`)."""
