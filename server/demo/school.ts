import type { ConsentScope } from "../../schemas/consent.ts";
import type { NewPupil } from "../../schemas/people.ts";
import type { CartWords } from "../archive/open-cart-shelf.ts";
import type { Sound } from "./sound.ts";
import { bed, jingle, sting, theme } from "./tunes.ts";

/** How the demonstration's teacher signs in; the station is thrown away, and so is the password. */
export const demoStaff = { email: "lefort@marronniers.example", password: "les marronniers en fleur" } as const;

/** Words of the demonstration school. */
export const demoSchool = {
  name: "École des Marronniers",
  city: "Vierzon",
  teacher: "Mme Lefort",
  classroom: "CM2 de Mme Lefort",
  channel: "Radio Hirondelle",
  description:
    "La radio des CM2 de l’école des Marronniers, à Vierzon. Un journal, des interviews, des lectures et des devinettes, une fois par semaine.",
  plannedShow: "Le journal de la cour, n° 3",
} as const;

/** What the demonstration's families answered on paper in September; one paper has not come back yet. */
export const demoScopes: Readonly<Record<string, ConsentScope>> = {
  Awa: "public",
  Inès: "public",
  Jules: "public",
  Lina: "public",
  Mehdi: "public",
  Noé: "public",
  Oksana: "class",
};

/** Eight children, each with a bird and a voice colour of their own. */
export const demoPupils: readonly NewPupil[] = [
  { firstName: "Awa", bird: "huppe", colour: 1 },
  { firstName: "Inès", bird: "mesange", colour: 2 },
  { firstName: "Jules", bird: "geai", colour: 3 },
  { firstName: "Lina", bird: "martin", colour: 4 },
  { firstName: "Mehdi", bird: "hibou", colour: 5 },
  { firstName: "Noé", bird: "pic", colour: 6 },
  { firstName: "Oksana", bird: "cigogne", colour: 7 },
  { firstName: "Tiago", bird: "colvert", colour: 8 },
];

const composer = {
  origin: "free",
  author: "Atelier musique des Marronniers",
  licence: "CC BY-SA 4.0",
  source: "",
} as const;

/** One cart of each kind, and what makes its sound; the sting follows the jingle, and the theme is the teacher's to play. */
export const demoCarts: readonly (CartWords & { make: () => Sound; isFollowedBy?: string })[] = [
  { title: "Virgule", kind: "sting", colour: 4, rights: { origin: "own" }, make: sting },
  {
    title: "Jingle Hirondelle",
    kind: "jingle",
    colour: 1,
    rights: { origin: "own" },
    make: jingle,
    isFollowedBy: "Virgule",
  },
  {
    title: "Générique",
    kind: "theme",
    colour: 6,
    fadeOutSeconds: 2,
    isForPupils: false,
    rights: composer,
    make: theme,
  },
  { title: "Tapis calme", kind: "bed", colour: 3, fadeOutSeconds: 1.5, rights: composer, make: bed },
];
