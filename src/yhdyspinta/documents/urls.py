from django.urls import path

from yhdyspinta.documents import file_views, import_views, section_views, staff_views, version_views, views

app_name = "documents"
_DESK = "desk/processes/<slug:process>/activities/<slug:activity>/documents/"
_DOCUMENT = f"{_DESK}<slug:document>/"
_SECTION = f"{_DOCUMENT}sections/<int:section>/"
urlpatterns = [
    path("processes/<slug:process>/files/<int:attachment>/", file_views.attachment, name="attachment"),
    path(
        "processes/<slug:process>/documents/<slug:activity>/<slug:document>/print/", views.print_document, name="print"
    ),
    path(_DESK, staff_views.documents, name="documents"),
    path(f"{_DESK}new-document/", staff_views.new_document, name="new_document"),
    path(_DOCUMENT, staff_views.document, name="document"),
    path(f"{_DOCUMENT}details/", staff_views.details, name="details"),
    path(f"{_DOCUMENT}move/", staff_views.move, name="move"),
    path(f"{_DOCUMENT}remove/", staff_views.remove, name="remove"),
    path(f"{_DOCUMENT}new-version/", version_views.new_version, name="new_version"),
    path(f"{_DOCUMENT}remove-draft/", version_views.remove_draft, name="remove_draft"),
    path(f"{_DOCUMENT}publish/", version_views.publish, name="publish"),
    path(f"{_DOCUMENT}versions/", version_views.versions, name="versions"),
    path(f"{_DOCUMENT}compare/", version_views.compare, name="compare"),
    path(f"{_DOCUMENT}print/", version_views.print_draft, name="print_draft"),
    path(f"{_DOCUMENT}attachments/", file_views.attachments, name="attachments"),
    path(f"{_DOCUMENT}attachments/<int:attachment>/remove/", file_views.remove, name="remove_attachment"),
    path(f"{_DOCUMENT}import/", import_views.bring_in, name="import"),
    path(f"{_DOCUMENT}import/<int:draft>/", import_views.approve, name="approve_import"),
    path(f"{_DOCUMENT}sections/new/", section_views.new_section, name="new_section"),
    path(_SECTION, section_views.section, name="section"),
    path(f"{_SECTION}save/", section_views.autosave, name="autosave"),
    path(f"{_SECTION}move/", section_views.move, name="move_section"),
    path(f"{_SECTION}join/", section_views.join, name="join_section"),
    path(f"{_SECTION}split/", section_views.split, name="split_section"),
    path(f"{_SECTION}remove/", section_views.remove, name="remove_section"),
]
