from django.urls import path

from yhdyspinta.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/", views.cast, name="cast"),
    path("demo/sign-in/<str:token>/", views.sign_in, name="sign_in"),
]
