import type { Dictionary } from "../words.ts";

export const school = {
  navigation: "School",
  staff: "Staff",
} as const satisfies Dictionary["school"];
