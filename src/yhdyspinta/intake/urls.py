"""Addresses of intake: below the desk, and the paper form for everybody."""

from django.urls import path

from yhdyspinta.intake import (
    batch_views,
    check_views,
    earlier_views,
    entering_views,
    link_views,
    note_views,
    paper_views,
    table_views,
    upload_views,
    views,
)

app_name = "intake"
_ROUND = "desk/processes/<slug:process>/activities/<slug:activity>/intake/"
urlpatterns = [
    path(f"{_ROUND}events/", note_views.begin_event, name="begin_event"),
    path(f"{_ROUND}events/<int:batch>/", note_views.notes, name="notes"),
    path(f"{_ROUND}events/<int:batch>/finish/", note_views.finish_event, name="finish_event"),
    path(f"{_ROUND}events/<int:batch>/waiting/", link_views.waiting_notes, name="waiting_notes"),
    path(f"{_ROUND}events/<int:batch>/tables/", link_views.table_links, name="table_links"),
    path(f"{_ROUND}events/<int:batch>/tables/sheets/", link_views.table_sheets, name="table_sheets"),
    path(f"{_ROUND}events/<int:batch>/tables/<int:link>/end/", link_views.end_table_link, name="end_table_link"),
    path("tables/<str:token>/", table_views.table, name="table"),
    path(f"{_ROUND}paper/", paper_views.paper, name="paper"),
    path("processes/<slug:process>/activities/<slug:activity>/paper-form/", paper_views.paper_form, name="paper_form"),
    path(f"{_ROUND}files/", upload_views.uploads, name="uploads"),
    path(f"{_ROUND}files/template.xlsx", upload_views.template, name="template"),
    path(f"{_ROUND}files/<int:upload>/", upload_views.upload, name="upload"),
    path(f"{_ROUND}files/<int:upload>/mistakes.csv", upload_views.mistakes, name="upload_mistakes"),
    path(f"{_ROUND}files/<int:upload>/import/", upload_views.import_file, name="upload_import"),
    path(f"{_ROUND}files/<int:upload>/discard/", upload_views.discard, name="upload_discard"),
    path(f"{_ROUND}earlier/", earlier_views.earlier, name="earlier"),
    path(f"{_ROUND}earlier/<int:upload>/", earlier_views.earlier_file, name="earlier_file"),
    path(f"{_ROUND}earlier/<int:upload>/columns/", earlier_views.mapping, name="mapping"),
    path(f"{_ROUND}earlier/<int:upload>/mistakes.csv", earlier_views.earlier_mistakes, name="earlier_mistakes"),
    path(f"{_ROUND}earlier/<int:upload>/import/", earlier_views.earlier_import, name="earlier_import"),
    path(f"{_ROUND}earlier/<int:upload>/discard/", earlier_views.earlier_discard, name="earlier_discard"),
    path(f"{_ROUND}channels/", batch_views.channels, name="channels"),
    path(f"{_ROUND}piles/", batch_views.begin_pile, name="begin_pile"),
    path(f"{_ROUND}piles/<int:batch>/", batch_views.pile, name="pile"),
    path(f"{_ROUND}piles/<int:batch>/finish/", batch_views.finish, name="finish"),
    path(f"{_ROUND}piles/<int:batch>/check/", check_views.check, name="check"),
    path(f"{_ROUND}piles/<int:batch>/check/<int:number>/", check_views.check_sheet, name="check_sheet"),
    path("desk/processes/<slug:process>/activities/<slug:activity>/intake/", entering_views.enter, name="enter"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/", views.entered, name="entered"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/add/", entering_views.add, name="add"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/comments/<int:number>/", views.edit, name="edit"),
    path(
        "desk/processes/<slug:process>/intake/<int:receipt>/comments/<int:number>/withdraw/",
        views.withdraw,
        name="withdraw",
    ),
    path("desk/intake/find/", views.find, name="find"),
    path("desk/intake/letters/", views.letters, name="letters"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/letter/", views.letter, name="letter"),
    path("desk/processes/<slug:process>/intake/<int:receipt>/told/", views.told, name="told"),
]
