"""The sources' addresses, asked politely and never in a build: `press links` alone comes here."""

from press.asking.client import Client
from press.asking.found import Found
from press.asking.rounds import ask_all
from press.asking.visitor import Visitor

__all__ = ["Client", "Found", "Visitor", "ask_all"]
