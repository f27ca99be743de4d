import { expect, test } from "vitest";
import { atLine, scrollSpeed } from "../../../client/studio/create-scroll.ts";
import { ownPart } from "../../../client/studio/own-part.ts";
import { readPrompterSettings } from "../../../client/studio/prompter-settings.ts";
import { linesAhead, rundownTime, secondsUntil } from "../../../client/studio/rundown-time.ts";
import { PupilId } from "../../../schemas/ids.ts";
import type { RundownState } from "../../../schemas/rundown.ts";
import { rundownItem } from "../../support/rundown.ts";

const awa = PupilId.parse("019a0000-0000-7000-8000-000000000001");
const jules = PupilId.parse("019a0000-0000-7000-8000-000000000002");
const lines = [
  rundownItem("Générique", { plannedSeconds: 15 }),
  rundownItem("Chronique", { plannedSeconds: 60, speakers: [awa] }),
  rundownItem("Interview", { plannedSeconds: 120, speakers: ["teacher", jules] }),
  rundownItem("Au revoir", { plannedSeconds: 30, speakers: ["everybody"] }),
];
const begun = Date.parse("2026-11-17T12:00:00Z");
const at = (seconds: number) => new Date(begun + seconds * 1_000).toISOString();
const seat = (pupilId: PupilId) => ({ voice: { kind: "pupil" as const, pupilId, bird: "merle" as const, colour: 1 } });

/** The show at its nth part, which began so many seconds after the show. */
const stateAt = (index: number, seconds: number): RundownState => ({
  revision: 1,
  lines,
  current: { itemId: lines[index]!.id, startedAt: at(seconds) },
  begunAt: at(0),
  doneIds: lines.slice(0, index).map(({ id }) => id),
});

test("a show that keeps to its plan ends when it should; one that began late, or passes something over, does not", () => {
  const punctual = rundownTime(stateAt(1, 15), begun + 35_000)!;
  expect(punctual).toMatchObject({ elapsedSeconds: 20, leftSeconds: 40, lateSeconds: 0, endMs: begun + 225_000 });
  expect(rundownTime(stateAt(1, 50), begun + 60_000)!.lateSeconds).toBe(35);
  expect(rundownTime(stateAt(3, 20), begun + 25_000)!.lateSeconds).toBe(-175);
});

test("from the moment a part is over, every second makes the show's end later", () => {
  const over = (seconds: number) => rundownTime(stateAt(1, 15), begun + seconds * 1_000)!;
  expect(over(75)).toMatchObject({ leftSeconds: 0, lateSeconds: 0 });
  expect(over(87)).toMatchObject({ leftSeconds: -12, lateSeconds: 12 });
});

test("before the first part there is no time to tell; when a part was removed under the show, those that were not on follow", () => {
  const waiting: RundownState = { revision: 1, lines, current: null, begunAt: null, doneIds: [] };
  expect(rundownTime(waiting, begun)).toBeUndefined();
  expect(linesAhead(waiting)).toHaveLength(4);
  expect(linesAhead({ ...waiting, doneIds: [lines[0]!.id] })).toHaveLength(3);
});

test("a pupil sees the own part while it is on, the next own one while others speak, and how long that will be", () => {
  const state = stateAt(1, 15);
  expect(ownPart(state, seat(awa))).toMatchObject({ line: { title: "Chronique" }, turn: "speaking" });
  expect(ownPart(state, seat(jules))).toMatchObject({ line: { title: "Interview" }, turn: "waiting" });
  expect(secondsUntil(state, lines[2]!.id, begun + 45_000)).toBe(30);
  expect(ownPart(stateAt(2, 75), seat(awa))).toMatchObject({ line: { title: "Au revoir" }, turn: "waiting" });
  expect(ownPart({ ...state, lines: lines.slice(0, 2) }, seat(jules))).toMatchObject({ turn: "listening" });
  expect(ownPart({ ...state, lines: [], current: null }, seat(jules))).toBeUndefined();
});

test("a hundred words a minute are a hundred words a minute, whatever the size of the letters", () => {
  const seconds = (height: number) => height / scrollSpeed(height, 150, 100);
  expect(seconds(900)).toBeCloseTo(90, 6);
  expect(seconds(1_800)).toBeCloseTo(90, 6);
  expect(scrollSpeed(300, 0, 100)).toBe(0);
  expect([atLine(99, 48), atLine(95, 48), atLine(3, 48)]).toEqual([96, 48, 0]);
});

test("letters stay between 26 and 40 px, and damaged settings are the usual ones", () => {
  expect(readPrompterSettings('{"sizePx":60,"wordsPerMinute":1}')).toEqual({ sizePx: 40, wordsPerMinute: 50 });
  expect(readPrompterSettings('{"sizePx":"x"}')).toEqual(readPrompterSettings(null));
  for (const damaged of ["null", "{", "12"]) expect(readPrompterSettings(damaged)).toEqual(readPrompterSettings(null));
});
