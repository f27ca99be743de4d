/** What admins are told when the station's daily backup does not do well. */
export const backup = {
  failed: "La sauvegarde de la station n’a pas pu se faire.",
  old: "La sauvegarde de la station n’est plus à jour.",
  lastMade: "Dernière sauvegarde entière : {{ moment }}.",
  neverMade: "Il n’y a encore aucune sauvegarde entière.",
  oldAdvice: "La machine était-elle éteinte ? Laissez-la allumée une heure, puis revenez voir.",
  busy: "Une autre sauvegarde était en cours. La station réessaie dans une heure.",
  place:
    "Le dossier de sauvegarde est absent ou protégé : vérifiez que le disque est branché, puis le réglage BACKUP_DIR. La station réessaie toutes les heures.",
  space:
    "Le dossier de sauvegarde est plein : faites-y de la place, ou gardez moins de sauvegardes (BACKUP_KEEP). La station réessaie toutes les heures.",
  damaged: "La base de la station est abîmée : ne l’effacez pas, et faites restaurer la dernière sauvegarde.",
  unforeseen: "La cause est dans le journal de la station, qui réessaie toutes les heures.",
} as const;
