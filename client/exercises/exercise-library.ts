import type { Grade, ExerciseKind } from "../../schemas/exercises.ts";

/** One of the station's own exercises: a copy of it is set, and may be changed. */
export type LibraryExercise = {
  kind: ExerciseKind;
  grade: Grade;
  title: string;
  instructions: string;
  text?: string;
  plan?: readonly string[];
  targetSeconds?: number;
};

const read = "Lis à voix haute, comme à la radio : on doit tout comprendre sans voir le texte.";
const say = "Dis ce poème par cœur, ou en le lisant. Pense à la musique des mots.";

/** Exercises in French, from the first readers on: texts written for the station, and poems whose authors died long ago. */
export const exerciseLibrary: readonly LibraryExercise[] = [
  {
    ...{ kind: "readAloud", grade: "cp", title: "Le chat de Lila", instructions: read },
    text: "Lila a un petit chat gris. Il dort sur le lit. Le matin, il joue avec une balle. Lila rit. Le chat saute, il attrape la balle, il court dans le jardin. Le soir, Lila lui donne du lait. « Bonne nuit, petit chat ! »",
  },
  {
    ...{ kind: "readAloud", grade: "ce1", title: "La pluie sur le toit", instructions: read },
    text: "Ce soir, la pluie tombe sur le toit. On entend mille petits pas, comme si des souris dansaient là-haut. Tom n’a pas peur. Il ouvre un œil, il écoute. « Maman, est-ce que les nuages sont fatigués ? » demande-t-il. Maman sourit. « Non, ils arrosent le jardin pour demain. » Alors Tom ferme les yeux, et la pluie lui raconte une histoire.",
  },
  {
    ...{ kind: "readAloud", grade: "ce2", title: "Le héron au bord de l’eau", instructions: read },
    text: "Un matin d’hiver, un vieux héron marchait au bord de la Loire. L’eau était froide, les poissons dormaient au fond. « Je ne suis pas pressé, se dit-il, le repas viendra bien tout seul. » Mais la rivière, elle, ne l’attendait pas. Une grenouille passa, puis deux carpes, puis une ablette qui brillait comme une pièce neuve. Le héron ferma un œil, bâilla, et remit son déjeuner à plus tard. Le soir venu, il avait très faim.",
  },
  {
    ...{ kind: "readAloud", grade: "cm1", title: "La gare de Vierzon", instructions: read },
    text: "Il est six heures du matin à la gare. Sur le quai, une dizaine de voyageurs attendent le premier train, les mains dans les poches. Un homme bâille ; une petite fille compte les wagons d’un train de marchandises qui n’en finit pas. « Quarante-deux ! » annonce-t-elle, très fière. Soudain, le haut-parleur grésille. Une voix, un peu enrhumée, dit que le train aura dix minutes de retard. Personne ne se fâche : le soleil se lève derrière la halle, et pendant quelques instants tout le monde regarde dans la même direction.",
  },
  {
    ...{ kind: "readAloud", grade: "cm2", title: "L’invention du silence", instructions: read },
    text: "On croit souvent que la radio est faite de paroles et de musique. C’est oublier le silence. Quand une journaliste annonce une nouvelle importante, elle s’arrête une seconde avant de la dire : cette seconde-là fait lever toutes les têtes. Quand un comédien lit un conte, il attend, juste avant que la porte ne s’ouvre… et chacun, chez soi, retient son souffle. Le silence ne se voit pas, ne coûte rien, et pourtant il change tout. Pour l’apprivoiser, il suffit de respirer, de compter jusqu’à deux, et de faire confiance à ceux qui écoutent.",
  },
  {
    ...{ kind: "readAloud", grade: "6e", title: "Le phare", instructions: read },
    text: "Depuis trois jours, la tempête secouait le phare, et le gardien n’avait pas dormi. À chaque vague, les vitres tremblaient ; à chaque rafale, l’escalier gémissait comme un vieux navire. Il monta pourtant, une marche après l’autre, parce que la lampe, elle, ne devait pas s’éteindre. Là-haut, le faisceau balayait une mer furieuse. Tout à coup, très loin, une lumière répondit : un, deux, trois éclats. Un bateau l’avait vu. Le gardien posa la main sur la vitre froide et se mit à rire, tout seul, au milieu du vacarme. Demain, il écrirait dans le grand registre : nuit du douze novembre, mer très forte, lampe allumée.",
  },
  {
    ...{ kind: "poem", grade: "ce2", title: "La cigale et la fourmi (La Fontaine)", instructions: say },
    text: "La Cigale, ayant chanté\nTout l’été,\nSe trouva fort dépourvue\nQuand la bise fut venue :\nPas un seul petit morceau\nDe mouche ou de vermisseau.\nElle alla crier famine\nChez la Fourmi sa voisine,\nLa priant de lui prêter\nQuelque grain pour subsister\nJusqu’à la saison nouvelle.",
  },
  {
    ...{ kind: "poem", grade: "cm2", title: "Chanson d’automne (Verlaine)", instructions: say },
    text: "Les sanglots longs\nDes violons\nDe l’automne\nBlessent mon cœur\nD’une langueur\nMonotone.\n\nTout suffocant\nEt blême, quand\nSonne l’heure,\nJe me souviens\nDes jours anciens\nEt je pleure.",
  },
  {
    ...{ kind: "poem", grade: "5e", title: "Demain, dès l’aube (Hugo)", instructions: say },
    text: "Demain, dès l’aube, à l’heure où blanchit la campagne,\nJe partirai. Vois-tu, je sais que tu m’attends.\nJ’irai par la forêt, j’irai par la montagne.\nJe ne puis demeurer loin de toi plus longtemps.",
  },
  {
    ...{ kind: "talk", grade: "ce1", title: "Mon animal préféré", targetSeconds: 60 },
    instructions: "Parle de ton animal préféré à quelqu’un qui ne l’a jamais vu.",
    plan: ["Comment s’appelle-t-il ? À quoi ressemble-t-il ?", "Que fait-il de drôle ?", "Pourquoi l’aimes-tu ?"],
  },
  {
    ...{ kind: "talk", grade: "cm2", title: "Un livre, un film ou un jeu à conseiller", targetSeconds: 120 },
    instructions: "Donne envie, sans raconter la fin.",
    plan: ["Le titre, et ce que c’est", "L’histoire en trois phrases", "Ton moment préféré", "À qui tu le conseilles"],
  },
  {
    ...{ kind: "talk", grade: "3e", title: "Défendre une idée pour le collège", targetSeconds: 180 },
    instructions: "Convaincs la principale : une idée, deux raisons, une réponse à qui n’est pas d’accord.",
    plan: [
      "L’idée, en une phrase",
      "Première raison, avec un exemple",
      "Deuxième raison",
      "« On pourrait me dire que… »",
      "Conclusion",
    ],
  },
  {
    ...{ kind: "present", grade: "cm1", title: "La météo de demain", targetSeconds: 60 },
    instructions: "Tu présentes la météo à la radio : personne ne voit ta carte.",
    plan: ["Bonjour, et le jour", "Le matin, l’après-midi", "Les températures", "Un conseil, et au revoir"],
  },
  {
    ...{ kind: "interview", grade: "cm1", title: "Un métier de l’école", targetSeconds: 180 },
    instructions: "À deux : l’un pose les questions, l’autre répond. Puis changez.",
    plan: [
      "Se présenter",
      "Trois questions ouvertes : comment, pourquoi, racontez",
      "Reprendre un mot de la réponse",
      "Remercier",
    ],
  },
];
