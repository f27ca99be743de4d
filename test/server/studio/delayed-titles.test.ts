import { expect, test } from "vitest";
import { DelayedTitles } from "../../../server/studio/delayed-titles.ts";

/** The titles of a show whose sound is heard ten seconds later, on a clock that is moved. */
function openTitles() {
  let now = 0;
  const titles = new DelayedTitles({ now: () => now }, "Le journal");
  const begin = (title: string) => {
    titles.begin(title, 10);
  };
  return {
    begin,
    cut: (seconds: number) => {
      titles.cut(seconds, 10);
    },
    /** What is read so many seconds later. */
    after: (seconds: number) => {
      now += seconds * 1_000;
      return titles.now;
    },
  };
}

test("a title is read when its sound is heard, and not before", () => {
  const { begin, after } = openTitles();
  begin("Bonjour");
  const early = after(9);
  begin("La météo");
  expect([early, after(1), after(8), after(1)]).toEqual(["Le journal", "Bonjour", "Bonjour", "La météo"]);
});

test("a part that was begun by mistake, cut and left again is read by nobody", () => {
  const { begin, cut, after } = openTitles();
  begin("Bonjour");
  after(20);
  begin("La surprise de Zoé");
  after(2);
  cut(5);
  after(3);
  begin("Bonjour");
  expect([after(7), after(3), after(60)]).toEqual(["Bonjour", "Bonjour", "Bonjour"]);
});

test("a part of which the first words were cut is read when the rest is heard", () => {
  const { begin, cut, after } = openTitles();
  begin("La météo");
  after(3);
  cut(5);
  expect([after(9), after(1)]).toEqual(["Le journal", "La météo"]);
});

test("a part that began long before the cut keeps its moment", () => {
  const { begin, cut, after } = openTitles();
  begin("La météo");
  after(8);
  cut(5);
  begin("Le sport");
  expect([after(2), after(7), after(1)]).toEqual(["La météo", "La météo", "Le sport"]);
});
