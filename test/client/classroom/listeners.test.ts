import Papa from "papaparse";
import { expect, test } from "vitest";
import { flockSize, picturesOf } from "../../../client/listeners/flock-size.ts";
import { fullest, houseColumns } from "../../../client/listeners/house-columns.ts";
import { listenersCsv } from "../../../client/classroom/listeners-csv.ts";
import type { Say } from "../../../client/i18n/words.ts";
import { ClassListenings } from "../../../schemas/listenings.ts";

test("a bird is worth the same on every wire, and the longest wire is not too long for its panel", () => {
  expect(flockSize([5, 40, "few"], 24)).toBe(5);
  expect(flockSize([0, 125], 24)).toBe(10);
  const scale = flockSize([15, 4_000], 24);
  expect(picturesOf(4_000, scale)).toEqual({ whole: 16, hasSmall: false });
  expect(picturesOf(15, scale), "who listened is seen, however many others there are").toEqual({
    whole: 0,
    hasSmall: true,
  });
  expect(picturesOf("few", 5)).toEqual({ whole: 0, hasSmall: true });
  expect(picturesOf(0, 5)).toEqual({ whole: 0, hasSmall: false });
});

test("a long show's house has a column for each stretch, with its fullest minute", () => {
  const minutes = [0, "few", 5, 20, 10, 0, "few"] as const;
  expect(houseColumns(minutes, 3)).toEqual([
    { minute: 0, most: 5 },
    { minute: 3, most: 20 },
    { minute: 6, most: "few" },
  ]);
  expect(houseColumns(minutes, 24)).toHaveLength(7);
  expect(fullest(minutes)).toEqual({ minute: 3, most: 20 });
  expect(fullest([0, 0])).toEqual({ minute: 0, most: 0 });
});

test("the CSV is as round as the page, and a title that begins like a formula stays text", () => {
  const listenings = ClassListenings.parse({
    weeks: [{ week: "2026-11-16", episodes: 10, live: "few" }],
    episodes: [
      {
        ...{ episodeId: crypto.randomUUID(), showId: null, title: "=1+1", number: 1 },
        ...{ publishedAt: "2026-11-16T10:00:00.000Z", all: 10, ways: { page: "few", app: 5 } },
      },
    ],
    shows: [],
  });
  const say = ((key: string) => key.split(".")[1]) as Say;
  const text = listenersCsv(say, listenings);
  expect(text.startsWith("\uFEFFcsvWhat;csvTitle")).toBe(true);
  expect(Papa.parse(text.trim(), { delimiter: ";" }).data.slice(1)).toEqual([
    ["csvWeek", "csvEpisode", "2026-11-16", "10", "", ""],
    ["csvWeek", "csvLive", "2026-11-16", "1–4", "", ""],
    ["csvEpisode", "'=1+1", "2026-11-16", "10", "1–4", "5"],
  ]);
});
