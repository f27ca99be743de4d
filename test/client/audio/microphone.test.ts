import { describe, expect, test } from "vitest";
import { choicesOf } from "../../../client/audio/create-microphone-list.ts";
import { levelOf, toDbfs } from "../../../client/audio/level.ts";
import { faultBeforeAsking, reportedState } from "../../../client/audio/microphone-fault.ts";
import { usualProcessing, voiceConstraints } from "../../../client/audio/microphone-settings.ts";

const good = { isSecureContext: true, hasMediaDevices: true, hasWebRtc: true };

describe("before the permission is asked", () => {
  test("a page without https says so, and not that the browser is old", () => {
    expect(faultBeforeAsking({ ...good, isSecureContext: false, hasMediaDevices: false })).toBe("insecure");
  });

  test("a browser without microphone or without WebRTC is named as such", () => {
    expect(faultBeforeAsking({ ...good, hasWebRtc: false })).toBe("unsupported");
    expect(faultBeforeAsking({ ...good, hasMediaDevices: false })).toBe("unsupported");
  });

  test("a good page has no fault", () => {
    expect(faultBeforeAsking(good)).toBeUndefined();
  });
});

test("the desk hears of a fault in its own words", () => {
  expect([reportedState("blocked"), reportedState("unplugged"), reportedState("insecure")]).toEqual([
    "blocked",
    "missing",
    "unsupported",
  ]);
});

test("the microphone is asked for in mono, cleaned by the browser, and never another than the chosen one", () => {
  expect(voiceConstraints(undefined, usualProcessing).audio).toEqual({
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: { ideal: 1 },
    sampleRate: { ideal: 48_000 },
  });
  expect(voiceConstraints("headset", usualProcessing).audio).toMatchObject({ deviceId: { exact: "headset" } });
});

test("microphones that can be chosen have names; aliases and loudspeakers are no choice", () => {
  const device = (deviceId: string, label: string, kind: MediaDeviceKind = "audioinput") => ({ deviceId, label, kind });
  const devices = [
    device("default", "Default"),
    device("communications", "Communications"),
    device("a", "Headset"),
    device("b", ""),
    device("c", "Loudspeaker", "audiooutput"),
  ];
  expect(choicesOf(devices)).toEqual([{ deviceId: "a", label: "Headset" }]);
});

test("a full-scale sine peaks at 0 dBFS and has −3 dBFS RMS; nothing at all is −100", () => {
  const sine = Float32Array.from({ length: 4_800 }, (_, index) => Math.sin((2 * Math.PI * 1_000 * index) / 48_000));
  const { peakDbfs, rmsDbfs } = levelOf(sine);
  expect(peakDbfs).toBeCloseTo(0, 2);
  expect(rmsDbfs).toBeCloseTo(-3.01, 2);
  expect([levelOf(new Float32Array(10)).peakDbfs, toDbfs(0)]).toEqual([-100, -100]);
});
