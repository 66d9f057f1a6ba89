"""press prints *Claim by Claim*: it turns the records under `data/` into the pages of the site."""
