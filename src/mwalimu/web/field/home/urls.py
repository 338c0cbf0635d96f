from django.urls import path

from mwalimu.web.field.home import views

urlpatterns = [path("", views.home, name="home")]
