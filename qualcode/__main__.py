"""`python -m qualcode` is the command `qualcode`."""

import sys

from .cli.main import main

if __name__ == "__main__":
    sys.exit(main())
