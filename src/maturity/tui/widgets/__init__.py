"""What screens are made of: rows of text with roles, drawn line by line; nothing here knows a questionnaire's ids."""
