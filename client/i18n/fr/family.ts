/** Words of the families' page: what their private link opens, the PIN, the voice of each child. Adults: vous. */
export const family = {
  title: "La radio avec {{ names }}",
  listenLive: "Écouter le direct",
  open: "Ouvrir la radio",
  latest: "Derniers épisodes",
  noChannel: "Pas encore de radio pour les familles",
  noChannelHint: "La classe ne l’a pas encore ouverte. Gardez votre feuillet : elle apparaîtra ici.",
  promise:
    "Page privée : ce lien est pour votre famille, ne le partagez pas. Rien ne vous suit ici. Pas de compte, pas de publicité.",
  opening: "Votre lien s’ouvre…",
  noLink: "Scannez votre feuillet",
  noLinkHint:
    "Cette page s’ouvre avec le lien privé que la classe vous a donné sur papier. Sans feuillet, demandez-en un à la classe.",
  pinTitle: "Le code de la famille",
  pin: "Quatre chiffres",
  pinHint: "La classe vous les a dits. Ils ne sont pas sur le feuillet.",
  pinGo: "Ouvrir",
  myRadios: "Nos radios",
  leave: "Oublier cet appareil",
  leaveHint: "Pour revenir, scannez de nouveau le feuillet.",
} as const;
