"""/master-trainers/"""

from django.urls import path

from mwalimu.web.public.pool import views

urlpatterns = [path("master-trainers/", views.pool, name="pool")]
