"""Addresses of reports: public ones under the process, and those of the staff below the desk."""

from django.urls import path

from yhdyspinta.reports import practice_views, staff_views, views, yearly_views

app_name = "reports"
_PUBLIC = "processes/<slug:process>/report/<slug:activity>/"
_VERSION = f"{_PUBLIC}<int:version>/"
_STAFF = "desk/processes/<slug:process>/activities/<slug:activity>/report/"

urlpatterns = [
    path("results/<int:year>/", yearly_views.year, name="year"),
    path("results/<int:year>/rounds.csv", yearly_views.table, name="year_table"),
    path("results/<int:year>/figures.csv", yearly_views.figures, name="year_figures"),
    path("results/<int:year>/summary/<slug:file_language>/", yearly_views.file, name="year_file"),
    path(_PUBLIC, views.newest, name="newest"),
    path(f"{_PUBLIC}comments.csv", views.table, name="annex"),
    path(f"{_PUBLIC}practices/", practice_views.shown, name="practices"),
    path("processes/<slug:process>/practices/<int:practice>/", practice_views.file, name="practice_file"),
    path(f"{_VERSION}comments.csv", views.version_table, name="version_annex"),
    path(f"{_VERSION}comments.xlsx", views.version_workbook, name="version_annex_excel"),
    path(_VERSION, views.report, name="report"),
    path(f"{_VERSION}for/<slug:reader>/", views.reader, name="reader"),
    path(f"{_VERSION}<slug:kind>/<slug:file_language>/", views.file, name="file"),
    path(f"{_STAFF}practices/", practice_views.manage, name="manage_practices"),
    path(f"{_STAFF}practices/<int:practice>/", practice_views.edit, name="edit_practice"),
    path(f"{_STAFF}practices/<int:practice>/remove/", practice_views.remove, name="remove_practice"),
    path(_STAFF, staff_views.edit, name="edit"),
    path(f"{_STAFF}preview/", staff_views.preview, name="preview"),
    path(f"{_STAFF}agenda/", staff_views.hearing, name="hearing"),
    path(f"{_STAFF}agenda/<int:made>/<slug:file_language>/", staff_views.hearing_file, name="hearing_file"),
]
