import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ErrorCode } from "../../../schemas/errors.ts";
import type { ShowId } from "../../../schemas/ids.ts";
import { ApiError } from "../../../client/api/api.ts";
import { makeServerClock } from "../../../client/server-clock.ts";
import type { Signalling } from "../../../client/signalling.ts";
import { createStudio } from "../../../client/studio/create-studio.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", { getItem: () => null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const showId = "0190a000-0000-7000-8000-0000000000aa" as ShowId;

/** A page at the door of a studio that answers `join` with these, one after the other: a refusal, or entry. */
function knock(...answers: (ErrorCode | "network.lost" | "in")[]) {
  const heard = new Map<string, () => void>();
  let asked = 0;
  const signalling = {
    isConnected: () => true,
    refused: () => undefined,
    clock: makeServerClock(),
    ask: () => {
      const [revision, strips, sentAt] = [1, [], "2026-11-17T08:00:00.000Z"];
      asked += 1;
      const answer = answers.shift() ?? "in";
      if (answer !== "in") return Promise.reject(new ApiError(answer));
      return Promise.resolve({ snapshot: { revision, strips, sentAt, transmission: { state: "rehearsing" } } });
    },
    hear: (name: string, listener: () => void) => heard.set(name, listener),
    onConnected: (listener: () => void) => {
      listener();
    },
  } as unknown as Signalling;
  return createRoot((leave) => {
    const studio = createStudio(signalling, showId);
    return { studio, leave, asked: () => asked, announce: (name: string) => heard.get(name)?.() };
  });
}

test("a page that nobody answered, or that came while the station was busy, enters by itself", async () => {
  const page = knock("network.lost", "media.unavailable", "server.failed", "server.closing", "request.too_many");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(page.studio.presence().state).toBe("entering");
  await vi.advanceTimersByTimeAsync(9_000);
  expect([page.studio.presence().state, page.asked()]).toEqual(["in", 6]);
});

test("who may not come in is told, and does not ask again", async () => {
  for (const code of ["show.ended", "studio.barred", "session.forbidden", "show.not_found", "studio.full"] as const) {
    const page = knock(code);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.studio.presence()).toMatchObject({ state: "refused", thrown: { code } });
    expect(page.asked()).toBe(1);
  }
});

test("a page whose studio closes comes in anew where it can, and says why where it cannot", async () => {
  const page = knock("in", "server.closing", "show.not_found");
  await vi.advanceTimersByTimeAsync(0);
  expect(page.studio.joined()).toBeDefined();
  page.announce("studioClosed");
  expect(page.studio.joined()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(page.studio.presence()).toMatchObject({ state: "refused", thrown: { code: "show.not_found" } });
});

test("a page that is left asks no more", async () => {
  const page = knock("server.failed", "server.failed");
  await vi.advanceTimersByTimeAsync(0);
  page.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.asked()).toBe(1);
});
