from django.urls import path

from . import views

urlpatterns = [
    path("users/<int:id>", views.user),
    path("items", views.Items.as_view()),
]
