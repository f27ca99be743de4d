/** Words of the list of all radios that are for everybody. Adults: vous. */
export const radios = {
  title: "Toutes les radios",
  hint: "Les radios des écoles qui sont ouvertes à tous.",
  label: "Chercher une radio, une école, une ville",
  search: "Chercher",
  ways: "Suivre ces radios",
  feed: "Un seul podcast pour toutes",
  outline: "Liste pour applications (OPML)",
  newest: "Derniers épisodes",
  none: "Pas encore de radio ouverte à tous",
  noneHint: "Elles apparaîtront ici. Une famille écoute la sienne par son lien privé.",
  noneFound: "Aucune radio pour « {{ query }} »",
  noneFoundHint: "Essayez un autre mot, ou le nom de la ville.",
} as const;
