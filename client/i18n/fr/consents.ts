/** Words of the admins' page about how far the voices of their school may go. */
export const consents = {
  title: "Autorisations",
  hint: "Jusqu’où vont les voix de chaque classe, et ce qui finit dans les {{ days }} jours.",
  export: "Exporter en CSV",
  unanswered: "Sans réponse",
  expired: "Échues",
  none: "Ne pas diffuser",
  class: "La classe",
  family: "Les familles",
  public: "Tout le monde",
  ending: "Finissent bientôt",
  touched: "Épisodes touchés",
  nothingTouched: "Aucun épisode n’est touché",
  nothingTouchedHint: "Aucune autorisation d’une voix entendue ne finit bientôt, et aucune n’est trop étroite.",
  episode: "Épisode",
  why: "Pourquoi",
  published: "Publié",
  touchedShows: "Émissions prévues touchées",
  noShowTouched: "Aucune émission prévue n’est touchée",
  noShowTouchedHint:
    "Toutes les voix des conducteurs peuvent aller aussi loin que leur radio, jusqu’au jour de l’émission.",
  show: "Émission",
  undated: "Sans date",
  endingBefore: {
    one: "Une autorisation finit le {{ day }}, avant l’émission.",
    other: "{{ count }} autorisations finissent avant l’émission, la première le {{ day }}.",
  },
  endingVoices: {
    one: "Une autorisation finit le {{ day }}.",
    other: "{{ count }} autorisations finissent, la première le {{ day }}.",
  },
  narrowVoices: {
    one: "Une voix ne peut pas aller aussi loin que la radio.",
    other: "{{ count }} voix ne peuvent pas aller aussi loin que la radio.",
  },
} as const;
