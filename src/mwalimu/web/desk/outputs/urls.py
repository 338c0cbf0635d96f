"""/desk/sessions/.../outputs/ and /desk/cohorts/.../work-plan/"""

from django.urls import path

from mwalimu.web.desk.outputs import files, pages, tasks, writing

HERE = "sessions/<uuid:uuid>/outputs/"
COHORT = "cohorts/<str:code>/work-plan"

urlpatterns = [
    path(HERE, pages.outputs, name="session_outputs"),
    path(f"{HERE}issues/new/", writing.issues_new, name="issues_new"),
    path(f"{HERE}issues/<uuid:issue>/", writing.issue_edit, name="issue_edit"),
    path(f"{HERE}needs/new/", writing.needs_new, name="needs_new"),
    path(f"{HERE}needs/<uuid:need>/", writing.need_edit, name="need_edit"),
    path(f"{HERE}tasks/new/", tasks.task_new, name="task_new"),
    path(f"{HERE}tasks/<uuid:task>/", tasks.task, name="task"),
    path(f"{HERE}tasks/<uuid:task>/edit/", tasks.task_edit, name="task_edit"),
    path(f"{HERE}outputs.docx", files.word, name="session_outputs_word"),
    path(f"{HERE}work-plan.csv", files.plan, name="session_plan_file"),
    path(f"{COHORT}/", pages.work_plan, name="cohort_work_plan"),
    path(f"{COHORT}.csv", files.cohort_plan, name="cohort_plan_file"),
]
