"""`make audit`: builds the site, serves it with nginx, and looks at it with everything that is not Python.

Each step is a module with `NEEDS`, the tools that it uses, and `run(site)`, which prints a table and says whether all
is well. A new step is one file here and one line in STEPS. `make audit STEPS='markup weights'` runs some of them.
"""

import shutil
import sys
import time

import building
from audit import (
    copied,
    deploy,
    documents,
    editor,
    engine,
    lighthouse,
    machine,
    markup,
    nginx,
    weights,
    workflows,
)
from audit.subject import Site

STEPS = {
    "markup": markup,
    "weights": weights,
    "deploy": deploy,
    "engine": engine,
    "copied": copied,
    "lighthouse": lighthouse,
    "documents": documents,
    "editor": editor,
    "workflows": workflows,
}
FOLDER = building.ROOT / "build/audit"


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in STEPS]
    if unknown:
        machine.say(f"no step is called {', '.join(unknown)}; there are {', '.join(STEPS)}")
        return 2
    chosen = {name: STEPS[name] for name in STEPS if name in names or not names}
    try:
        machine.bring(machine.NGINX, *{tool for step in chosen.values() for tool in step.NEEDS})
        machine.bring_modules()
        return audit(chosen)
    except machine.Missing as missing:
        machine.say(str(missing))
        return 2


def audit(chosen: dict) -> int:
    """Builds, serves, and runs the steps; 1 when one of them missed something."""
    folder = FOLDER / "site"
    shutil.rmtree(folder, ignore_errors=True)
    with nginx.serving(folder, FOLDER / "nginx", nginx.free_port()) as server:
        building.build(folder, server.address)
        site = Site(folder, server.address, server.sent)
        missed = []
        for name, step in chosen.items():
            began = time.monotonic()
            print(f"== {name}: {step.__doc__.splitlines()[0]}\n", flush=True)
            if not step.run(site):
                missed.append(name)
            print(f"{name}: {'MISSED' if name in missed else 'well'}, {time.monotonic() - began:.0f} s\n", flush=True)
    print("audit: " + (f"missed in {', '.join(missed)}" if missed else "all is well"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
