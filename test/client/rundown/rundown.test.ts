import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import { ApiError } from "../../../client/api/api.ts";
import { en } from "../../../client/i18n/en/dictionary.ts";
import { fr } from "../../../client/i18n/fr/dictionary.ts";
import { makeSpeaker } from "../../../client/i18n/speaker.ts";
import type { RundownPlace } from "../../../client/rundown/create-rundown.ts";
import { mergeRundowns } from "../../../client/rundown/merge-rundowns.ts";
import { copyItems, itemsOfTemplate, moveItem, totalSeconds } from "../../../client/rundown/rundown-item.ts";
import { templates, type TemplateName } from "../../../client/rundown/templates.ts";
import { RundownChange } from "../../../schemas/rundown.ts";
import { rundownItem } from "../../support/rundown.ts";

const [hello, weather, reading] = ["Bonjour", "Météo", "Lecture"].map((title) => rundownItem(title));
const base = [hello!, weather!, reading!];
const titles = ({ items }: { items: readonly { title: string }[] }) => items.map(({ title }) => title);

test("what two editors did to different parts is all there", () => {
  const mine = [{ ...hello!, title: "Bonjour la Loire" }, weather!, rundownItem("Devinette"), reading!];
  const theirs = [hello!, { ...weather!, plannedSeconds: 10 }, reading!, rundownItem("Au revoir")];
  const merged = mergeRundowns(base, mine, theirs);
  expect(titles(merged)).toEqual(["Bonjour la Loire", "Météo", "Devinette", "Lecture", "Au revoir"]);
  expect(merged.items[1]!.plannedSeconds).toBe(10);
  expect(merged.isDoubled).toBe(false);
});

test("a part that both changed is there twice, and one that was removed and rewritten stays", () => {
  const mine = [{ ...hello!, title: "Salut" }, reading!];
  const theirs = [{ ...hello!, title: "Bonsoir" }, { ...weather!, prompterText: "Il pleut." }, reading!];
  const merged = mergeRundowns(base, mine, theirs);
  expect(titles(merged)).toEqual(["Salut", "Bonsoir", "Météo", "Lecture"]);
  expect(merged.isDoubled).toBe(true);
  expect(new Set(merged.items.map(({ id }) => id)).size).toBe(4);
});

test("what one removed and the other left alone is gone; the order is that of who moved something", () => {
  expect(titles(mergeRundowns(base, [hello!, reading!], base))).toEqual(["Bonjour", "Lecture"]);
  const theirs = [...base, rundownItem("Fin")];
  expect(titles(mergeRundowns(base, [reading!, hello!, weather!], theirs))).toEqual([
    "Lecture",
    "Fin",
    "Bonjour",
    "Météo",
  ]);
  expect(titles(mergeRundowns(base, base, [weather!, hello!, reading!]))).toEqual(["Météo", "Bonjour", "Lecture"]);
});

test("a part moves up, down, and never out of the list", () => {
  expect(moveItem(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moveItem(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moveItem(["a", "b", "c"], 1, 9)).toEqual(["a", "c", "b"]);
  expect(moveItem(["a", "b", "c"], 1, -4)).toEqual(["b", "a", "c"]);
});

test.each([
  ["fr", fr],
  ["en", en],
] as const)(
  "every template of the project is a rundown that the station keeps, of a believable length (%s)",
  (language, words) => {
    const { t } = makeSpeaker(
      () => words,
      () => language,
    );
    for (const name of Object.keys(templates) as TemplateName[]) {
      const items = itemsOfTemplate(name, t);
      expect(RundownChange.safeParse({ revision: 0, items }).error).toBeUndefined();
      expect(totalSeconds(items), name).toBeGreaterThanOrEqual(180);
      expect(totalSeconds(items), name).toBeLessThanOrEqual(600);
      expect(items.filter(({ prompterText }) => prompterText !== "").length, name).toBeGreaterThan(items.length / 2);
      expect(new Set([...items, ...copyItems(items)].map(({ id }) => id)).size).toBe(2 * items.length);
    }
  },
);

/** A page's rundown over a place that the test holds. */
async function openEditor(place: RundownPlace) {
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
  const { createRundown } = await import("../../../client/rundown/create-rundown.ts");
  const first = { showId: "x" as never, revision: 1, items: base };
  return createRoot((dispose) => ({ rundown: createRundown(first, place), dispose }));
}

test("two editors of one rundown: the second one's save is refused, brought together with the first one's, and saved", async () => {
  let kept = { showId: "x" as never, revision: 2, items: [...base, rundownItem("De l’autre")] };
  const { rundown } = await openEditor({
    read: async () => structuredClone(kept),
    save: async ({ revision, items }) => {
      if (revision !== kept.revision) throw new ApiError("rundown.changed");
      kept = { ...kept, revision: revision + 1, items: structuredClone(items) };
      return structuredClone(kept);
    },
  });
  rundown.change(base.with(0, { ...hello!, title: "Le mien" }));
  await rundown.flush();
  expect(kept.items.map(({ title }) => title)).toEqual(["Le mien", "Météo", "Lecture", "De l’autre"]);
  expect([rundown.saving(), rundown.merged()]).toEqual(["saved", "both"]);
  expect(rundown.items().map(({ title }) => title)).toEqual(["Le mien", "Météo", "Lecture", "De l’autre"]);
});

test("without a network the page says that it is not saved, keeps what was typed, and saves it later", async () => {
  let isLost = true;
  const saved: string[][] = [];
  const { rundown } = await openEditor({
    read: () => Promise.reject(new ApiError("network.lost")),
    save: ({ revision, items }) => {
      if (isLost) return Promise.reject(new ApiError("network.lost"));
      saved.push(items.map(({ title }) => title));
      return Promise.resolve({ showId: "x" as never, revision: revision + 1, items: structuredClone(items) });
    },
  });
  rundown.change([hello!]);
  expect(rundown.saving()).toBe("waiting");
  await rundown.flush();
  expect(rundown.saving()).toBe("failed");
  expect(rundown.items()).toHaveLength(1);
  isLost = false;
  await rundown.flush();
  expect([rundown.saving(), saved]).toEqual(["saved", [["Bonjour"]]]);
});
