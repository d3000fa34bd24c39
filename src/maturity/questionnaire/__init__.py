"""What is asked: the questionnaire as data, read, checked, and tested by cases."""
