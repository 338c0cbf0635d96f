"""The tests mirror src; engine tests need no database; journeys run in a browser."""
