from django.urls import path

from mwalimu.web.public.home import views

urlpatterns = [path("", views.home, name="home")]
