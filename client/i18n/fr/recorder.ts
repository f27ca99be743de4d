/** Words of a short recording of one’s own, wherever a page takes one. Adults: vous. */
export const recorder = {
  record: "Parler au micro",
  stop: "Arrêter",
  recorded: "{{ time }} sur {{ most }}",
  level: "Votre voix",
  levelIs: "Votre voix : {{ words }}",
  levelLow: "trop faible",
  levelGood: "bien",
  levelHigh: "trop forte",
  again: "Recommencer",
  chooseFile: "Choisir un son de cet appareil",
  noMicrophone: "Pas de microphone ici.",
  noMicrophoneHint: "Autorisez-le dans le navigateur, ou choisissez un son déjà enregistré.",
} as const;
