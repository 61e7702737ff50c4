"""Addresses of signing in that are ours beside allauth's: the second factor and identification."""

from django.urls import path

from yhdyspinta.people import account_views

app_name = "sign_in"

urlpatterns = [
    path("second-factor/", account_views.second_factor, name="second_factor"),
    path("identify/", account_views.identify_resident, name="identify"),
    path("identify/back/", account_views.back_resident, name="identify_back"),
    path("staff/", account_views.identify_staff, name="staff"),
    path("staff/back/", account_views.back_staff, name="staff_back"),
]
