import { expect, test } from "vitest";
import { DeskWarnings } from "../../../server/studio/desk-warnings.ts";
import { ManualClock } from "../../support/manual-clock.ts";

test("the desk is told of a disk that is short for as long as it is, and a show that would fill it ends", () => {
  const clock = new ManualClock();
  let [told, ended] = [0, 0];
  const warnings = new DeskWarnings({ clock, changed: () => (told += 1), end: () => (ended += 1) });
  const { onDiskLow } = warnings.listeners;
  for (let looks = 0; looks < 5; looks += 1) {
    onDiskLow(900e6);
    clock.advance(3_000);
  }
  expect([warnings.state.isDiskLow, told, ended]).toEqual([true, 1, 0]);
  // Somebody makes room.
  clock.advance(10_000);
  expect([warnings.state.isDiskLow, told, ended]).toEqual([false, 2, 0]);
  onDiskLow(150e6);
  expect([warnings.state.isDiskLow, ended]).toEqual([true, 1]);
});
