"""Addresses within an authority."""

from django.urls import URLPattern

app_name = "material"
urlpatterns: list[URLPattern] = []
