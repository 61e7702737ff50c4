"""Addresses within an authority."""

from django.urls import path

from yhdyspinta.material import (
    change_views,
    comment_views,
    comparing_views,
    language_views,
    similar_views,
    suggestion_views,
    table_views,
    theme_views,
    translation_views,
)

app_name = "material"
_ROUND = "desk/processes/<slug:process>/activities/<slug:activity>/material/"

urlpatterns = [
    path(_ROUND, table_views.table, name="table"),
    path(f"{_ROUND}change/", change_views.change, name="change"),
    path(f"{_ROUND}undo/", change_views.undo, name="undo"),
    path(f"{_ROUND}views/", table_views.save_view, name="save_view"),
    path(f"{_ROUND}views/<int:view>/remove/", table_views.remove_view, name="remove_view"),
    path(f"{_ROUND}download/", table_views.download, name="download"),
    path(f"{_ROUND}themes/", theme_views.list_themes, name="themes"),
    path(f"{_ROUND}themes/suggest/", suggestion_views.suggest, name="suggest"),
    path(f"{_ROUND}themes/<int:theme>/", theme_views.theme, name="theme"),
    path(f"{_ROUND}suggestions/<int:suggestion>/", suggestion_views.suggestion, name="suggestion"),
    path(f"{_ROUND}comments/<int:number>/", comment_views.comment, name="comment"),
    path(f"{_ROUND}comments/<int:number>/language/", language_views.language, name="language"),
    path(f"{_ROUND}comments/<int:number>/mark/", comment_views.mark, name="mark"),
    path(f"{_ROUND}comments/<int:number>/note/", comment_views.note, name="note"),
    path(
        f"{_ROUND}comments/<int:number>/translations/<slug:language_tag>/",
        translation_views.translation,
        name="translation",
    ),
    path(
        f"{_ROUND}comments/<int:number>/translations/<slug:language_tag>/remove/",
        translation_views.remove,
        name="remove_translation",
    ),
    path(f"{_ROUND}notes/<int:note>/remove/", comment_views.remove_note, name="remove_note"),
    path(f"{_ROUND}similar/", similar_views.similar, name="similar"),
    path(f"{_ROUND}similar/<int:number>/", similar_views.bunch, name="bunch"),
    path(f"{_ROUND}similar/<int:number>/apart/", similar_views.apart, name="apart"),
    path(f"{_ROUND}compare/", comparing_views.compare, name="compare"),
    path(f"{_ROUND}compare.csv", comparing_views.file, name="compare_file"),
]
