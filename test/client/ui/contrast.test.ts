import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("../../../client/styles/tokens.css", import.meta.url), "utf8");

/** Each colour token as [light, dark]. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}))\s*;/g)].map(
    ([, name, light, dark, both]) => [name!, [light ?? both!, dark ?? both!]] as const,
  ),
);

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

// WCAG 2.2: relative luminance.
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function ratio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const across = (fronts: string[], backs: string[], least: number) =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, least })));
const states = ["bleu", "antenne", "pret", "coulisses", "prise", "mure"];
const voices = [1, 2, 3, 4, 5, 6, 7, 8];

const pairs = [
  ...across(["encre", "encre-2", "encre-3"], ["fond", "surface", "surface-2", "surface-3"], 4.5),
  ...states.flatMap((state) => across([`sur-${state}`], [state], 4.5)),
  ...["bleu", "antenne", "prise"].flatMap((state) => across([`sur-${state}`], [`${state}-appui`], 4.5)),
  ...across(["sur-encre"], ["encre"], 4.5),
  ...states.flatMap((state) => across([`${state}-texte`], [`${state}-doux`, "fond", "surface", "surface-2"], 4.5)),
  ...across(
    ["encre", "encre-2"],
    states.map((state) => `${state}-doux`),
    4.5,
  ),
  ...across(["bleu"], ["surface", "fond", "surface-3"], 4.5),
  ...across(["trait-fort"], ["fond", "surface", "surface-3", "surface-2"], 3),
  ...across(["antenne", "pret", "coulisses", "mure", "prise-bord"], ["fond", "surface"], 3),
  ...voices.flatMap((voice) => across(["encre-voix"], [`voix-${voice}-fond`], 4.5)),
  ...voices.flatMap((voice) => across([`voix-${voice}-trait`], ["fond", "surface", "surface-2"], 3)),
  ...across(["vu-bas", "vu-bon", "vu-haut", "vu-trop"], ["puits"], 3),
  ...across(["puits-texte"], ["puits"], 4.5),
  ...across(["focus"], ["fond", "surface", "surface-2"], 3),
];

test.each([
  { theme: "light", at: 0 },
  { theme: "dark", at: 1 },
])("every pair of colours can be told apart in the $theme theme (WCAG AA)", ({ at }) => {
  const faint = pairs.filter(
    ({ front, back, least }) => ratio(tokens.get(front)![at]!, tokens.get(back)![at]!) < least,
  );
  expect(faint).toEqual([]);
  expect(pairs.length).toBeGreaterThan(100);
});

test("À l'antenne is the only red of the station", () => {
  const isRed = (colour: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
    return red > 150 && green < 60 && blue < 70;
  };
  const reds = [...tokens].filter(([, colours]) => colours.some(isRed)).map(([name]) => name);
  expect(reds.every((name) => name.startsWith("antenne"))).toBe(true);
});
