"""Question sets in editions, when they are answered, and the answers.

An answer knows no person. Who has answered is kept apart, as a receipt, so that nobody
answers twice; nothing joins a receipt to an answer. What a round of answers is about
(a session, later a training) is known by the package above that opened it.
"""
