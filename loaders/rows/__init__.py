"""From a row and a mapping to mentions and claims.

cells     what a cell says, and on whose word
dates     the dates of a row, held against their second form
citing    the sources that cells name
harvest   one row, whole
"""
