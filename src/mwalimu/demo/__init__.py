"""The demo: the real programme, and labelled synthetic people and trainings."""
