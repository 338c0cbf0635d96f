"""Reading programmes and what took place in them."""
