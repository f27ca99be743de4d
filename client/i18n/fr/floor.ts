/** Words of who is where: coulisses, floor, raised hands, the lent desk, talkback, tables of one room. Adults: vous. Pupils: tu. */
export const floor = {
  backstage: "Coulisses",
  onTheFloor: "Sur le plateau",
  nobodyBackstage: "Personne n’attend. Montrez le code : les élèves arrivent ici.",
  nobodyOnTheFloor: "Faites entrer un élève pour ouvrir son micro.",
  handUp: "lève la main",
  bringIn: "Faire entrer",
  bringInOf: "Faire entrer {{ name }}",
  sendBackOf: "Renvoyer {{ name }} en coulisses",
} as const;
