from mwalimu.web.public.figures.urls import urlpatterns as figures
from mwalimu.web.public.home.urls import urlpatterns as home
from mwalimu.web.public.pool.urls import urlpatterns as pool
from mwalimu.web.public.programmes.urls import urlpatterns as programmes

app_name = "public"
urlpatterns = [*home, *programmes, *figures, *pool]
