"""Document -> Observations. Door: `minzheng.extract.observations.extract_observations`.

Its records (Quantity, Figure, Scope …) are dataclasses with slots, the fastest to make and to read, and not frozen, which
takes thrice as long; nobody changes one, `replace` makes another. Memory and Context, of which new ones are made all the
time, are made faster: the one a named tuple, given all its fields in order, the other copied with its dictionary.
"""
