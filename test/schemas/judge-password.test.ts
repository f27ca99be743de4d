import { expect, test } from "vitest";
import { judgePassword } from "../../schemas/passwords/judge-password.ts";

const names = ["École des Marronniers", "Vierzon", "CM2 de Mme Lefort", "Radio Hirondelle", "lefort@ecole.test"];

test.each(["une phrase bien longue", "les marronniers en fleur", "chocolat noir trombone", "x7Kp2mQ9vLb4"])(
  "“%s” is good enough",
  async (password) => {
    expect(await judgePassword(password, names)).toMatchObject({ fault: undefined });
  },
);

test.each([
  ["le chat", "short"],
  ["motdepasse123", "common"],
  ["jean-pierre1972", "common"],
  ["azertyuiop", "keys"],
  ["bonjourbonjour", "repeated"],
  ["12/05/1984", "date"],
  ["Vierzon2026!", "personal"],
  ["ecole des MARRONNIERS", "personal"],
  ["hirondelle marronniers", "personal"],
  ["Mme Lefort 2026", "personal"],
] as const)("“%s” is easy to guess: %s", async (password, fault) => {
  expect(await judgePassword(password, names)).toMatchObject({ fault });
});

test("a school's name is as good as other words elsewhere", async () => {
  expect(await judgePassword("hirondelle marronniers", [])).toMatchObject({ fault: undefined });
});

test("a password made to be slow to judge is judged while a show goes on without a hitch", async () => {
  await judgePassword("the dictionaries are loaded", names);
  const before = performance.now();
  await judgePassword("@4lphab3t!".repeat(20), names);
  // Without the limits it takes more than a second; with them a tenth of one.
  expect(performance.now() - before).toBeLessThan(700);
});
