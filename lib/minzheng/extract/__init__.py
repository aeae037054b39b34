"""Document -> Observations. Door: `minzheng.extract.observations.extract_observations`.

Its records (Quantity, Figure, Scope …) are dataclasses with slots, the fastest to make and to read, and not frozen, which
takes thrice as long; nobody changes one, `replace` makes another. Memory and Context, of which new ones are made all the
time, are named tuples: those have the faster `_replace`.
"""
