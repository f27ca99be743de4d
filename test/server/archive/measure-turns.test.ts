import { expect, test, vi } from "vitest";
import { PupilId, StripId } from "../../../schemas/ids.ts";
import { spellsOfVoices, turnsOfPupils } from "../../../server/archive/spells-of-voices.ts";
import { openHeardShow } from "../../support/heard-show.ts";

test("after Fin the station knows who spoke how long, and measures anew when a voice was erased", async () => {
  await using at = await openHeardShow();
  const { store } = at.doors;
  const [awa, jules] = at.school.pupils;
  const told = async () => (await store.showTurns.listOf(at.school.classroom.id))[0];
  await vi.waitFor(async () => expect((await told())?.voices).toHaveLength(3), 30_000);
  const first = (await told())!;
  expect(new Set(first.voices.map(({ pupilId }) => pupilId))).toEqual(new Set([awa.id, jules.id, null]));
  expect(first.voices.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(first.seconds).toBeGreaterThan(1);

  expect((await at.teacher.delete(`/api/pupils/${jules.id}`)).status).toBe(204);
  // At once nothing of them is told; the others' shares follow when their voice is out of the recording.
  expect((await told())!.voices.map(({ pupilId }) => pupilId)).not.toContain(jules.id);
  await vi.waitFor(async () => {
    const shares = (await told())!.voices.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  }, 30_000);
  expect((await told())!.voices).toHaveLength(2);
  expect(at.doors.bugs).toEqual([]);
});

const [awa, jules] = [1, 2].map((number) => PupilId.parse(`01890000-0000-7000-8000-00000000000${number}`));
const [tablet, desk] = [5, 6].map((number) => StripId.parse(`01890000-0000-7000-8000-00000000000${number}`));
const recording = { startedAt: "2026-11-29T10:00:00.000Z", durationSeconds: 60 };
const start = Date.parse(recording.startedAt);

test("a shared microphone is whose it was said to be, and of both while both were said to speak", () => {
  const said = (pupilId: PupilId | null, from: number, to: number | null, stripId = tablet!) => ({
    ...{ stripId, pupilId, beganAt: start + from * 1_000 },
    endedAt: to === null ? null : start + to * 1_000,
  });
  const spells = spellsOfVoices(
    recording,
    [said(awa!, -1, 10), said(awa!, 10, 30), said(jules!, 10, 30), said(jules!, 30, null), said(null, 5, 50, desk)],
    [],
  );
  expect(spells).toEqual([
    { stripId: tablet, voice: awa, from: 0, to: 10 },
    { stripId: tablet, voice: `${awa} ${jules}`, from: 10, to: 30 },
    { stripId: tablet, voice: jules, from: 30, to: 60 },
    { stripId: desk, voice: "grown-up", from: 5, to: 50 },
  ]);
  const measured = (voice: string, seconds: number) => ({
    ...{ voice, seconds, share: seconds / 40, turns: 2, longestSeconds: 5, overlapSeconds: 1, replyGapSeconds: 0.4 },
  });
  const told = turnsOfPupils({
    ...{ seconds: 40, overlaps: 1, overlapSeconds: 1 },
    voices: [measured(awa!, 8), measured(`${awa} ${jules}`, 16), measured(jules!, 8), measured("grown-up", 8)],
  });
  expect(told.voices.map(({ pupilId, seconds, share }) => [pupilId, seconds, share])).toEqual([
    [awa, 16, 0.4],
    [jules, 16, 0.4],
    [null, 8, 0.2],
  ]);
  expect(told.equality).toBeCloseTo(1);
});

test("a recording from before that was noted counts each microphone for whoever was heard at it", () => {
  const heard = [
    { stripId: tablet!, pupilIds: [jules!, awa!] },
    { stripId: desk!, pupilIds: [] },
  ];
  expect(spellsOfVoices(recording, [], heard).map(({ voice, to }) => [voice, to])).toEqual([
    [`${awa} ${jules}`, 60],
    ["grown-up", 60],
  ]);
});
