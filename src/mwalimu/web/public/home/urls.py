from django.urls import path

from mwalimu.web.public.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("about-the-demo/", views.about_demo, name="about_demo"),
]
