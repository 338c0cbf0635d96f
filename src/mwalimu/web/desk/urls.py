from mwalimu.web.desk.accreditation.urls import urlpatterns as accreditation
from mwalimu.web.desk.assignments.urls import urlpatterns as assignments
from mwalimu.web.desk.awards.urls import urlpatterns as awards
from mwalimu.web.desk.board.urls import urlpatterns as board
from mwalimu.web.desk.calls.urls import urlpatterns as calls
from mwalimu.web.desk.cohorts.urls import urlpatterns as cohorts
from mwalimu.web.desk.decisions.urls import urlpatterns as decisions
from mwalimu.web.desk.demos.urls import urlpatterns as demos
from mwalimu.web.desk.evaluations.urls import urlpatterns as evaluations
from mwalimu.web.desk.figures.urls import urlpatterns as figures
from mwalimu.web.desk.home.urls import urlpatterns as home
from mwalimu.web.desk.letters.urls import urlpatterns as letters
from mwalimu.web.desk.logistics.urls import urlpatterns as logistics
from mwalimu.web.desk.outputs.urls import urlpatterns as outputs
from mwalimu.web.desk.people.urls import urlpatterns as people
from mwalimu.web.desk.pool.urls import urlpatterns as pool
from mwalimu.web.desk.programmes.urls import urlpatterns as programmes
from mwalimu.web.desk.questions.urls import urlpatterns as questions
from mwalimu.web.desk.reminders.urls import urlpatterns as reminders
from mwalimu.web.desk.reports.urls import urlpatterns as reports
from mwalimu.web.desk.sessions.urls import urlpatterns as sessions
from mwalimu.web.desk.standards.urls import urlpatterns as standards
from mwalimu.web.desk.trainings.urls import urlpatterns as trainings

app_name = "desk"
urlpatterns = [
    *home,
    *reminders,
    *accreditation,
    *demos,
    *assignments,
    *board,
    *figures,
    *people,
    *programmes,
    *cohorts,
    *calls,
    *sessions,
    *evaluations,
    *trainings,
    *standards,
    *questions,
    *decisions,
    *awards,
    *pool,
    *letters,
    *logistics,
    *outputs,
    *reports,
    *people,
    *figures,
]
