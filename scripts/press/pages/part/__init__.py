"""Pieces of views that pages share or are made of; each has its macro in `templates/part/`, if it is printed."""
