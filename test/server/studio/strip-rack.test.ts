import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { AccountId, PeerId, PupilId } from "../../../schemas/ids.ts";
import { StripRack, type Person } from "../../../server/studio/strip-rack.ts";

const pupil = (name: string): Person => ({
  name,
  voice: { kind: "pupil", pupilId: PupilId.parse(randomUUID()), bird: "merle", colour: 1 },
});
const teacher = (): Person => ({
  name: "Mme Lefort",
  voice: { kind: "teacher", accountId: AccountId.parse(randomUUID()) },
});
const peerId = () => PeerId.parse(randomUUID());

/** A rack with so many pupils seated. */
function rackOf(count: number, now?: () => number) {
  const rack = new StripRack(now);
  const people = Array.from({ length: count }, (_, index) => pupil(`Élève-${index}`));
  for (const person of people) rack.seat(rack.add(person).strip, peerId(), person);
  return { rack, people };
}

test("a strip begins closed, at 0 dB, with the next number", () => {
  const { rack } = rackOf(2);
  expect(rack.add(teacher()).strip).toMatchObject({ number: 3, gainDb: 0, isOpen: false, peerId: null });
});

test("the thirteenth pupil finds the studio full, a teacher still comes in", () => {
  const { rack } = rackOf(12);
  expect(() => rack.add(pupil("Zoé"))).toThrow(expect.objectContaining({ code: "studio.full" }));
  expect(rack.add(teacher()).strip.number).toBe(13);
});

test("a place is kept for whoever blinks; after two minutes away it is given to another, those backstage first", () => {
  let now = Date.parse("2026-11-17T14:00:00.000Z");
  const { rack, people } = rackOf(12, () => now);
  const [onFloor, backstage] = [rack.find(people[2]!)!, rack.find(people[7]!)!];
  onFloor.place = "floor";
  for (const strip of [onFloor, backstage]) rack.vacate(strip, "2026-11-17T14:00:00.000Z");
  now += 119_000;
  expect(() => rack.add(pupil("Zoé"))).toThrow(expect.objectContaining({ code: "studio.full" }));
  now += 1_000;
  expect(rack.add(pupil("Zoé")).dropped?.id).toBe(backstage.id);
  expect(rack.find(people[2]!)).toBe(onFloor);
});

test("when all places are taken, the strip that is empty gives way", () => {
  const { rack, people } = rackOf(12);
  const empty = rack.find(people[4]!)!;
  rack.vacate(empty, "2026-11-17T14:00:00.000Z");
  expect(rack.add(pupil("Zoé"))).toMatchObject({ dropped: { id: empty.id }, strip: { number: 13 } });
  expect(rack.find(people[4]!)).toBeUndefined();
  expect(rack.list()).toHaveLength(12);
});

test("a strip keeps gain and mute while its peer is away", () => {
  const { rack, people } = rackOf(1);
  const strip = rack.find(people[0]!)!;
  Object.assign(strip, { gainDb: -7, isOpen: true });
  rack.vacate(strip, "2026-11-17T14:00:00.000Z");
  expect(strip).toMatchObject({ peerId: null, gainDb: -7, isOpen: true, link: { quality: "lost" } });
  expect(strip.awaySince).toBe("2026-11-17T14:00:00.000Z");
  const back = peerId();
  rack.seat(strip, back, { ...people[0]!, name: "Awa" });
  expect(rack.require(strip.id)).toMatchObject({ name: "Awa", peerId: back, gainDb: -7, isOpen: true });
});
