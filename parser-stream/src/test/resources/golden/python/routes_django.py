from django.contrib import admin
from django.urls import include, path, re_path

from . import views
from .views import home

# The routes of a module; a pattern takes any method.
urlpatterns = [
    path("", home, name="home"),
    path("users/<int:id>/", views.user),
    # A class makes the view.
    path("items/", views.Items.as_view()),
    # A regular expression without its first and last sign.
    re_path(r"^years/(?P<year>[0-9]{4})/$", views.year),
    # What a wrapper is given is the view.
    path("cached/", cache_page(60)(views.cached)),
    path("private/", login_required(views.private)),
    # Routes of another module are not made here.
    path("shop/", include("shop.urls")),
    path("admin/", admin.site.urls),
    # The prefix of a list stands before its paths.
    path(
        "blog/",
        include(
            [
                path("<slug:slug>/", views.post),
                path("feed/", include(([path("rss/", views.rss)], "feed"))),
            ]
        ),
    ),
]

urlpatterns += [path("more/", views.more)]

# Not of Django.
others = [path("x/", home)]
file = path("a", "b")
