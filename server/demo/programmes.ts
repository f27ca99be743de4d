import type { Chapter } from "../../schemas/episodes.ts";
import type { Cue } from "../../schemas/transcripts.ts";
import { babble, type Speaker } from "./babble.ts";
import { addInto, atPeak, silence, type Sound } from "./sound.ts";
import { bed, jingle, sting, theme } from "./tunes.ts";

/** A programme that the demonstration school has already made. */
export type DemoProgramme = {
  title: string;
  description: string;
  /** How long ago it went out. */
  daysAgo: number;
  /** What is heard, one after the other: who speaks, for how many seconds, under which heading, and what stands for it in the text. */
  parts: readonly { title: string; speaker: Speaker; seconds: number; hasBed?: boolean; said?: readonly string[] }[];
};

/** Who speaks at the demonstration school. */
export const demoVoices = {
  lina: { pitchHz: 262, throat: 1.28, seed: 11 },
  jules: { pitchHz: 228, throat: 1.2, seed: 22 },
  awa: { pitchHz: 284, throat: 1.32, seed: 33 },
  teacher: { pitchHz: 196, throat: 1.1, seed: 44 },
} as const satisfies Record<string, Speaker>;
const { lina, jules, awa, teacher } = demoVoices;

/** The two episodes that families find. Nobody says a word in them: the voices are made, not recorded. */
export const demoProgrammes: readonly DemoProgramme[] = [
  {
    title: "Le journal de la cour",
    description:
      "Les nouvelles de l’école, la météo de la semaine et la devinette de la classe.\n\nÉmission de démonstration : les voix sont fabriquées par l’ordinateur et ne disent rien.",
    daysAgo: 14,
    parts: [
      { title: "Les titres", speaker: lina, seconds: 16, hasBed: true },
      { title: "La cantine change de menu", speaker: jules, seconds: 22 },
      { title: "La météo", speaker: awa, seconds: 14, hasBed: true },
      { title: "La devinette", speaker: lina, seconds: 12 },
    ],
  },
  {
    title: "Dans les coulisses du jardin",
    description:
      "Une interview au jardin partagé, et une lecture à deux voix.\n\nÉmission de démonstration : les voix sont fabriquées par l’ordinateur et ne disent rien.",
    daysAgo: 7,
    parts: [
      {
        ...{ title: "Bonjour du jardin", speaker: awa, seconds: 14, hasBed: true },
        said: ["Bonjour à toutes et à tous !", "Nous sommes au jardin partagé, derrière l’école.", "Ici, tout pousse."],
      },
      {
        ...{ title: "L’interview", speaker: teacher, seconds: 26 },
        said: [
          "Qu’est-ce qui pousse ici en novembre ?",
          "Des poireaux, des choux et des épinards.",
          "Et les hérissons, où dorment-ils ?",
          "Sous le tas de feuilles : il ne faut pas y toucher avant le printemps.",
          "Merci d’avoir répondu à nos questions.",
        ],
      },
      {
        ...{ title: "Lecture à deux voix", speaker: jules, seconds: 18, hasBed: true },
        said: [
          "Le jardin dort, dit la première voix.",
          "Non, dit la seconde : il écoute.",
          "Et ils se turent tous les deux.",
        ],
      },
      {
        ...{ title: "À la semaine prochaine", speaker: lina, seconds: 10 },
        said: ["C’était Radio Hirondelle.", "À la semaine prochaine !"],
      },
    ],
  },
];

const openingSeconds = 8;
const betweenSeconds = 1.4;

/** Mixes a programme: theme, parts with a sting between them and a bed under some, jingle at the end; with the chapters and the text it has. */
export function mixProgramme({ parts }: DemoProgramme): { sound: Sound; chapters: Chapter[]; cues: Cue[] } {
  const spoken = parts.reduce((sum, { seconds }) => sum + seconds + betweenSeconds, 0);
  const sound = silence(openingSeconds + spoken + 3);
  addInto(sound, theme(), 0, -4);
  const chapters: Chapter[] = [{ startSeconds: 0, title: "Générique" }];
  const cues: Cue[] = [];
  let at = openingSeconds;
  for (const { title, speaker, seconds, hasBed, said = [] } of parts) {
    cues.push(...cuesOf(said, at, seconds));
    chapters.push({ startSeconds: Math.round(at * 10) / 10, title });
    addInto(sound, atPeak(babble(seconds, speaker), -5), at);
    if (hasBed === true) addInto(sound, bed(), at, -14);
    at += seconds;
    addInto(sound, sting(), at, -6);
    at += betweenSeconds;
  }
  addInto(sound, jingle(), at, -4);
  return { sound: atPeak(sound, -2), chapters, cues };
}

/** Phrases one after the other, as long as the part in which they are said. */
const cuesOf = (said: readonly string[], at: number, seconds: number): Cue[] =>
  said.map((text, index) => {
    const place = (order: number) => Math.round((at + (seconds * order) / said.length) * 10) / 10;
    return { startSeconds: place(index), endSeconds: place(index + 1), text };
  });
