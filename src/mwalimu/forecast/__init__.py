"""What the cascade will reach. Empty until forecasting is built."""
