/** Words of the cards of extracts, licence and other radios. */
export const soundbites = {
  title: "Extraits",
  hint: "Un extrait de {{ shortest }} à {{ longest }} secondes donne envie d’écouter. Il se joue et se partage à part.",
  add: "Marquer un extrait",
  name: "Titre de l’extrait",
  nameHint: "Il est public avec l’épisode. Sans nom de famille.",
  start: "Début",
  end: "Fin",
  startHere: "Commence au point d’écoute",
  endHere: "Finit au point d’écoute",
  listen: "Écouter depuis le début de l’extrait",
  lasts: "Durée : {{ seconds }} s",
  bad: "Un extrait dure de {{ shortest }} à {{ longest }} secondes, et ses temps s’écrivent comme 2:40.",
  remove: "Retirer l’extrait {{ title }}",
  lost: "Extrait retiré : {{ titles }}",
  lostHint: "L’épisode a été fabriqué à nouveau et ce passage n’y est plus. Vous pouvez en marquer un autre.",
  seen: "C’est compris",
  licence: "Licence",
  licenceHint: "Personne ne peut réutiliser le son sans l’accord de l’école. Les auditeurs le lisent sous l’épisode.",
  licenceFree:
    "Toute personne peut réutiliser les voix des élèves selon cette licence, pour toujours : demandez l’accord des familles.",
  licenceAsChannel: "Comme la radio : {{ licence }}",
  licenceTerms: "Ce que {{ licence }} permet",
  sistersHint:
    "Les auditeurs voient ces radios sur la page et dans leur application. Seules des radios ouvertes à tous peuvent être nommées.",
  sistersNone: "Aucune autre radio de la station n’est ouverte à tous pour l’instant.",
} as const;
