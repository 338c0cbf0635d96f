from django.urls import path

from mwalimu.web.desk.home import views

urlpatterns = [path("", views.home, name="home")]
