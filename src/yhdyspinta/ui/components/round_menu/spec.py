"""The pages on which staff work on one round, by the stages of the work: two rows, and folded on a phone.

`groups` are {text, href, current, pages}, `pages` {text, href, current}. `current` is "page" for the page that is shown,
"true" for what it belongs to, otherwise empty. `here` says the page in the fold's name.
"""

from yhdyspinta.ui.component import Spec

SPEC = Spec(required=("groups",), optional=("here", "public_href"), is_kept=True)
