"""The pool of Master Trainers: search, one trainer, floors."""
