import { expect, test } from "vitest";
import { formatClock, makeFormats } from "../../../client/i18n/formats.ts";

test("a place in an episode is read like a clock", () => {
  expect(formatClock(166.9)).toBe("2:46");
  expect(formatClock(3_766)).toBe("1:02:46");
  expect(formatClock(-1)).toBe("0:00");
});

test("lengths and dates are French words without a narrow space", () => {
  const formats = makeFormats("fr", undefined, Date.parse("2026-11-17T12:00:00Z"));
  expect(formats.length(484)).toBe("8 minutes");
  expect(formats.length(45)).toBe("45\u00a0secondes");
  expect(formats.day("2026-11-17T12:00:00Z")).toBe("Mardi 17 novembre");
  expect(formats.day("2026-12-01T12:00:00Z")).toBe("Mardi 1er décembre");
  expect(formats.moment("2026-12-11T12:00:00Z")).toMatch(/^vendredi 11 décembre, \d\d:00$/);
  expect(formats.percent(0.62)).toBe("62\u00a0%");
  expect(formats.decimal(-16.34)).toBe("\u221216,3");
});

test("a day and an hour can be another place's than this machine's", () => {
  const night = "2026-06-15T22:30:00Z";
  const now = Date.parse(night);
  expect(makeFormats("fr", "Europe/Paris", now).moment(night)).toBe("mardi 16 juin, 00:30");
  expect(makeFormats("fr", "America/Lima", now).day(night)).toBe("Lundi 15 juin");
});

test("a day of another year is said with its year, as the year is where the day is", () => {
  const now = Date.parse("2027-01-01T05:00:00Z");
  const paris = makeFormats("fr", "Europe/Paris", now);
  expect(paris.day("2026-11-17T12:00:00Z")).toBe("Mardi 17 novembre 2026");
  expect(paris.moment("2026-12-31T22:30:00Z")).toBe("jeudi 31 décembre 2026, 23:30");
  expect(paris.moment("2026-12-31T23:30:00Z")).toBe("vendredi 1er janvier, 00:30");
  expect(makeFormats("uk", "Europe/Paris", now).day("2026-11-17T12:00:00Z")).toMatch(/2026\u00a0?\s?року$/);
});

test("how long a show has been on air is said in each language's own form", () => {
  const since = (language: string, minutes: number) =>
    makeFormats(language).since("2026-11-29T10:00:00Z", Date.parse("2026-11-29T10:00:00Z") + minutes * 60_000);
  expect(since("fr", 12)).toBe("il y a 12 minutes");
  expect(since("fr", 0)).toBe("il y a 1 minute");
  expect(since("uk", 21)).toBe("21 хвилину тому");
  expect(since("ar", 2)).toBe("قبل دقيقتين");
});

test("a date ends without a full stop, which the sentence around it has", () => {
  for (const language of ["fr", "en", "ar", "uk", "pt", "tr", "es"])
    expect(makeFormats(language).date("2026-11-29")).not.toMatch(/\.$/);
  expect(makeFormats("uk").date("2026-11-29")).toMatch(/^29 листопада 2026\u00a0?\s?року$/);
});
