import type { types } from "mediasoup-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeSender } from "../../../client/audio/sender.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const track = { id: "microphone" } as MediaStreamTrack;

/** A way to a server that refuses the microphone so many times. */
function refusing(times: number) {
  const way = {
    asked: 0,
    closed: false,
    produce: async () => {
      way.asked += 1;
      if (way.asked <= times) throw new Error("refused");
      return Promise.resolve({ closed: false, track });
    },
  };
  return way;
}
const asTransport = (way: ReturnType<typeof refusing>) => way as unknown as types.Transport;

test("a microphone that was refused is sent again, and counts as sent only when the server has it", async () => {
  let isSending = false;
  const sender = makeSender((now) => (isSending = now));
  const way = refusing(3);
  sender.setTrack(track);
  sender.setTransport(asTransport(way));
  const asked: number[] = [];
  for (const ms of [0, 1_000, 2_000]) {
    await vi.advanceTimersByTimeAsync(ms);
    asked.push(way.asked);
  }
  expect([asked, isSending]).toEqual([[1, 2, 3], false]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([way.asked, isSending]).toEqual([4, true]);
});

test("what is not to be sent any more, or goes another way, is not tried again", async () => {
  const sender = makeSender(() => undefined);
  const [former, next] = [refusing(9), refusing(0)];
  sender.setTrack(track);
  sender.setTransport(asTransport(former));
  await vi.advanceTimersByTimeAsync(0);
  sender.setTransport(asTransport(next));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([former.asked, next.asked]).toEqual([1, 1]);
});
