"""`python -m qualcode` is the command `qualcode`."""

import signal
import sys


def main() -> int:
    """Run the command line; an interrupt is no failure even while the program is still being loaded."""
    try:
        from .cli.main import main as run
    except KeyboardInterrupt:
        sys.stderr.write("qualcode: Interrupted; nothing was begun.\n")
        return 130
    code = run()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is said and done: a second Ctrl-C changes nothing any more
    return code


if __name__ == "__main__":
    sys.exit(main())
