"""`python -m qualcode` is the command `qualcode`."""

import sys


def main() -> int:
    """Run the command line; an interrupt is no failure even while the program is still being loaded."""
    try:
        from .cli.main import main as run
        from .cli.stopping import nothing_left
    except KeyboardInterrupt:
        sys.stderr.write("qualcode: Interrupted; nothing was begun.\n")
        return 130
    code = run(alone=True)
    nothing_left()
    return code


if __name__ == "__main__":
    sys.exit(main())
