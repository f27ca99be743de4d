import { expect, test } from "vitest";
import { formatClock, makeFormats } from "../../../client/i18n/formats.ts";

test("a place in an episode is read like a clock", () => {
  expect(formatClock(166.9)).toBe("2:46");
  expect(formatClock(3_766)).toBe("1:02:46");
  expect(formatClock(-1)).toBe("0:00");
});

test("lengths and dates are French words without a narrow space", () => {
  const formats = makeFormats("fr");
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
  expect(makeFormats("fr", "Europe/Paris").moment(night)).toBe("mardi 16 juin, 00:30");
  expect(makeFormats("fr", "America/Lima").day(night)).toBe("Lundi 15 juin");
});
