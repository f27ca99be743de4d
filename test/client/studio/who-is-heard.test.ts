import { describe, expect, test } from "vitest";
import type { ShowId, StripId } from "../../../schemas/ids.ts";
import type { Levels, Strip, Transmission } from "../../../schemas/studio.ts";
import { isNewer } from "../../../client/studio/create-studio.ts";
import { elapsedSeconds } from "../../../client/studio/create-ticker.ts";
import { adviceOn, lookOf } from "../../../client/studio/faults.ts";
import { keepAsked, keepChoice, readChoice, wasAsked } from "../../../client/studio/kept-microphone.ts";
import { pathOf, pupilPlace } from "../../../client/studio/path.ts";
import { judgeProgramme } from "../../../client/studio/programme-verdict.ts";
import { kenza } from "../../support/strip.ts";

const onAir: Transmission = { state: "onAir", since: "2026-11-17T14:00:00.000Z" };
const rehearsing: Transmission = { state: "rehearsing" };

describe("red means that somebody hears", () => {
  test("on air, microphone open, fader up: heard", () => {
    expect(pathOf(kenza, onAir)).toBe("heard");
  });

  test.for([
    ["in rehearsal", kenza, rehearsing, "open"],
    ["with the fader down", { ...kenza, gainDb: -60 }, onAir, "open"],
    ["with a blocked microphone", { ...kenza, microphone: "blocked" }, onAir, "open"],
    ["while coughing", { ...kenza, microphone: "mutedByOwner" }, onAir, "open"],
    ["while away", { ...kenza, peerId: null }, onAir, "open"],
    ["with a closed strip", { ...kenza, isOpen: false }, onAir, "closed"],
  ] as const)("nobody hears a voice %s", ([, strip, transmission, path]) => {
    expect(pathOf(strip as Strip, transmission)).toBe(path);
  });
});

describe("the pupil's frame", () => {
  const place = (strip: Partial<Strip> | undefined, transmission: Transmission, isMuted = false) =>
    pupilPlace(strip === undefined ? undefined : { ...kenza, ...strip }, { transmission }, isMuted);

  test("is blue backstage, green on the floor, red only when heard", () => {
    expect(place({ place: "backstage", isOpen: false }, onAir)).toBe("backstage");
    expect(place({ isOpen: false }, onAir)).toBe("ready");
    expect(place({}, rehearsing)).toBe("ready");
    expect(place({}, onAir)).toBe("onAir");
  });

  test("is not red with the fader down, nor while the pupil coughs", () => {
    expect(place({ gainDb: -60 }, onAir)).toBe("ready");
    expect(place({}, onAir, true)).toBe("muted");
  });

  test("never promises the air to a voice that may not go out", () => {
    for (const transmission of [rehearsing, onAir])
      expect(place({ lock: "none", isOpen: false }, transmission)).toBe("keptOff");
    expect(place({ lock: "class", place: "backstage", isOpen: false }, onAir)).toBe("backstage");
  });

  test("is blue for whoever has no strip yet, and over when the show is", () => {
    expect(place(undefined, onAir)).toBe("backstage");
    expect(place({}, { state: "ended" } as Transmission)).toBe("ended");
  });
});

describe("the programme's chip", () => {
  const levels = (shortTermLufs: number, peakDbfs = -9, strips: Levels["strips"] = {}): Levels => ({
    strips,
    carts: { peakDbfs: -100, rmsDbfs: -100 },
    programme: { left: { peakDbfs, rmsDbfs: -20 }, right: { peakDbfs, rmsDbfs: -20 } },
    momentaryLufs: shortTermLufs,
    shortTermLufs,
    integratedLufs: shortTermLufs,
    denoisingShare: 0,
    bleeds: [],
  });

  test.for([
    [-70, "silent"],
    [-30, "tooQuiet"],
    [-16.3, "good"],
    [-9, "tooLoud"],
  ] as const)("at %f LUFS says %s", ([lufs, word]) => {
    expect(judgeProgramme(levels(lufs), [])).toEqual({ word });
  });

  test("names the loudest open strip after its fader", () => {
    const noah: Strip = { ...kenza, id: "0190a000-0000-7000-8000-000000000009" as StripId, name: "Noé", gainDb: -20 };
    const both = {
      [kenza.id]: { peakDbfs: -12, rmsDbfs: -20, isTalking: true },
      [noah.id]: { peakDbfs: -2, rmsDbfs: -10, isTalking: true },
    };
    expect(judgeProgramme(levels(-9, -3, both), [kenza, noah])).toEqual({ word: "lower", name: "Kenza" });
  });

  test("does not blame a closed strip", () => {
    const shut = { ...kenza, isOpen: false };
    expect(
      judgeProgramme(levels(-9, -3, { [kenza.id]: { peakDbfs: -2, rmsDbfs: -10, isTalking: true } }), [shut]),
    ).toEqual({
      word: "tooLoud",
    });
  });
});

test("an older snapshot that comes late is dropped, also the same one twice", () => {
  expect([isNewer(undefined, { revision: 0 }), isNewer({ revision: 4 }, { revision: 5 })]).toEqual([true, true]);
  expect([isNewer({ revision: 4 }, { revision: 4 }), isNewer({ revision: 4 }, { revision: 3 })]).toEqual([
    false,
    false,
  ]);
});

test("a countdown shows three full seconds: 3 until two are left", () => {
  expect([9_999, 9_001, 9_000, 8_000, 7_001, 7_000].map((now) => -elapsedSeconds(10_000, now))).toEqual([
    1, 1, 1, 2, 3, 3,
  ]);
});

describe("one sentence about the microphone", () => {
  const track = {} as MediaStreamTrack;
  test("a fault comes first, then a mute, then the voice", () => {
    expect(adviceOn({ state: "faulty", fault: "busy" }, true, "good")).toBe("busy");
    expect(adviceOn({ state: "open", track }, true, "good")).toBe("mutedBySystem");
    expect(adviceOn({ state: "open", track }, false, "tooQuiet")).toBe("tooQuiet");
    expect(adviceOn({ state: "opening" }, false, "silent")).toBe("opening");
  });

  test("is green only for a good voice, and grave only without one", () => {
    expect([lookOf("good"), lookOf("loud"), lookOf("blocked"), lookOf("listening")]).toEqual([
      "good",
      "warning",
      "trouble",
      "info",
    ]);
  });
});

describe("what the device remembers", () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => void kept.set(name, text),
    };
  };

  test("the microphone and the switches of last time; damaged memory is the usual", () => {
    const device = storage();
    expect(readChoice(device).processing.echoCancellation).toBe(true);
    keepChoice(
      {
        deviceId: "headset",
        processing: { ...readChoice(device).processing, echoCancellation: false },
        hasHeadphones: true,
      },
      device,
    );
    expect(readChoice(device)).toMatchObject({
      ...{ deviceId: "headset", processing: { echoCancellation: false }, hasHeadphones: true },
    });
    device.setItem("antenne.microphone", "{");
    expect(readChoice(device).deviceId).toBeUndefined();
  });

  test("a sound check counts for its show only", () => {
    const device = storage();
    const [one, other] = ["1", "2"] as unknown as [ShowId, ShowId];
    keepAsked(one, device);
    expect([wasAsked(one, device), wasAsked(other, device)]).toEqual([true, false]);
  });
});
