import type { FormWords } from "./form-words.ts";

/** French. */
export const fr: FormWords = {
  name: "Français",
  direction: "ltr",
  title: "Autorisation d’enregistrer et de diffuser la voix",
  from: "{{ school }}, {{ classroom }} : {{ radio }}",
  purposeTitle: "Pourquoi",
  purpose:
    "La classe fait de la radio pour apprendre à parler, à écouter et à raconter. Pour cela, l’école enregistre des voix et les fait entendre à celles et ceux que vous choisissez.",
  supportsTitle: "Où la voix peut être entendue",
  supports: [
    "L’émission en direct et ses épisodes, sur la page de la radio.",
    "Le podcast de la classe, dans les applications d’écoute.",
    "Les enregistrements restent sur la machine de l’école. Aucun nom de famille n’y est gardé.",
  ],
  durationTitle: "Jusqu’à quand",
  duration:
    "Votre réponse vaut jusqu’au {{ end }}. Sans nouvelle réponse, la voix n’est ensuite plus enregistrée ni diffusée.",
  rightsTitle: "Vos droits",
  rights: [
    "Vous pouvez changer d’avis à tout moment, sans donner de raison : dites-le à la classe. La voix est alors retirée de ce qui est publié.",
    "Vous pouvez demander à l’école, responsable de ces données, d’écouter, de recevoir ou d’effacer ce qu’elle garde de votre enfant. En cas de désaccord, vous pouvez écrire à la CNIL (www.cnil.fr).",
    "Refuser ne change rien pour votre enfant, qui participe à la radio autrement.",
  ],
  child: "Prénom de l’élève",
  choiceTitle: "La voix de mon enfant peut être entendue par (cochez une case)",
  choices: {
    none: "Personne : sa voix n’est pas enregistrée.",
    class: "La classe : élèves et enseignants de cette classe.",
    family: "Les familles de la classe, par leur lien privé.",
    public: "Tout le monde : la page ouverte de la radio et son podcast.",
  },
  nameAllowed: "Le prénom de mon enfant peut être cité avec les émissions où l’on entend sa voix.",
  childAgrees: "Mon enfant est d’accord.",
  signedBy: "Nom et qualité (mère, père, responsable légal)",
  date: "Date",
  signature: "Signature",
  slip: {
    title: "La radio de la classe, chez vous",
    opens: "Ce lien ouvre le direct, les épisodes et l’abonnement de la radio de votre enfant. Rien d’autre.",
    how: "Scannez avec l’appareil photo du téléphone. Pas de compte à créer.",
    secret: "Privé : pour votre famille seulement. Feuillet perdu ? La classe peut changer le lien.",
  },
};
