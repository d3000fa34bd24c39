"""Pictures of a result: neutral scenes, each with its finding in words and its data as a table, and three back ends."""
