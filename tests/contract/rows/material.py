"""Who gets in where: addresses of material."""

from tests.contract.kind_sets import ANSWERERS, NO_PAGE, TEAM, WHO_NOTED, Rows

ROWS: Rows = {
    "material:apart": (NO_PAGE, ANSWERERS),
    "material:bunch": (TEAM, NO_PAGE),
    "material:change": (NO_PAGE, ANSWERERS),
    "material:comment": (TEAM, NO_PAGE),
    "material:compare": (TEAM, NO_PAGE),
    "material:compare_file": (TEAM, NO_PAGE),
    "material:download": (NO_PAGE, TEAM),
    "material:language": (ANSWERERS, ANSWERERS),
    "material:mark": (NO_PAGE, ANSWERERS),
    "material:note": (NO_PAGE, ANSWERERS),
    "material:remove_note": (NO_PAGE, WHO_NOTED),
    "material:remove_translation": (ANSWERERS, ANSWERERS),
    "material:remove_view": (NO_PAGE, ANSWERERS),  # a shared view whose keeper is gone
    "material:save_view": (NO_PAGE, TEAM),
    "material:similar": (TEAM, NO_PAGE),
    "material:suggest": (NO_PAGE, ANSWERERS),
    "material:suggestion": (ANSWERERS, ANSWERERS),
    "material:table": (TEAM, NO_PAGE),
    "material:theme": (ANSWERERS, ANSWERERS),
    "material:themes": (TEAM, ANSWERERS),
    "material:translation": (ANSWERERS, ANSWERERS),
    "material:undo": (NO_PAGE, ANSWERERS),
}
