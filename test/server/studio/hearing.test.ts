import { describe, expect, test } from "vitest";
import type { StripId } from "../../../schemas/ids.ts";
import type { Strip } from "../../../schemas/studio.ts";
import { hears, isExposed, isInProgramme, isRecorded } from "../../../server/studio/hearing.ts";
import { kenza } from "../../support/strip.ts";

const other = (change: Partial<Strip> = {}): Strip => ({
  ...kenza,
  id: "0190a000-0000-7000-8000-00000000000a" as StripId,
  name: "Noé",
  ...change,
});
const [rehearsing, onAir] = [false, true];
const talkingTo = { kind: "strip", stripId: kenza.id } as const;

describe("who hears whom", () => {
  test("in rehearsal everybody on the floor hears everybody there, open or closed", () => {
    expect(hears(kenza, other({ isOpen: false }), rehearsing)).toBe(true);
  });

  test("on air a closed microphone is heard by nobody", () => {
    expect(hears(kenza, other({ isOpen: false }), onAir)).toBe(false);
    expect(hears(kenza, other(), onAir)).toBe(true);
  });

  test("a voice that may not go out is heard in rehearsal, and by nobody on air", () => {
    const locked = other({ lock: "none", isOpen: false });
    expect([hears(kenza, locked, rehearsing), hears(kenza, locked, onAir)]).toEqual([true, false]);
    expect(hears(kenza, { ...locked, isOpen: true }, onAir)).toBe(false);
  });

  test("who waits backstage hears the floor, and is heard by nobody", () => {
    const waiting = other({ place: "backstage", isOpen: false });
    expect(hears(waiting, kenza, onAir)).toBe(true);
    expect([hears(kenza, waiting, onAir), hears(kenza, waiting, rehearsing)]).toEqual([false, false]);
  });

  test("devices at one table never play each other, those at two tables do", () => {
    expect(hears({ ...kenza, table: "A" }, other({ table: "A" }), rehearsing)).toBe(false);
    expect(hears({ ...kenza, table: "A" }, other({ table: "B" }), rehearsing)).toBe(true);
  });

  test("what is said off air reaches its target and nobody else", () => {
    const teacher = other({ talkingTo });
    const bystander = other({ id: "0190a000-0000-7000-8000-00000000000b" as StripId });
    const waiting: Strip = { ...kenza, place: "backstage", isOpen: false };
    expect(hears(waiting, teacher, onAir)).toBe(true);
    expect(hears(bystander, teacher, onAir)).toBe(false);
    expect(hears(waiting, other({ talkingTo: { kind: "backstage" } }), onAir)).toBe(true);
    expect(hears(bystander, other({ talkingTo: { kind: "backstage" } }), onAir)).toBe(false);
    expect(hears(bystander, other({ talkingTo: { kind: "all" } }), rehearsing)).toBe(true);
  });

  test("who is spoken to backstage is heard by who speaks, so that they can answer", () => {
    const waiting: Strip = { ...kenza, place: "backstage", isOpen: false };
    expect(hears(other({ talkingTo }), waiting, onAir)).toBe(true);
  });

  test("a target that comes on air without headphones hears nothing off air any more", () => {
    expect(hears(kenza, other({ talkingTo }), onAir)).toBe(false);
    expect(hears({ ...kenza, hasHeadphones: true }, other({ talkingTo }), onAir)).toBe(true);
    expect(hears({ ...kenza, microphone: "mutedByOwner" }, other({ talkingTo }), onAir)).toBe(true);
  });
});

test("the programme takes open microphones on the floor only, and nothing that is said off air", () => {
  expect(isInProgramme(kenza)).toBe(true);
  expect(isInProgramme({ ...kenza, isOpen: false })).toBe(false);
  expect(isInProgramme({ ...kenza, place: "backstage" })).toBe(false);
  expect(isInProgramme({ ...kenza, talkingTo: { kind: "all" } })).toBe(false);
  expect(isInProgramme({ ...kenza, lock: "family" })).toBe(false);
});

test("a closed microphone on the floor is recorded on its own track, one backstage is not", () => {
  expect(isRecorded({ ...kenza, isOpen: false })).toBe(true);
  expect(isRecorded({ ...kenza, place: "backstage" })).toBe(false);
  expect(isRecorded({ ...kenza, talkingTo: { kind: "all" } })).toBe(false);
  expect(isRecorded({ ...kenza, lock: "none" })).toBe(false);
});

test("only who is on air without headphones would let everybody hear what is played to them", () => {
  expect(isExposed(kenza, onAir)).toBe(true);
  expect(isExposed(kenza, rehearsing)).toBe(false);
  expect(isExposed({ ...kenza, hasHeadphones: true }, onAir)).toBe(false);
});
