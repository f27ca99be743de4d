import { existsSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { openSfu } from "../../../media/sfu/open-sfu.ts";
import { microphoneParameters } from "../../support/browser-parameters.ts";

const pidOf = (sfu: Awaited<ReturnType<typeof openSfu>>) => sfu.workers()[0]!.pid!;

test("a worker that dies is told of and replaced, at the same port, and a new room can open", async () => {
  const port = 41_840;
  await using sfu = await openSfu({ listenIp: "127.0.0.1", port });
  const told: Error[] = [];
  sfu.onDied((error) => told.push(error));
  const lost = await sfu.openRoom();
  const transport = await lost.openTransport({ forceTcp: false });
  const source = await lost.openSource();
  const former = pidOf(sfu);
  process.kill(former, "SIGKILL");
  expect(await lost.died).toBeInstanceOf(Error);
  await expect(lost.openTransport({ forceTcp: false })).rejects.toMatchObject({ code: "transport.failed" });
  await expect(transport.produce(microphoneParameters(1))).rejects.toMatchObject({ code: "transport.failed" });
  // What was opened in the dead room can still be closed.
  await source[Symbol.asyncDispose]();
  await transport[Symbol.asyncDispose]();
  await lost[Symbol.asyncDispose]();
  await using room = await sfu.openRoom();
  const { iceCandidates } = (await room.openTransport({ forceTcp: true })).parameters;
  expect(iceCandidates).toMatchObject([{ port }]);
  expect(told).toHaveLength(1);
  expect(sfu.workers()).toEqual([{ pid: expect.any(Number) as number, rooms: 1 }]);
  expect(pidOf(sfu)).not.toBe(former);
});

test("closing the SFU ends its processes, and rooms end without a death", async () => {
  const sfu = await openSfu({ listenIp: "127.0.0.1", port: 0, workers: 2 });
  const room = await sfu.openRoom();
  const hasDied = vi.fn();
  void room.died.then(hasDied);
  const pids = sfu.workers().map(({ pid }) => pid);
  await sfu[Symbol.asyncDispose]();
  await vi.waitFor(() => expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]));
  expect(hasDied).not.toHaveBeenCalled();
  await expect(sfu.openRoom()).rejects.toMatchObject({ code: "media.unavailable" });
});

test("a port that is taken is said at the start", async () => {
  await using first = await openSfu({ listenIp: "127.0.0.1", port: 41_845 });
  expect(first.workers()).toHaveLength(1);
  await expect(openSfu({ listenIp: "127.0.0.1", port: 41_845 })).rejects.toMatchObject({ code: "media.unavailable" });
});

test("rooms are shared out among the workers", async () => {
  await using sfu = await openSfu({ listenIp: "127.0.0.1", port: 0, workers: 2 });
  const rooms = await Promise.all([1, 2, 3, 4].map(() => sfu.openRoom()));
  expect(sfu.workers().map(({ rooms: count }) => count)).toEqual([2, 2]);
  await Promise.all(rooms.map((room) => room[Symbol.asyncDispose]()));
  expect(sfu.workers().map(({ rooms: count }) => count)).toEqual([0, 0]);
});
