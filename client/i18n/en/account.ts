import type { Dictionary } from "../words.ts";

export const account = {
  title: "My account",
  passwordRule: "Ten characters or more. A little sentence does well.",
  passwordGood: "This password is strong.",
  password_short: "Still too short: add a word.",
  password_personal: "Easy to guess: it has a name of the school, the radio or yours in it. Take other words.",
  password_keys: "Easy to guess: keys that follow one another. Take words that have nothing to do with each other.",
  password_repeated: "Easy to guess: the same thing again and again. Add other words.",
  password_date: "Easy to guess: a date or a year. Add words.",
  password_common: "Easy to guess: words that everybody takes. Add one or two that have nothing to do with them.",
} as const satisfies Dictionary["account"];
