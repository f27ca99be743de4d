import { expect, test, vi } from "vitest";
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";
import type { StripId } from "../../../schemas/ids.ts";
import { endlessVoice } from "../../support/endless-voice.ts";
import { heardTone } from "../../support/heard-tone.ts";
import { sendLive } from "../../support/live-voice.ts";
import { decode, openRtpEar } from "../../support/rtp-ear.ts";
import { toneSamples } from "../../support/sound.ts";

const stripId = "01890000-0000-7000-8000-000000000001" as StripId;
const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000, interval: 20 });

test("the cue bus leaves as Opus while a strip is listened to, and is at rest before and after", async () => {
  await using thread = await openMixerThread();
  const mixer = await thread.openMixer();
  await using ear = await openRtpEar();
  await using cue = await mixer.openCue({ ip: ear.ip, port: ear.port, payloadType: 111, ssrc: 77 });
  expect(cue).toBeDefined();
  await mixer.openStrip(stripId, { gainDb: 0, isOpen: false });
  const voice = endlessVoice(toneSamples(1_000, -20, 1));
  await using input = await mixer.openInput(stripId, voice);
  await using live = await sendLive(voice, input.port);
  const sentBefore = live.sentMs.length;
  await until(() => expect(live.sentMs.length).toBeGreaterThan(sentBefore + 40));
  // Silence is heard for a fifth of a second, so that the listener's decoder is at rest too.
  expect(ear.heard.length).toBeLessThanOrEqual(11);
  const atRest = ear.heard.length;
  mixer.setStrip(stripId, { isCued: true });
  await until(() => expect(ear.heard.length).toBeGreaterThan(atRest + 60));
  expect(ear.heard.at(-1)).toMatchObject({ ssrc: 77, payloadType: 111 });
  const sound = decode(ear.heard.slice(atRest + 10).map(({ payload }) => payload));
  // A packet that a busy machine sends late is a gap in the voice, and no lower voice.
  const { most, share } = heardTone(1_000, sound.subarray(9_600));
  expect(most).toBeCloseTo(-20, 0);
  expect(share).toBeGreaterThan(0.9);
  mixer.setStrip(stripId, { isCued: false });
  const sentWhile = live.sentMs.length;
  await until(() => expect(live.sentMs.length).toBeGreaterThan(sentWhile + 30));
  const silent = ear.heard.length;
  await until(() => expect(live.sentMs.length).toBeGreaterThan(sentWhile + 60));
  expect(ear.heard.length).toBe(silent);
});
