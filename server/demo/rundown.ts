import { v7 } from "uuid";
import type { Cart } from "../../schemas/carts.ts";
import { RundownItemId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { RundownItem, RundownSpeaker } from "../../schemas/rundown.ts";

type Part = Pick<RundownItem, "title" | "kind" | "plannedSeconds"> & {
  /** First names of the demonstration's pupils. */
  by?: readonly string[];
  text?: string;
  sound?: Cart["kind"];
  bed?: "off" | "on";
  microphones?: RundownItem["moves"]["microphones"];
};

const parts: readonly Part[] = [
  { title: "Générique", kind: "opening", plannedSeconds: 15, sound: "theme", microphones: "closed" },
  {
    ...{ title: "Bonjour et les titres", kind: "speech", plannedSeconds: 45, by: ["Awa", "Jules"], bed: "on" },
    text: "Bonjour à toutes et à tous, vous écoutez Radio Hirondelle, la radio des CM2 de l’école des Marronniers.\nAu sommaire aujourd’hui : les nouvelles de la cour, notre rencontre avec la factrice, la météo du préau, et un conte du Berry.",
  },
  {
    ...{ title: "Les nouvelles de la cour", kind: "speech", plannedSeconds: 120, by: ["Inès", "Mehdi"] },
    text: "Cette semaine, le grand marronnier a perdu ses dernières feuilles. Nous en avons ramassé onze sacs.\nLe jeu de l’élastique est revenu à la récréation de dix heures. Les CP ont demandé qu’on leur apprenne.",
  },
  {
    ...{ title: "Interview de la factrice", kind: "interview", plannedSeconds: 210, by: ["Lina", "Noé"], bed: "off" },
    text: "Bonjour, merci d’être avec nous. À quelle heure commence votre tournée, et combien de maisons visitez-vous chaque matin ?\nEst-ce que vous avez peur des chiens ?\nQuelle est la lettre la plus étrange que vous ayez portée ?",
  },
  { title: "Virgule", kind: "sound", plannedSeconds: 10, sound: "sting", microphones: "closed" },
  {
    ...{ title: "La météo du préau", kind: "speech", plannedSeconds: 60, by: ["Oksana"] },
    text: "Sous le préau, il fait neuf degrés ce matin. Demain, prenez vos bottes : il pleuvra à l’heure de la cantine.",
  },
  {
    ...{ title: "Lecture : un conte du Berry", kind: "reading", plannedSeconds: 240, by: ["Tiago"], bed: "on" },
    text: "Il était une fois, près de la Loire, un meunier qui parlait aux grenouilles.\nChaque soir, il leur racontait sa journée, et chaque soir elles répondaient en chœur.",
  },
  { title: "La devinette", kind: "speech", plannedSeconds: 110, by: ["everybody"] },
  {
    ...{ title: "Au revoir et générique", kind: "closing", plannedSeconds: 90, by: ["everybody"], bed: "off" },
    text: "C’était Radio Hirondelle. Merci de nous avoir écoutés, et à la semaine prochaine !",
    sound: "theme",
  },
];

/** The rundown of the demonstration's planned show: nine parts, a quarter of an hour, every pupil in it. */
export function demoRundown(pupils: readonly Pupil[], carts: readonly Cart[]): RundownItem[] {
  const cartOf = (kind: Cart["kind"]) => carts.find((cart) => cart.kind === kind)?.id;
  const speakersOf = (names: readonly string[]): RundownSpeaker[] => [
    ...pupils.filter(({ firstName }) => names.includes(firstName)).map(({ id }) => id),
    ...(names.includes("everybody") ? (["everybody"] as const) : []),
  ];
  return parts.map(({ by = [], text = "", sound, bed, microphones = "speakers", ...part }) => {
    const cartId = sound && cartOf(sound);
    const bedMove = bed === "on" ? cartOf("bed") : bed;
    return {
      ...part,
      id: RundownItemId.parse(v7()),
      speakers: speakersOf(by),
      prompterText: text,
      cartIds: cartId === undefined ? [] : [cartId],
      moves: { microphones, bed: bedMove ?? "keep", gains: [], cartsGainDb: null },
    };
  });
}
