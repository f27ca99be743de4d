import { expect, test } from "vitest";
import { newId } from "../../../server/store/new-id.ts";
import { AccountId, RecordingId } from "../../../schemas/ids.ts";
import type { Strip } from "../../../schemas/studio.ts";
import { VoiceLog } from "../../../server/studio/voice-log.ts";
import { kenza } from "../../support/strip.ts";

test("whoever is on the floor is written down as recorded, and as heard from the moment the microphone opens", async () => {
  let strip: Strip = { ...kenza, isOpen: false };
  const kept: { isOpen: boolean }[] = [];
  const nothing = () => Promise.resolve();
  const log = new VoiceLog({
    strips: () => [strip],
    keepVoice: async (_, voice) => void kept.push(voice),
    ...{ keepSpeakers: nothing, keepTechnician: nothing, keepAdult: nothing },
    onBug: (error) => {
      throw error;
    },
  });
  const recordingId = newId(RecordingId);
  const written = async (change: Partial<Strip>) => {
    strip = { ...strip, ...change };
    log.look();
    await new Promise(setImmediate);
    return kept.map(({ isOpen }) => isOpen);
  };
  const away = await written({ peerId: null });
  await log
    .follow({ onStarted: nothing, onEnded: () => Promise.reject(new Error("not yet")) })
    .onStarted(recordingId, "");
  expect([away, await written({})]).toEqual([[], []]);
  expect(await written({ place: "backstage", peerId: kenza.peerId })).toEqual([]);
  expect(await written({ place: "floor" })).toEqual([false]);
  expect(await written({ isOpen: true })).toEqual([false, true]);
  expect(await written({ isOpen: false })).toEqual([false, true]);
  expect(kept[0]).toMatchObject({ stripId: kenza.id });
});

test("somebody of the staff is written down once their microphone was open, as nobody's voice that a family answers for", async () => {
  const accountId = newId(AccountId);
  let strip: Strip = { ...kenza, voice: { kind: "teacher", accountId }, company: [], isOpen: false };
  const kept: unknown[] = [];
  const nothing = () => Promise.resolve();
  const log = new VoiceLog({
    strips: () => [strip],
    keepVoice: async () => void kept.push("a pupil"),
    ...{ keepSpeakers: nothing, keepTechnician: nothing },
    keepAdult: async (_, id) => void kept.push(id),
    onBug: (error) => {
      throw error;
    },
  });
  const hooks = log.follow({ onStarted: nothing, onEnded: () => Promise.reject(new Error("not yet")) });
  await hooks.onStarted(newId(RecordingId), "");
  await new Promise(setImmediate);
  expect(kept).toEqual([]);
  for (const isOpen of [true, false, true]) {
    strip = { ...strip, isOpen };
    log.look();
  }
  await new Promise(setImmediate);
  expect(kept).toEqual([accountId]);
});
