"""Titles of synthetic courses, in the language in which they are given."""

TITLES = {
    ("HS", "en"): ("HS classification: General Rules", "HS classification of machinery",
                   "HS classification: foodstuffs and chemicals", "HS 2022 for declarants"),
    ("HS", "fr"): ("Classement dans le SH : règles générales", "Classement des machines",
                   "Classement dans le SH pour les déclarants"),
    ("HS", "pt"): ("Classificação pautal: Regras gerais", "Classificação de máquinas"),
    ("HS", "sw"): ("Uainishaji wa bidhaa kwa mfumo wa HS",),
    ("CV", "en"): ("Customs valuation: transaction value", "Customs valuation: royalties",
                   "Customs valuation: methods 2 to 6", "Valuation control at clearance"),
    ("CV", "fr"): ("Évaluation en douane : valeur transactionnelle",
                   "Évaluation en douane : méthodes 2 à 6", "Évaluation en douane : redevances"),
    ("CV", "pt"): ("Valor aduaneiro: valor de transação", "Valor aduaneiro: métodos 2 a 6"),
    ("CV", "sw"): ("Uthamini wa forodha: thamani ya miamala",),
    ("PCA", "en"): ("Post Clearance Audit: planning", "Post Clearance Audit: field audit",
                    "Reading company accounts for PCA"),
    ("PCA", "fr"): ("Contrôle a posteriori : préparation", "Contrôle a posteriori sur place"),
    ("PCA", "sw"): ("Ukaguzi baada ya uondoshaji: maandalizi",),
    ("RM", "en"): ("Risk Management: profiling and targeting", "Intelligence Analysis",
                   "Post-seizure analysis", "Risk Management at the border post"),
    ("RM", "fr"): ("Gestion des risques : profilage et ciblage",
                   "Analyse du renseignement", "Analyse post-saisie"),
    ("RM", "sw"): ("Usimamizi wa vihatarishi mpakani",),
    ("ROO", "en"): ("AfCFTA Rules of Origin: the criteria", "Proof of origin in the AfCFTA",
                    "Verifying originating status"),
    ("ROO", "fr"): ("Règles d’origine de la ZLECAf : critères",
                    "Preuve de l’origine dans la ZLECAf", "Vérification de l’origine"),
    ("ROO", "pt"): ("Regras de origem da ZCLCA: critérios", "Prova de origem na ZCLCA"),
    ("GEOINT", "en"): ("Geospatial intelligence at the border",),
    ("GEOINT", "fr"): ("Renseignement géospatial à la frontière",),
}  # fmt: skip


def title_for(topics: tuple[str, ...], language: str, number: int) -> str:
    """A title for the course; one on several topics names the first of each."""
    parts = []
    for topic in topics:
        choices = TITLES.get((topic, language)) or TITLES[(topic, "en")]
        parts.append(choices[number % len(choices)])
    return " / ".join(parts)
