/** Words for the teacher who looks after private subscriptions. */
export const subscriptions = {
  title: "Abonnements privés",
  ofFamiliesHint:
    "Antenne ne sait ni qui écoute, ni combien de fois. Chaque famille gère ses adresses sur la page de son lien.",
  stopFamilies: "Arrêter celles des familles",
  stopFamiliesTitle: "Arrêter toutes les adresses des familles ?",
  stopFamiliesText:
    "À faire si une adresse a été partagée trop loin. Toutes les applications des familles s’arrêtent ; chaque famille en refait une sur sa page. Les feuillets restent bons.",
  classTitle: "La classe et vous",
  classHint:
    "Une adresse fait entendre toutes les chaînes de la classe, dans une application. La vôtre s’arrête quand vous quittez la classe.",
  whose: "Pour qui ?",
  forClass: "Les appareils de la classe",
  forMe: "Moi",
  ofClass: "La classe",
  mine: "Vous",
  secret: "Cette adresse est privée : qui l’a entend toutes les chaînes de la classe.",
  ofFamilies: {
    one: "{{ count }} adresse de famille est utilisée.",
    other: "{{ count }} adresses de familles sont utilisées.",
  },
} as const;
