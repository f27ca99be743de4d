import { alternatives, type JsonShape, nounOf } from "./json-shape.ts";

// What a field of this name could say; other texts are "…".
const words: Record<string, string> = {
  auth: "c2VjcmV0IG9mIHRoZSBwZw",
  endpoint: "https://updates.push.services.mozilla.com/wpush/v2/xyz",
  from: "20:00",
  p256dh: "BxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzQA",
  until: "07:30",
  author: "École Jacques-Prévert",
  channelTitle: "Radio Hirondelle",
  city: "Bourges",
  classroomName: "CM2 de Mme Lefort",
  code: "MERLE 4827",
  consentsEndOn: "08-31",
  coverUrl: "/media/covers/channels/019ab3f2-6d0c-7c40-9d5e-3a1f0b7c2d11/1.jpg",
  description: "Les nouvelles de la semaine, lues par la classe.",
  displayName: "Mme Lefort",
  firstName: "Lina",
  mark: "Dup",
  name: "CM2 de Mme Lefort",
  password: "dix caractères ou plus",
  pin: "4827",
  peaksUrl: "/media/episodes/019ab3f2-6d0c-7c40-9d5e-3a1f0b7c2d11/1/peaks.json",
  returnPath: "/emissions",
  schoolName: "École Jacques-Prévert",
  schoolYear: "2026-2027",
  showTitle: "Le journal du vendredi",
  slug: "radio-hirondelle",
  timeZone: "Europe/Paris",
  title: "Le journal du vendredi",
  words: "Les familles ont signé en septembre.",
  url: "/media/episodes/019ab3f2-6d0c-7c40-9d5e-3a1f0b7c2d11/1/episode.mp3",
};
// Two numbers that must not be alike, or of which one has to be the greater.
const numbers: Record<string, number> = { slowest: 2.5, fastest: 4.5, from: 0.4, to: 58.2, corrected: 7 };
const formats: Record<string, string> = {
  date: "2027-07-02",
  uuid: "019ab3f2-6d0c-7c40-9d5e-3a1f0b7c2d11",
  uri: "https://radio.example/fil.xml",
  "date-time": "2026-11-20T09:30:00.000Z",
  email: "enseignante@ecole.example",
};

const codes: Record<string, string> = { "^\\d{7}[A-Z]$": "0180001D" };

/** A believable value of a shape; `name` is the field that holds it. A noun in it stands as `<Noun>`. */
export function exampleOf(shape: JsonShape, name = ""): unknown {
  const noun = nounOf(shape);
  if (noun !== undefined) return `<${noun}>`;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [first = shape] = alternatives(shape);
  if (first !== shape) return exampleOf(first, name);
  switch (shape.type) {
    case "object":
      return exampleObject(shape);
    case "array":
      if (shape.prefixItems !== undefined) return shape.prefixItems.map((each) => exampleOf(each));
      return exampleArray(shape, name.replace(/s$/, ""));
    case "number":
    case "integer":
      return numbers[name] ?? exampleNumber(shape);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return textOf(shape, name);
  }
}

/** Some texts are paths in one place and whole addresses in another. */
function textOf({ format = "", pattern = "" }: JsonShape, name: string): string {
  const known = words[name];
  if (format === "uri" && known?.startsWith("https:") !== true) return formats.uri!;
  return known ?? formats[format] ?? codes[pattern] ?? textLike(pattern);
}

/** An ellipsis, or where only plain signs may stand, some of them. */
const textLike = (pattern = "") => (new RegExp(pattern, "u").test("…") ? "…" : "xyz");

function exampleArray({ items, minItems = 1 }: JsonShape, name: string): unknown[] {
  return items === undefined ? [] : Array.from({ length: Math.max(1, minItems) }, () => exampleOf(items, name));
}

function exampleObject({ properties = {}, additionalProperties, propertyNames }: JsonShape): unknown {
  const entries = Object.entries(properties).map(([name, shape]) => [name, exampleOf(shape, name)]);
  // A record: one entry stands for all.
  if (propertyNames?.format !== undefined && additionalProperties) {
    entries.push([exampleOf(propertyNames), exampleOf(additionalProperties)]);
  }
  return Object.fromEntries(entries);
}

function exampleNumber({ type, minimum, maximum, exclusiveMinimum }: JsonShape): number {
  if (minimum !== undefined && minimum > -1_000) return minimum < 0 && (maximum ?? 0) >= 0 ? 0 : minimum;
  if (exclusiveMinimum !== undefined) return type === "integer" ? exclusiveMinimum + 1 : exclusiveMinimum + 0.5;
  return type === "integer" ? 1 : -18.5;
}
