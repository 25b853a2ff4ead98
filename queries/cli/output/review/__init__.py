"""`linkage review` on a terminal: what it shows, and the keys it takes. What is asked and recorded is the desk's.

screen   a question as a person reads it
keys     one key press, of any keyboard
session  from question to question
"""
