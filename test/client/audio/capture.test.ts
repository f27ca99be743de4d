import { describe, expect, test } from "vitest";
import { makeCapture } from "../../../client/audio/capture.ts";

/** A microphone whose permission is answered when the test says so. */
function microphone(tracks = 1) {
  const stopped: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<MediaStream>();
  const all = Array.from({ length: tracks }, (_, index) => ({ onended: null, stop: () => stopped.push(index) }));
  const stream = { getTracks: () => all, getAudioTracks: () => all } as unknown as MediaStream;
  const heard: string[] = [];
  const release = makeCapture(
    () => promise,
    {},
    {
      onTrack: () => heard.push("track"),
      onFault: (fault) => heard.push(fault),
    },
  );
  const allow = async () => {
    resolve(stream);
    await promise;
  };
  const refuse = async (name: string) => {
    reject(new DOMException("no", name));
    await promise.catch(() => undefined);
  };
  return { release, allow, refuse, heard, stopped };
}

describe("a microphone that is opened", () => {
  test("is released with its page", async () => {
    const { release, allow, heard, stopped } = microphone();
    await allow();
    expect([heard, stopped]).toEqual([["track"], []]);
    release();
    expect(stopped).toEqual([0]);
  });

  test("is stopped at once when the permission comes after the page was left, and nobody hears of it", async () => {
    const { release, allow, heard, stopped } = microphone();
    release();
    await allow();
    expect([heard, stopped]).toEqual([[], [0]]);
  });

  test("that is refused after the page was left says nothing", async () => {
    const { release, refuse, heard } = microphone();
    release();
    await refuse("NotAllowedError");
    expect(heard).toEqual([]);
  });

  test("that gives no sound at all counts as missing", async () => {
    const { allow, heard } = microphone(0);
    await allow();
    expect(heard).toEqual(["missing"]);
  });

  test.for([
    ["NotAllowedError", "blocked"],
    ["NotFoundError", "missing"],
    ["OverconstrainedError", "missing"],
    ["NotReadableError", "busy"],
    ["TypeError", "unsupported"],
  ] as const)("refused with %s is %s", async ([name, fault]) => {
    const { refuse, heard } = microphone();
    await refuse(name);
    expect(heard).toEqual([fault]);
  });
});
