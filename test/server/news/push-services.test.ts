import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usualQuietHours, type NewsWish, type PushedNews } from "../../../schemas/news.ts";
import { makePusher } from "../../../server/news/make-pusher.ts";
import { readPushKeys } from "../../../server/news/push-keys.ts";
import { openDoors } from "../../support/doors.ts";
import { openPushService } from "../../support/push-service.ts";

const all: NewsWish = { kinds: ["soon", "live", "episode"], quiet: usualQuietHours, language: "fr" };

test("the station sends to the push services of browsers and to no other address", async () => {
  await using doors = await openDoors();
  const { channel } = await doors.seedSchool();
  await doors.store.channels.change(channel.id, { visibility: "public" });
  await using service = await openPushService();
  const put = async (endpoint: string) => {
    const { keys } = service.subscribe().subscription;
    const answer = await doors
      .browser()
      .put(`/api/channels/${channel.slug}/news`, { subscription: { endpoint, keys }, wish: all });
    return answer.status;
  };
  for (const endpoint of [
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://web.push.apple.com/abc",
    "https://wns2-par02p.notify.windows.com/w/?token=abc",
  ])
    expect(await put(endpoint), endpoint).toBe(204);
  for (const endpoint of [
    `${service.origin}/push/abc`,
    "http://fcm.googleapis.com/abc",
    "https://127.0.0.1/abc",
    "https://192.168.1.1/abc",
    "https://fcm.googleapis.com.evil.test/abc",
    "https://evilnotify.windows.com/abc",
    "https://fcm.googleapis.com@10.0.0.1/abc",
    "https://fcm.googleapis.com:8443/abc",
    "https://ecole.test/abc",
  ])
    expect(await put(endpoint), endpoint).toBe(422);
});

test("the station's keys are made once, for its own user only", async () => {
  await using room = new AsyncDisposableStack();
  const directory = room.adopt(await mkdtemp(join(tmpdir(), "antenne-push-")), (path) => rm(path, { recursive: true }));
  const [first, second] = [await readPushKeys(directory), await readPushKeys(directory)];
  expect(second).toEqual(first);
  expect((await stat(join(directory, "push-keys.json"))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(directory, "push-keys.json"), "utf8")).toContain(first.publicKey);
});

test("a key that nothing can be encrypted for is refused at the door, and a browser that is followed already is never one too many", async () => {
  await using doors = await openDoors();
  const { channel } = await doors.seedSchool();
  await doors.store.channels.change(channel.id, { visibility: "public" });
  await using service = await openPushService();
  const follow = async (keys: { p256dh: string; auth: string }, endpoint: string) => {
    const subscription = { endpoint: `https://web.push.apple.com/${endpoint}`, keys };
    return (await doors.browser().put(`/api/channels/${channel.slug}/news`, { subscription, wish: all })).status;
  };
  const { keys } = service.subscribe().subscription;
  const nowhere = Buffer.alloc(65, 7).toString("base64url");
  expect(await follow({ ...keys, p256dh: nowhere }, "a")).toBe(400);
  expect(await follow(keys, "a")).toBe(204);
  const others = Array.from({ length: 4_999 }, (_, index) => ({
    ...{
      id: crypto.randomUUID(),
      channelId: channel.id,
      familyId: null,
      endpoint: `https://web.push.apple.com/${index}`,
    },
    ...{ ...keys, wish: JSON.stringify(all), createdAt: 0 },
  }));
  for (let from = 0; from < others.length; from += 500)
    await doors.database
      .insertInto("pushSubscription")
      .values(others.slice(from, from + 500))
      .execute();
  expect([await follow(keys, "one more"), await follow(keys, "a")]).toEqual([429, 204]);
});

test("a browser that cannot be encrypted for is gone, one that is refused for now is not, and each radio has its own place at the push service", async () => {
  await using opening = new AsyncDisposableStack();
  const service = opening.use(await openPushService());
  const directory = opening.adopt(await mkdtemp(join(tmpdir(), "antenne-push-")), (path) =>
    rm(path, { recursive: true }),
  );
  const keys = await readPushKeys(directory);
  const push = makePusher({ keys, url: "https://radio.ecole.test", isPushService: () => true });
  const { endpoint, keys: own } = service.subscribe().subscription;
  const news = (slug: string): PushedNews => ({
    kind: "episode",
    radio: "Radio",
    path: `/chaines/${slug}`,
    language: "fr",
  });
  const send = (slug: string, p256dh = own.p256dh) =>
    push({ endpoint, ...own, p256dh }, news(slug), 60, new AbortController().signal);
  expect(await send("a", randomBytes(65).toString("base64url"))).toBe(false);
  for (const slug of ["a", "a", "b"]) expect(await send(slug)).toBe(true);
  const topics = service.received.map(({ headers }) => String(headers.topic));
  expect([topics[0] === topics[1], topics[1] === topics[2]]).toEqual([true, false]);
  for (const topic of topics) expect(topic).toMatch(/^[\w-]{1,32}$/);
  service.answerWith(403);
  await expect(send("a")).rejects.toThrow("403");
  service.answerWith(404);
  expect(await send("a")).toBe(false);
});
