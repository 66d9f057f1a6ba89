"""The audit: all that needs more than Python and a Chromium, and so is no part of the tests."""
