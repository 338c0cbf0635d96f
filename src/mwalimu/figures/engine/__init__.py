"""Counting without a database: contributions, cuts, intervals, suppression.

`indicators` and `dimensions` declare what can be asked; `facts` says what a training
contributes; `cuboids` and `tallies` roll it up; `suppression` hides small groups;
`grammar` reads what somebody asks for.
"""
