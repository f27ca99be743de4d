import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { FinishedRecording } from "../../../media/recorder/finished-recording.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { steadyLevelAt as levelAt } from "../../support/steady-level.ts";
import { speak } from "../../support/speak.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

const [teacherTone, awaTone] = [1_320, 440];
const alone = { from: 0.5, seconds: 1.5 };
const together = { from: 3.2, seconds: 1.6 };
const aloneAgain = { from: 6.5, seconds: 1.2 };

describe("a show in which a pupil comes in from backstage, and the teacher speaks off air meanwhile", () => {
  const open = new AsyncDisposableStack();
  const strips: { teacher?: StripId; awa?: StripId } = {};
  let recording: FinishedRecording;
  const refusals: Record<string, unknown> = {};
  let audited: { actor: string; act: string; detail: string | null }[];
  let bugs: readonly unknown[];

  beforeAll(async () => {
    const house = open.use(await openStudioHouse());
    const { showId } = house;
    const [desk, awa, jules] = [
      open.use(await house.connectAs("teacher")),
      open.use(await house.connectAs(0)),
      open.use(await house.connectAs(1)),
    ];
    const sit = async (page: typeof desk, tone: number) => {
      const { stripId, routerRtpCapabilities } = await page.join(showId);
      const producerId = await page.speakUp(routerRtpCapabilities);
      open.use(await speak(house.microphones.get(producerId)!, tone, -23));
      return stripId;
    };
    const teacher = (strips.teacher = await sit(desk, teacherTone));
    const pupil = (strips.awa = await sit(awa, awaTone));
    await sit(jules, 880);
    const onAirFor = (count: number) =>
      vi.waitFor(
        () => {
          const state = desk.all("studioChanged").at(-1)?.transmission;
          const seconds = state?.state === "onAir" ? (Date.now() - Date.parse(state.since)) / 1_000 : -1;
          expect(seconds).toBeGreaterThan(count);
        },
        { timeout: 30_000, interval: 20 },
      );
    await desk.must("setStrip", { stripId: teacher, isOpen: true });
    refusals.openBackstage = await desk.ask("setStrip", { stripId: pupil, isOpen: true });
    await desk.must("goOnAir", {});
    await onAirFor(2.5);
    await desk.must("bringIn", { stripId: pupil });
    await desk.must("setStrip", { stripId: pupil, isOpen: true });
    refusals.toOnAir = await desk.ask("talkBack", { target: { kind: "strip", stripId: pupil } });
    await awa.must("setHeadphones", { hasHeadphones: true });
    refusals.toHeadphones = await desk.ask("talkBack", { target: { kind: "strip", stripId: pupil } });
    await onAirFor(5);
    await desk.must("talkBack", { target: null });
    await desk.must("sendBackstage", { stripId: pupil });
    await onAirFor(8);
    await desk.must("endShow", {});
    recording = house.ended[0]!;
    audited = await house.store.audit.listOf(`show:${showId}`);
    bugs = house.bugs;
  }, 60_000);
  afterAll(() => open.disposeAsync());

  test("who waits is not in the programme, before and after", async () => {
    expect(await levelAt(awaTone, recording.programmePath, alone)).toBeLessThan(-70);
    expect(await levelAt(awaTone, recording.programmePath, together)).toBeCloseTo(-23, 0);
    expect(await levelAt(awaTone, recording.programmePath, aloneAgain)).toBeLessThan(-70);
    expect(await levelAt(880, recording.programmePath)).toBeLessThan(-70);
  });

  test("what the teacher says off air is not in the programme, and their microphone is open again afterwards", async () => {
    expect(await levelAt(teacherTone, recording.programmePath, alone)).toBeCloseTo(-23, 0);
    expect(await levelAt(teacherTone, recording.programmePath, together)).toBeLessThan(-70);
    expect(await levelAt(teacherTone, recording.programmePath, aloneAgain)).toBeCloseTo(-23, 0);
  });

  test("nothing of it is on disk: no track of who only waits, and silence where the teacher spoke off air", async () => {
    expect(new Set(recording.tracks.map(({ stripId }) => stripId))).toEqual(new Set([strips.teacher, strips.awa]));
    const awa = recording.tracks.find(({ stripId }) => stripId === strips.awa)!;
    expect(awa.startSeconds).toBeGreaterThan(2.3);
    expect(awa.durationSeconds).toBeLessThan(3.2);
    const teacher = recording.tracks.find(({ stripId }) => stripId === strips.teacher)!;
    expect(await levelAt(teacherTone, teacher.path, alone)).toBeCloseTo(-23, 0);
    expect(await levelAt(teacherTone, teacher.path, together)).toBeLessThan(-70);
    expect(await levelAt(teacherTone, teacher.path, aloneAgain)).toBeCloseTo(-23, 0);
  });

  test("the desk is told why: one waits backstage, another is on air without headphones", () => {
    expect(refusals.openBackstage).toEqual({ ok: false, error: "strip.backstage" });
    expect(refusals.toOnAir).toEqual({ ok: false, error: "talkback.on_air" });
    expect(refusals.toHeadphones).toEqual({ ok: true, data: {} });
  });

  test("who was brought in and sent back stands in the audit, with by whom and which strip", () => {
    const acts = audited.filter(({ act }) => act.startsWith("participant."));
    expect(acts.map(({ act }) => act)).toEqual(["participant.sentBackstage", "participant.broughtIn"]);
    for (const { actor, detail } of acts) {
      expect(actor).toMatch(/^account:/);
      expect(detail).toMatch(/^strip 2, pupil:[\da-f-]{36}$/);
    }
    expect(bugs).toEqual([]);
  });
});
