import type { CartKind } from "../../schemas/carts.ts";
import type { NewPupil } from "../../schemas/people.ts";
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

/** One cart of each kind, and what makes its sound. */
export const demoCarts: readonly { title: string; kind: CartKind; colour: number; make: () => Sound }[] = [
  { title: "Jingle Hirondelle", kind: "jingle", colour: 1, make: jingle },
  { title: "Virgule", kind: "sting", colour: 4, make: sting },
  { title: "Générique", kind: "theme", colour: 6, make: theme },
  { title: "Tapis calme", kind: "bed", colour: 3, make: bed },
];
