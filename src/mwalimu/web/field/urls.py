from mwalimu.web.field.assignments.urls import urlpatterns as assignments
from mwalimu.web.field.evaluations.urls import urlpatterns as evaluations
from mwalimu.web.field.home.urls import urlpatterns as home
from mwalimu.web.field.missions.urls import urlpatterns as missions
from mwalimu.web.field.path.urls import urlpatterns as path
from mwalimu.web.field.profile.urls import urlpatterns as profile
from mwalimu.web.field.scoring.urls import urlpatterns as scoring
from mwalimu.web.field.sessions.urls import urlpatterns as sessions
from mwalimu.web.field.trainings.urls import urlpatterns as trainings

app_name = "field"
urlpatterns = [
    *home,
    *scoring,
    *missions,
    *assignments,
    *path,
    *sessions,
    *evaluations,
    *trainings,
    *path,
    *profile,
]
