import sys

from yhdyspinta.cli.program import main

sys.exit(main())
