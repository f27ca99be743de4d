import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { openHubNews } from "../../../server/archive/hub/open-hub-news.ts";
import { readConfig } from "../../../server/config.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { openDoors } from "../../support/doors.ts";
import { brokenRules, readFeedTree } from "../../support/psp-1.ts";

const origin = "https://radio.example";

/** A small hub on this machine: keeps what it is told, and answers what is wanted of it. */
async function openHub() {
  const told: { method: string; type: string; mode: string | null; topic: string | null }[] = [];
  const hub = { status: 204, location: "", isEndless: false };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const form = new URLSearchParams(body);
      const type = request.headers["content-type"] ?? "";
      told.push({ method: request.method!, type, mode: form.get("hub.mode"), topic: form.get("hub.url") });
      response.writeHead(hub.status, hub.location === "" ? {} : { location: hub.location });
      if (hub.isEndless) response.write("x".repeat(100_000));
      else response.end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = () => {
    server.closeAllConnections();
    server.close();
    return Promise.resolve();
  };
  return { told, hub, address, [Symbol.asyncDispose]: close };
}

/** A station whose one channel is public, with the hub that it tells; a look is made whenever the clock moves. */
async function openTold() {
  await using opening = new AsyncDisposableStack();
  const hub = opening.use(await openHub());
  const doors = opening.use(await openDoors());
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const set = (change: object) => teacher.patch(`/api/channels/${school.channel.id}`, change);
  // Long before, so that only what is done here is news.
  doors.clock.now += 86_400_000;
  const { clock: jobClock, move } = fakeJobClock();
  const failures: unknown[] = [];
  opening.use(
    await openHubNews({
      ...{ database: doors.database, hub: { address: hub.address, origin }, jobClock, clock: () => doors.clock.now },
      ...{ onFailure: (_id, error) => failures.push(error), onBug: (error) => doors.bugs.push(error) },
    }),
  );
  const pass = (ms: number) => {
    doors.clock.now += ms;
    move(ms);
  };
  const open = opening.move();
  return { hub, doors, school, set, pass, failures, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

const waiting = { timeout: 10_000, interval: 20 };

test("the hub is told of a public feed when it changes, by its address and in WebSub's words, and of no other", async () => {
  await using at = await openTold();
  await at.set({ title: "Rien pour le hub" });
  at.pass(5_000);
  await at.set({ visibility: "public" });
  at.pass(5_000);
  await vi.waitFor(() => expect(at.hub.told).toHaveLength(1), waiting);
  const topic = `${origin}/feeds/${at.school.channel.slug}.xml`;
  const type = "application/x-www-form-urlencoded;charset=UTF-8";
  expect(at.hub.told).toEqual([{ method: "POST", type, mode: "publish", topic }]);
  at.doors.clock.now += 1;
  // Nothing new: nothing told.
  at.pass(5_000);
  at.pass(5_000);
  await at.set({ title: "Radio du matin" });
  at.pass(5_000);
  await vi.waitFor(() => expect(at.hub.told).toHaveLength(2), waiting);
  // Closed: the hub hears neither that it is, nor what comes after.
  await at.set({ visibility: "family" });
  at.pass(5_000);
  await at.set({ title: "Entre nous" });
  at.pass(5_000);
  await at.set({ visibility: "public" });
  at.pass(5_000);
  await vi.waitFor(() => expect(at.hub.told).toHaveLength(3), waiting);
  expect(at.doors.bugs).toEqual([]);
});

test("a hub that is away is told again later, once for all that changed meanwhile; where it leads is not followed", async () => {
  await using at = await openTold();
  at.hub.hub.status = 503;
  await at.set({ visibility: "public" });
  at.pass(5_000);
  await vi.waitFor(() => expect(at.failures).toHaveLength(1), waiting);
  await at.set({ title: "Deux" });
  at.pass(5_000);
  await using elsewhere = await openHub();
  Object.assign(at.hub.hub, { status: 307, location: elsewhere.address });
  at.pass(5_000);
  await vi.waitFor(() => expect(at.failures).toHaveLength(2), waiting);
  Object.assign(at.hub.hub, { status: 202, location: "", isEndless: true });
  at.pass(60_000);
  await vi.waitFor(() => expect(at.hub.told).toHaveLength(3), waiting);
  const left = () => at.doors.database.selectFrom("job").select("id").where("kind", "=", "ping-hub").execute();
  await vi.waitFor(async () => expect(await left()).toEqual([]), waiting);
  expect([at.hub.told.length, elsewhere.told, at.failures.length]).toEqual([3, [], 2]);
});

test("public feeds name the hub beside themselves; private ones do not, and none does without a hub", async () => {
  const hub = "https://hub.example/";
  const linksOf = async (wish: { hub?: string }, visibility: string) => {
    await using doors = await openDoors(wish);
    const school = await doors.seedSchool();
    const teacher = await doors.asTeacher(school);
    await teacher.patch(`/api/channels/${school.channel.id}`, { visibility });
    const xml = await (await teacher.get(`/feeds/${school.channel.slug}.xml`)).text();
    if (visibility === "public" && wish.hub === undefined) expect(brokenRules(xml)).toEqual([]);
    return readFeedTree(xml).channel["atom:link"];
  };
  const self = {
    "@href": "http://antenne.test/feeds/radio-hirondelle.xml",
    "@rel": "self",
    "@type": "application/rss+xml",
  };
  expect(await linksOf({ hub }, "public")).toEqual([self, { "@href": hub, "@rel": "hub" }]);
  expect(await linksOf({ hub }, "class")).toEqual(self);
  expect(await linksOf({}, "public")).toEqual(self);
});

test("a hub wants the address that feeds are known by", () => {
  const told = { WEBSUB_HUB: "https://hub.example/", PUBLIC_URL: "https://radio.example/" };
  expect(readConfig(told, []).hub).toEqual({ address: "https://hub.example/", origin });
  expect(readConfig({}, []).hub).toBeUndefined();
  expect(() => readConfig({ WEBSUB_HUB: told.WEBSUB_HUB }, [])).toThrow("PUBLIC_URL");
  expect(() => readConfig({ ...told, WEBSUB_HUB: "file:///etc/passwd" }, [])).toThrow("WEBSUB_HUB");
});
