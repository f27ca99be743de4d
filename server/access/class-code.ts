import { randomInt } from "node:crypto";
import { Bird } from "../../schemas/people.ts";
import type { IssuedCode } from "../store/classrooms.ts";

/** A school day ends at four in the morning by the station's clock, so that an evening show is not cut at midnight. */
export function endOfSchoolDay(now: number): number {
  const end = new Date(now);
  if (end.getHours() >= 4) end.setDate(end.getDate() + 1);
  return end.setHours(4, 0, 0, 0);
}

/** A random class code, as `HIRONDELLE 4827`, valid until the school day ends. */
export function issueClassCode(now: number): IssuedCode {
  const bird = Bird.options[randomInt(Bird.options.length)]!.toUpperCase();
  const digits = String(randomInt(10_000)).padStart(4, "0");
  return { code: `${bird} ${digits}`, codeExpiresAt: endOfSchoolDay(now) };
}

/** The school year that an instant falls into, as `2026-2027`; it turns on the first of August. */
export function schoolYearOf(now: number): string {
  const date = new Date(now);
  const first = date.getMonth() >= 7 ? date.getFullYear() : date.getFullYear() - 1;
  return `${first}-${first + 1}`;
}
