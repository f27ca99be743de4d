import { expect, test } from "vitest";
import type { ClassShow } from "../../../client/api/api.ts";
import {
  codeInPath,
  codeInScan,
  codeLink,
  codePath,
  keepCode,
  otherPupilPath,
} from "../../../client/class-code-link.ts";
import { openShows } from "../../../client/doors/open-shows.ts";
import { returnPath } from "../../../client/doors/return-path.ts";

test("the QR code of a class leads back to its code", () => {
  const link = codeLink("https://radio.ecole.fr", "MERLE 4827");
  expect(link).toBe("https://radio.ecole.fr/entrer/MERLE-4827");
  expect(codeInScan(link)).toBe("MERLE-4827");
});

test("a camera that reads something else says nothing", () => {
  for (const read of ["https://example.org", "https://x/entrer/%E0%A4%A", "4827", "MERLE", ""]) {
    expect(codeInScan(read)).toBeUndefined();
  }
  expect(codeInScan("merle 4827")).toBe("merle 4827");
});

test("a code typed with spaces and accents goes through the address", () => {
  expect(codePath("  mésange  0042 ")).toBe("/entrer/m%C3%A9sange-0042");
  expect(codeInPath("m%C3%A9sange-0042")).toBe("mésange-0042");
  expect(codeInPath(undefined)).toBeUndefined();
});

test("the next pupil at a tablet finds the birds of the class that the last one came in by", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
  expect(otherPupilPath(storage)).toBe("/entrer");
  keepCode("mésange 0042", storage);
  expect(otherPupilPath(storage)).toBe("/entrer/m%C3%A9sange-0042");
});

test("after signing in one never leaves the station", () => {
  expect(returnPath("/classe")).toBe("/classe");
  for (const away of ["//evil.example", "https://evil.example", "/\\evil.example", "classe", undefined, ["/classe"]]) {
    expect(returnPath(away)).toBeUndefined();
  }
});

const show = (id: string, state: string, scheduledAt: string | null = null, slotId: string | null = null) =>
  ({ show: { id, state, scheduledAt, slotId } }) as unknown as ClassShow;
const idsOf = (shows: ClassShow[]) => shows.map((each) => String(each.show.id));

test("a pupil walks into the show that is on air, whatever else is planned", () => {
  expect(idsOf(openShows([show("a", "planned"), show("b", "live"), show("c", "ended")]))).toEqual(["b"]);
});

test("planned shows are offered soonest first, those without an hour last", () => {
  const planned = [
    show("late", "planned", "2026-11-20T09:00:00Z"),
    show("some day", "planned"),
    show("soon", "planned", "2026-11-18T09:00:00Z"),
  ];
  expect(idsOf(openShows([...planned, show("past", "ended")]))).toEqual(["soon", "late", "some day"]);
});

test("of a weekly slot only the next show is offered", () => {
  const weekly = ["2026-11-27", "2026-11-20", "2026-12-04"].map((day) =>
    show(day, "planned", `${day}T09:00:00Z`, "slot"),
  );
  expect(idsOf(openShows([...weekly, show("other", "planned", "2026-12-01T09:00:00Z")]))).toEqual([
    "2026-11-20",
    "other",
  ]);
});
