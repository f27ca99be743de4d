import { expect, test, vi } from "vitest";
import { makeSpeakers } from "../../../client/audio/speakers.ts";

/** Audio elements of a browser that plays, or that waits for a gesture. */
function browser() {
  const made: { volume: number; muted: boolean; srcObject: unknown; play: () => Promise<void>; pause: () => void }[] =
    [];
  const policy = { isBlocking: false };
  const refusal = () => Promise.reject(new DOMException("gesture", "NotAllowedError"));
  const makeElement = () => {
    const play = () => (policy.isBlocking ? refusal() : Promise.resolve());
    const element = { volume: 1, muted: false, srcObject: undefined as unknown, play, pause: vi.fn<() => void>() };
    made.push(element);
    return element as unknown as HTMLAudioElement;
  };
  return { made, policy, makeElement };
}

vi.stubGlobal("MediaStream", Object);
const track = {} as MediaStreamTrack;

test("what the browser holds back is played after a press of a key", async () => {
  const { policy, makeElement } = browser();
  const onBlocked = vi.fn<(isBlocked: boolean) => void>();
  const speakers = makeSpeakers(onBlocked, makeElement);
  policy.isBlocking = true;
  speakers.play("kenza", track);
  await vi.waitFor(() => expect(onBlocked).toHaveBeenLastCalledWith(true));
  policy.isBlocking = false;
  speakers.unlock();
  await vi.waitFor(() => expect(onBlocked).toHaveBeenLastCalledWith(false));
});

test("the volume holds for those who come later, and silence is mute, for tablets that ignore volume", () => {
  const { made, makeElement } = browser();
  const speakers = makeSpeakers(() => undefined, makeElement);
  speakers.setVolume(0);
  speakers.play("kenza", track);
  expect(made[0]).toMatchObject({ volume: 0, muted: true });
  speakers.setVolume(0.5);
  expect(made[0]).toMatchObject({ volume: 0.5, muted: false });
});

test("a voice that leaves is let go, and the same voice is never played twice", () => {
  const { made, makeElement } = browser();
  const speakers = makeSpeakers(() => undefined, makeElement);
  speakers.play("kenza", track);
  speakers.play("kenza", track);
  expect(made.map(({ srcObject }) => srcObject === null)).toEqual([true, false]);
  speakers.stopAll();
  expect(made.every(({ srcObject }) => srcObject === null)).toBe(true);
});

test("while the desk listens to a strip on its own, all else is soft; on tablets that ignore volume, silent", () => {
  const { made, makeElement } = browser();
  const speakers = makeSpeakers(() => undefined, makeElement);
  speakers.setVolume(0.8);
  speakers.play("kenza", track);
  speakers.play("cue", track, true);
  speakers.dim(true);
  expect(made[0]!.volume).toBeCloseTo(0.128, 3);
  expect(made[1]!.volume).toBe(0.8);
  speakers.dim(false);
  expect(made.map(({ volume }) => volume)).toEqual([0.8, 0.8]);
  Object.defineProperty(made[0], "volume", { get: () => 1, set: () => undefined });
  speakers.dim(true);
  expect(made.map(({ muted }) => muted)).toEqual([true, false]);
});
