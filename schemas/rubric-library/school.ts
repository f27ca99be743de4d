import type { RubricSettings } from "../rubrics.ts";
import { criterionOf as of } from "./criterion-of.ts";

/** Rubrics after the programmes of the French cycles 2 to 4, and of the Grand oral. */
export const schoolRubrics: readonly RubricSettings[] = [
  {
    title: "Dire et lire à voix haute",
    source:
      "Cycle 3, programme de français : parler en prenant en compte son auditoire (articulation, débit, volume, ton, souffle).",
    criteria: [
      of(
        "On comprend tous les mots",
        ["Des mots entiers se perdent", "On devine certains mots", "On comprend presque tout", "Chaque mot s’entend"],
        "words",
      ),
      of(
        "S’arrête aux points et aux virgules",
        [
          "Enchaîne sans s’arrêter",
          "S’arrête, pas toujours au bon endroit",
          "S’arrête aux points",
          "Respire avec le texte",
        ],
        "stops",
      ),
      of(
        "La voix est vivante",
        [
          "Toujours sur la même note",
          "Bouge un peu",
          "Monte et descend avec le sens",
          "On devine qui parle et ce qu’il ressent",
        ],
        "liveliness",
      ),
      of(
        "Parle assez fort, sans crier",
        [
          "On tend l’oreille, ou ça crie",
          "Baisse en fin de phrase",
          "S’entend bien",
          "S’entend bien et varie à propos",
        ],
        "loudness",
      ),
    ],
  },
  {
    title: "Oral, cycle 2",
    source:
      "Cycle 2, programme de français : écouter ; dire pour être entendu et compris ; participer à des échanges ; distance critique.",
    criteria: [
      of("Écoute", [
        "Se laisse distraire",
        "Écoute si on le lui rappelle",
        "Écoute jusqu’au bout",
        "Reprend ce qui a été dit",
      ]),
      of(
        "Dit pour être entendu et compris",
        [
          "Quelques mots, à voix basse",
          "Des phrases, parfois perdues",
          "On entend et on comprend",
          "Regarde, attend, s’adresse à ceux qui écoutent",
        ],
        "words",
      ),
      of("Participe à l’échange", [
        "Ne prend pas la parole",
        "Répond si on lui demande",
        "Prend la parole à son tour",
        "Répond à ce que l’autre vient de dire",
      ]),
      of("Revient sur ce qu’il a dit", [
        "Ne sait pas encore",
        "Dit si c’était bien ou non",
        "Dit ce qui a marché",
        "Dit quoi changer, et le change",
      ]),
    ],
  },
  {
    title: "Exposé et échange, cycle 4",
    source:
      "Cycle 4, programme de français : s’exprimer devant un auditoire 5 à 10 minutes ; échanges constructifs ; ressources expressives de la parole.",
    criteria: [
      of("Tient la parole", [
        "Moins d’une minute, ou lit tout",
        "Avec de longs arrêts",
        "Cinq minutes avec des notes",
        "Cinq à dix minutes, presque sans notes",
      ]),
      of("Ordonne son propos", [
        "On ne suit pas",
        "Un début, puis des idées en vrac",
        "Début, étapes, fin",
        "Annonce, relie et conclut",
      ]),
      of(
        "Joue de sa voix",
        [
          "Monocorde ou précipité",
          "Quelques nuances",
          "Débit et ton au service du sens",
          "Silences et accents choisis",
        ],
        "liveliness",
      ),
      of("Échange", [
        "Ne répond pas",
        "Répond à côté",
        "Répond et questionne",
        "S’appuie sur l’autre pour aller plus loin",
      ]),
    ],
  },
  {
    title: "Grand oral",
    source: "Baccalauréat, épreuve orale terminale, grille indicative (BO spécial n° 2 du 13 février 2020).",
    criteria: [
      of(
        "Qualité orale",
        [
          "Difficilement audible, sans variété",
          "Audible, mais débit hésitant",
          "Claire, quelques variations",
          "Claire, fluide, variée ; garde l’attention",
        ],
        "loudness",
      ),
      of("Parole en continu", [
        "Énoncés courts, ponctués de pauses",
        "Discours assez clair, vocabulaire limité",
        "Discours articulé et pertinent",
        "Discours fluide, précis, phrases riches",
      ]),
      of("Connaissances", [
        "Imprécises, on ne peut y répondre",
        "Réelles mais fragiles",
        "Précises, mobilisées si on y invite",
        "Maîtrisées, mobilisées à propos",
      ]),
      of("Interaction", [
        "Réponses courtes ou rares",
        "Réagit avec hésitation",
        "Répond, contribue, se reprend",
        "S’engage, prend l’initiative, reformule",
      ]),
      of("Argumentation", [
        "Pas d’argument construit",
        "Début de démonstration",
        "Démonstration construite, illustrée",
        "Démonstration maîtrisée, choix personnels",
      ]),
    ],
  },
  {
    title: "Fluence et expression (EMDF)",
    source:
      "Échelle multidimensionnelle de fluence, adaptation française : à partir du CM2, elle ne distingue plus guère les bons lecteurs.",
    criteria: [
      of("Décodage", [
        "Bute sur beaucoup de mots",
        "Bute souvent, se reprend parfois",
        "Bute rarement",
        "Lit tout juste, sans effort",
      ]),
      of("Vitesse", [
        "Très lente, mot à mot",
        "Lente ou irrégulière",
        "Allure inégale mais proche de la parole",
        "Allure de la parole",
      ]),
      of(
        "Phrasé",
        ["Mot à mot", "Par deux ou trois mots", "Par groupes, quelques arrêts mal placés", "Par groupes de sens"],
        "stops",
      ),
      of(
        "Expressivité",
        ["Aucune", "Un peu, par moments", "Souvent, adaptée", "Constante, adaptée au sens"],
        "liveliness",
      ),
    ],
  },
];
