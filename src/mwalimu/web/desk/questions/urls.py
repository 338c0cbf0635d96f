"""/desk/forms/"""

from django.urls import path

from mwalimu.web.desk.questions import questions, sets

HERE = "forms/<str:code>/<int:number>/"
QUESTION = f"{HERE}questions/<uuid:uuid>/"

urlpatterns = [
    path("forms/", sets.question_sets, name="question_sets"),
    path("forms/new/", sets.new, name="question_set_new"),
    path(HERE, sets.edition, name="question_set"),
    path(f"{HERE}preview/", sets.preview, name="question_set_preview"),
    path(f"{HERE}edit/", sets.edit, name="question_set_edit"),
    path(f"{HERE}copy/", sets.copy, name="question_set_copy"),
    path(f"{HERE}draft/", sets.draft, name="question_set_draft"),
    path(f"{HERE}use/", sets.use, name="question_set_use"),
    path(f"{HERE}discard/", sets.discard, name="question_set_discard"),
    path(f"{HERE}questions/new/<str:kind>/", questions.new, name="question_new"),
    path(f"{QUESTION}edit/", questions.edit, name="question_edit"),
    path(f"{QUESTION}move/", questions.move, name="question_move"),
    path(f"{QUESTION}remove/", questions.remove, name="question_remove"),
]
