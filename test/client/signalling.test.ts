import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io } from "socket.io-client";
import { expect, onTestFinished, test } from "vitest";
import { ApiError } from "../../client/api/api.ts";
import { makeServerClock } from "../../client/server-clock.ts";
import { askOver, attemptMs } from "../../client/signalling.ts";

/** A connected socket to a server that answers every request with `answer`. */
async function connectedTo(answer: unknown) {
  const http = createServer();
  const server = new Server(http, { serveClient: false });
  server.on("connection", (socket) => {
    socket.onAny((_name: string, _data: unknown, reply: (answer: unknown) => void) => {
      reply(answer);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const socket = io(`http://127.0.0.1:${String((http.address() as AddressInfo).port)}`, { transports: ["websocket"] });
  onTestFinished(async () => {
    socket.disconnect();
    await server.close();
  });
  await new Promise<void>((resolve) => socket.on("connect", resolve));
  return socket;
}

test("a question gets its reply, and the clock learns how long it took", async () => {
  const socket = await connectedTo({ ok: true, data: { iceParameters: { a: 1 } } });
  const trips: number[] = [];
  const clock = { ...makeServerClock(), measuredRoundTrip: (milliseconds: number) => trips.push(milliseconds) };
  expect(await askOver(socket, clock, "restartIce", { transportId: "t" })).toEqual({ iceParameters: { a: 1 } });
  expect(trips).toHaveLength(1);
});

test("a refusal is thrown with its code", async () => {
  const socket = await connectedTo({ ok: false, error: "studio.no_microphone" });
  const refused = askOver(socket, makeServerClock(), "goOnAir", {});
  await expect(refused).rejects.toThrow(new ApiError("studio.no_microphone"));
});

test("nothing is asked over a broken connection: a later one would not know what it is about", async () => {
  const socket = await connectedTo({ ok: true, data: {} });
  socket.disconnect();
  await expect(askOver(socket, makeServerClock(), "endShow", {})).rejects.toThrow(new ApiError("network.lost"));
});

test("attempts to come back are short for as long as a lost network usually lasts, and then long enough for a slow one", () => {
  const attempts = Array.from({ length: 40 }, (_, index) => attemptMs(index + 1));
  expect(attempts[0]).toBeLessThanOrEqual(2_000);
  expect(attempts.at(-1)).toBeGreaterThanOrEqual(8_000);
  expect(attempts.filter((ms) => ms <= 2_000).length * 2).toBeGreaterThanOrEqual(45);
});
