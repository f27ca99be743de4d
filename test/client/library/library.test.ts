import { expect, test } from "vitest";
import type { ClassShow } from "../../../client/api/api.ts";
import { parseClock } from "../../../client/i18n/parse-clock.ts";
import { parseChapters } from "../../../client/library/chapter-lines.ts";
import { fromLocalField, toLocalField } from "../../../client/library/local-time.ts";
import { seriesOf } from "../../../client/library/series.ts";
import { sortShows } from "../../../client/library/sort-shows.ts";

test("a chapter's clock is read in minutes or in hours", () => {
  expect(parseClock("2:40")).toBe(160);
  expect(parseClock(" 1:02:40 ")).toBe(3_760);
  for (const typed of ["", "160", "2:60", "a:10", "-1:10", "1:2:3:4"]) expect(parseClock(typed)).toBeUndefined();
});

test("chapters are put in the order of time, blank lines left out", () => {
  const lines = [
    { clock: "2:40", title: "Le gardien" },
    { clock: "", title: " " },
    { clock: "0:00", title: " Générique " },
  ];
  expect(parseChapters(lines)).toEqual([
    { startSeconds: 0, title: "Générique" },
    { startSeconds: 160, title: "Le gardien" },
  ]);
});

test("a chapter without its title or its clock is not guessed", () => {
  expect(parseChapters([{ clock: "0:10", title: "" }])).toBeUndefined();
  expect(parseChapters([{ clock: "dix", title: "Le gardien" }])).toBeUndefined();
});

test("a show's hour goes to the field and back without moving", () => {
  const instant = "2026-11-17T13:30:00.000Z";
  expect(fromLocalField(toLocalField(instant))).toBe(instant);
  expect(toLocalField(null)).toBe("");
  expect(fromLocalField("")).toBeNull();
  expect(fromLocalField("soon")).toBeNull();
});

test("shows are sorted: on air, to come by hour, ended latest first", () => {
  const show = (id: string, state: string, scheduledAt: string | null = null) =>
    ({ show: { id, state, scheduledAt } }) as unknown as ClassShow;
  const sorted = sortShows([
    show("1", "ended"),
    show("2", "planned"),
    show("3", "ended"),
    show("4", "planned", "2026-11-18T09:00:00Z"),
    show("5", "live"),
  ]);
  const ids = (shows: ClassShow[]) => shows.map((each) => String(each.show.id)).join("");
  expect([ids(sorted.liveShows), ids(sorted.nextShows), ids(sorted.endedShows)]).toEqual(["5", "42", "31"]);
});

test("a weekly slot stands in the list once, by its next show, with the later dates behind it", () => {
  const show = (id: string, slotId: string | null) => ({ show: { id, slotId } }) as unknown as ClassShow;
  const series = seriesOf([
    show("a", "slot"),
    show("b", null),
    show("c", "slot"),
    show("d", "other"),
    show("e", "slot"),
  ]);
  const ids = series.map(({ next, following }) => [next, ...following].map((each) => String(each.show.id)).join(""));
  expect(ids).toEqual(["ace", "b", "d"]);
});
