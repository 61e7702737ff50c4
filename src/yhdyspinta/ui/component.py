"""What a component is: a folder with a template, a spec of its attributes, and examples.

`ui/components/<name>/` holds `template.html`, `spec.py` (SPEC) and `examples.py`
(EXAMPLES: a name for each and the attributes). A component knows no model: it takes
plain values, escapes every text, and refuses what its spec does not name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from django.template import Context, Engine, TemplateSyntaxError
from django.template.base import Template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from yhdyspinta.ui.keeping import Shelf, frozen

FOLDER = Path(__file__).parent / "components"
KEPT: Final[Shelf[SafeString]] = Shelf(most=500, characters=1_000_000)


@dataclass(frozen=True)
class Spec:
    """Which attributes a component takes; `slots` are those that a block may fill with markup."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    prepare: Callable[[dict[str, Any]], Mapping[str, Any]] | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict)
    #: Whether the markup is kept for the next page that shows the very same: of frames and lists; not when a slot is filled.
    is_kept: bool = False

    @property
    def attributes(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)


def component_names() -> list[str]:
    """Every component, in alphabetical order."""
    return sorted(path.parent.name for path in FOLDER.glob("*/spec.py"))


@cache
def find_spec(name: str) -> Spec:
    """The spec of a component; a name that does not exist is an error in the template that asks."""
    folder = name.replace("-", "_")
    if not folder.isidentifier() or not (FOLDER / folder / "spec.py").is_file():
        raise TemplateSyntaxError(f"There is no component {name!r}.")
    spec: Spec = import_module(f"yhdyspinta.ui.components.{folder}.spec").SPEC
    return spec


@cache
def _find_template(name: str) -> Template:
    path = FOLDER / name.replace("-", "_") / "template.html"
    return Engine.get_default().from_string(path.read_text(encoding="utf-8").strip())


def check_attributes(name: str, given: set[str], *, complete: bool) -> None:
    """Refuse attributes that the component does not have, and (when `complete`) a missing required one."""
    spec = find_spec(name)
    unknown = given - {*spec.attributes, *spec.slots}
    if unknown:
        raise TemplateSyntaxError(f"Component {name!r} has no attribute {', '.join(sorted(unknown))}.")
    missing = set(spec.required) - given
    if complete and missing:
        raise TemplateSyntaxError(f"Component {name!r} needs {', '.join(sorted(missing))}.")


def render_component(name: str, /, **values: Any) -> SafeString:
    """The component's markup; texts are escaped unless they are already marked safe."""
    check_attributes(name, set(values), complete=True)
    spec = find_spec(name)
    if not spec.is_kept or any(values.get(slot) for slot in spec.slots):
        return _made(name, spec, values)
    key = (name, get_language(), frozen(values))
    markup = KEPT.get(key)
    if markup is None:
        markup = _made(name, spec, values)
        KEPT.put(key, markup)
    return markup


def _made(name: str, spec: Spec, values: dict[str, Any]) -> SafeString:
    context: dict[str, Any] = {**spec.defaults, **values}
    if spec.prepare:
        context.update(spec.prepare(context))
    return mark_safe(_find_template(name).render(Context(context)).strip())
