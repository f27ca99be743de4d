import type { RubricSettings } from "../rubrics.ts";
import { criterionOf as of } from "./criterion-of.ts";

/** Rubrics of the radio, of media literacy, and for pupils who are learning French. */
export const radioRubrics: readonly RubricSettings[] = [
  {
    title: "Métier de la radio",
    source: "Usages de l’antenne : accroche, adresse, reprise d’antenne, minutage.",
    criteria: [
      of("Accroche", [
        "Commence sans dire de quoi on parle",
        "Annonce le sujet",
        "Donne envie d’écouter",
        "Saisit dès la première phrase",
      ]),
      of(
        "Adresse",
        ["Lit pour soi", "Lève parfois la voix vers l’auditeur", "Parle à quelqu’un", "On se croit en face"],
        "liveliness",
      ),
      of("Reprise d’antenne", [
        "Laisse un blanc",
        "Reprend avec hésitation",
        "Reprend à temps",
        "Relie ce qui précède et ce qui suit",
      ]),
      of("Minutage", [
        "Très loin du temps prévu",
        "Déborde ou finit trop tôt",
        "À quelques secondes près",
        "À l’heure, en s’adaptant",
      ]),
    ],
  },
  {
    title: "Éducation aux médias",
    source: "EMI, socle commun : sources, faits et opinions, droits.",
    criteria: [
      of("Sources", ["N’en cite pas", "Dit « j’ai vu que »", "Cite ses sources", "Cite et compare ses sources"]),
      of("Faits et opinions", [
        "Les confond",
        "Les distingue si on l’aide",
        "Les distingue",
        "Dit ce qui est sûr et ce qui ne l’est pas",
      ]),
      of("Droits", [
        "Prend sans demander",
        "Sait qu’il faut demander",
        "Demande et nomme les auteurs",
        "Explique pourquoi aux autres",
      ]),
    ],
  },
  {
    title: "Français langue seconde, A1 à B2 : parler",
    source:
      "Cadre européen commun de référence, production orale (Conseil de l’Europe). Les quatre colonnes sont les niveaux A1, A2, B1 et B2.",
    criteria: [
      of("Parler en continu", [
        "A1 : mots et phrases simples sur soi",
        "A2 : suite de phrases sur son quotidien",
        "B1 : raconte, donne ses raisons",
        "B2 : développe un point de vue, pour et contre",
      ]),
      of("Étendue", [
        "A1 : mots isolés, formules",
        "A2 : phrases apprises, lacunes",
        "B1 : assez de mots, avec des détours",
        "B2 : assez de mots pour être précis",
      ]),
      of("Aisance", [
        "A1 : longues pauses",
        "A2 : pauses et faux départs",
        "B1 : pauses pour chercher ses mots",
        "B2 : rythme assez régulier",
      ]),
      of(
        "Prononciation",
        [
          "A1 : compréhensible avec effort",
          "A2 : assez claire, faire répéter",
          "B1 : claire, accent marqué",
          "B2 : claire et naturelle",
        ],
        "words",
      ),
    ],
  },
  {
    title: "Français langue seconde, A1 à B2 : échanger",
    source:
      "Cadre européen commun de référence, interaction orale (Conseil de l’Europe). Les quatre colonnes sont les niveaux A1, A2, B1 et B2.",
    criteria: [
      of("Répondre", [
        "A1 : si on répète lentement",
        "A2 : à des questions simples",
        "B1 : sur les sujets familiers",
        "B2 : spontanément",
      ]),
      of("Demander", [
        "A1 : un mot, un geste",
        "A2 : des questions toutes faites",
        "B1 : demande de préciser",
        "B2 : relance et fait préciser",
      ]),
      of("Prendre son tour", [
        "A1 : attend qu’on l’invite",
        "A2 : par de courts mots",
        "B1 : commence, tient, termine",
        "B2 : prend et donne la parole avec aisance",
      ]),
    ],
  },
];
