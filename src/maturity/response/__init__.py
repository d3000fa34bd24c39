"""Responses: the model, the file, the folder of them, the register of authorities."""
