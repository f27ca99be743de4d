import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { EpisodeId } from "../../../schemas/ids.ts";
import { PushedNews, usualQuietHours, type NewsWish } from "../../../schemas/news.ts";
import { makePusher } from "../../../server/news/make-pusher.ts";
import { openNewsDesk } from "../../../server/news/open-news-desk.ts";
import { readPushKeys } from "../../../server/news/push-keys.ts";
import { openDoors } from "../../support/doors.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openPushService } from "../../support/push-service.ts";

const all: NewsWish = { kinds: ["soon", "live", "episode"], quiet: usualQuietHours, language: "fr" };
const hour = 3_600_000;

/** A public radio, a push service, and a desk that can be closed and opened again. Time stands at ten on a Tuesday morning. */
async function openNewsroom() {
  await using opening = new AsyncDisposableStack();
  const service = opening.use(await openPushService());
  const keys = await readPushKeys(
    opening.adopt(await mkdtemp(join(tmpdir(), "antenne-push-")), (path) => rm(path, { recursive: true })),
  );
  const isPushService = (endpoint: string) => endpoint.startsWith(`${service.origin}/push/`);
  const doors = opening.use(await openDoors({ isPushService, pushKey: keys.publicKey }));
  const school = await doors.seedSchool();
  await doors.store.channels.change(school.channel.id, { visibility: "public" });
  const time = fakeJobClock(doors.clock.now);
  const [failures, bugs]: [unknown[], unknown[]] = [[], []];
  const open = () =>
    openNewsDesk({
      ...{ database: doors.database, post: doors.post, now: () => doors.clock.now, clock: time.clock },
      pusher: makePusher({ keys, url: "https://radio.ecole.test", isPushService }),
      onFailure: (_, error) => void failures.push(error),
      onBug: (error) => void bugs.push(error),
    });
  let desk = await open();
  const kept = opening.move();
  /** Until everything whose time has come was sent, or put off. */
  const settled = () =>
    vi.waitFor(async () => {
      const due = doors.database.selectFrom("job").select("id").where("kind", "=", "send-news");
      expect(await due.where("runAfter", "<=", doors.clock.now).execute()).toEqual([]);
    });
  const path = `/api/channels/${school.channel.slug}/news`;
  return {
    ...{ doors, school, service, keys, failures, bugs, path },
    /** Lets time pass for the desk and its queue, and has it look. */
    pass: async (ms: number) => {
      doors.clock.now += ms;
      time.move(ms);
      await desk.look();
      await settled();
    },
    restart: async () => {
      await desk[Symbol.asyncDispose]();
      desk = await open();
    },
    follow: async (phone = doors.browser(), wish: NewsWish = all) => {
      const browser = service.subscribe();
      const { status } = await phone.put(path, { subscription: browser.subscription, wish });
      return {
        ...browser,
        status,
        kinds: () => browser.pushed().map(({ text }) => PushedNews.parse(JSON.parse(text)).kind),
      };
    },
    publish: (title: string, visibility: string | null = null) =>
      doors.database
        .insertInto("episode")
        .values({
          ...{
            id: EpisodeId.parse(crypto.randomUUID()),
            channelId: school.channel.id,
            showId: null,
            recordingId: null,
          },
          ...{
            season: 1,
            number: Math.ceil(Math.random() * 9_000),
            title,
            description: "",
            state: "published",
            visibility,
          },
          ...{
            recordedAt: doors.clock.now,
            publishedAt: doors.clock.now,
            durationSeconds: 60,
            chapters: "[]",
            version: 1,
          },
          ...{
            enclosures: "[]",
            integratedLufs: null,
            truePeakDbtp: null,
            renderJobId: null,
            createdAt: doors.clock.now,
          },
        })
        .execute(),
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      await kept.disposeAsync();
    },
  };
}

test("who wants it is told of a show in ten minutes, of its beginning and of a new episode, once each, and no name is in it", async () => {
  await using room = await openNewsroom();
  const { doors, school } = room;
  const listener = await room.follow();
  const onlyEpisodes = await room.follow(doors.browser(), { ...all, kinds: ["episode"], language: "ar" });
  expect(listener.status).toBe(204);
  const scheduledAt = new Date(doors.clock.now + hour).toISOString();
  await doors.store.shows.change(school.show.id, { title: "Awa raconte", scheduledAt });
  await room.pass(0.5 * hour);
  expect(room.service.received).toEqual([]);
  await room.pass(0.4 * hour);
  await vi.waitFor(() => expect(listener.kinds()).toEqual(["soon"]));
  await doors.database.updateTable("show").set({ state: "live" }).where("id", "=", school.show.id).execute();
  await room.pass(0.1 * hour);
  await room.restart();
  await room.publish("Le voyage de Jules");
  await room.publish("Pour la classe", "class");
  await room.pass(60_000);
  await room.pass(60_000);
  await vi.waitFor(() => expect(listener.kinds()).toEqual(["soon", "live", "episode"]));
  await vi.waitFor(() => expect(onlyEpisodes.kinds()).toEqual(["episode"]));
  expect(room.service.received).toHaveLength(4);

  const { text, headers } = onlyEpisodes.pushed()[0]!;
  expect(JSON.parse(text)).toEqual({
    ...{ kind: "episode", radio: "Radio Hirondelle", language: "ar" },
    path: `/chaines/${school.channel.slug}`,
  });
  const said =
    listener
      .pushed()
      .map((each) => each.text)
      .join() + text;
  for (const { firstName } of school.pupils) expect(said).not.toContain(firstName);
  for (const name of ["voyage", "raconte", school.teacher.displayName]) expect(said).not.toContain(name);
  expect(headers["content-encoding"]).toBe("aes128gcm");
  const [, claims = ""] = /t=[\w-]+\.([\w-]+)\./.exec(String(headers.authorization)) ?? [];
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    ...{ aud: room.service.origin, sub: "https://radio.ecole.test" },
  });
  expect(room.bugs).toEqual([]);
});

test("quiet hours: an episode waits for the morning, a show that began meanwhile is not told, and nobody is woken on a Sunday", async () => {
  await using room = await openNewsroom();
  const { doors, school } = room;
  const sleeper = await room.follow();
  const owl = await room.follow(doors.browser(), { ...all, quiet: { from: "00:00", until: "00:00", sundays: false } });
  await room.pass(11 * hour);
  await doors.database.updateTable("show").set({ state: "live" }).where("id", "=", school.show.id).execute();
  await room.publish("Le soir");
  await room.pass(60_000);
  await vi.waitFor(() => expect(owl.kinds().sort()).toEqual(["episode", "live"]));
  expect(sleeper.kinds()).toEqual([]);
  await room.restart();
  await room.pass(10 * hour);
  expect(sleeper.kinds(), "at seven in the morning").toEqual([]);
  await room.pass(0.6 * hour);
  await vi.waitFor(() => expect(sleeper.kinds()).toEqual(["episode"]));
  // From Wednesday to Saturday evening.
  await room.pass(3.55 * 24 * hour);
  await room.publish("Le samedi soir");
  await room.pass(60_000);
  await room.pass(24 * hour);
  expect(sleeper.kinds(), "on Sunday evening").toEqual(["episode"]);
  await room.pass(11.5 * hour);
  await vi.waitFor(() => expect(sleeper.kinds()).toEqual(["episode", "episode"]));
});

test("what waits for a push service keeps the quiet hours that it comes into, and is dropped by who has said no meanwhile", async () => {
  await using room = await openNewsroom();
  const [sleeper, tired] = [await room.follow(), await room.follow()];
  // Ten minutes before the quiet hours.
  await room.pass(9 * hour + 50 * 60_000);
  room.service.answerWith(503);
  await room.publish("Le soir");
  await room.pass(1_000);
  await vi.waitFor(() => expect(room.failures).toHaveLength(2));
  await room.doors.browser().put(room.path, {
    subscription: tired.subscription,
    wish: { ...all, kinds: ["live"], quiet: { from: "00:00", until: "00:00", sundays: false } },
  });
  room.service.answerWith(201);
  const tried = room.service.received.length;
  await room.pass(11 * 60_000);
  await room.pass(hour);
  expect(room.service.received, "in the quiet hours").toHaveLength(tried);
  await room.pass(10.6 * hour);
  await vi.waitFor(() => expect(sleeper.kinds()).toHaveLength(2));
  expect(tired.kinds()).toHaveLength(1);
});

test("a show that is put off after it was announced is announced again", async () => {
  await using room = await openNewsroom();
  const { doors, school } = room;
  const listener = await room.follow();
  const putTo = (ms: number) =>
    doors.store.shows.change(school.show.id, { scheduledAt: new Date(doors.clock.now + ms).toISOString() });
  await putTo(5 * 60_000);
  await room.pass(1_000);
  await room.pass(1_000);
  await vi.waitFor(() => expect(listener.kinds()).toEqual(["soon"]));
  await putTo(hour);
  await room.pass(0.9 * hour);
  await vi.waitFor(() => expect(listener.kinds()).toEqual(["soon", "soon"]));
});

test("a browser that is gone is forgotten, a push service that fails is asked again, and one that leads elsewhere is not followed", async () => {
  await using room = await openNewsroom();
  const { doors, service } = room;
  const listener = await room.follow();
  const count = async () => (await doors.database.selectFrom("pushSubscription").select("id").execute()).length;
  service.answerWith(503);
  await room.publish("Un");
  await room.pass(1_000);
  await vi.waitFor(() => expect(room.failures).toHaveLength(1));
  service.answerWith(201);
  await room.pass(6_000);
  await vi.waitFor(() => expect(listener.kinds()).toHaveLength(2));
  service.answerWith(302);
  await room.publish("Deux");
  await room.pass(1_000);
  await vi.waitFor(() => expect(room.failures).toHaveLength(2));
  expect(service.received.map(({ path }) => path)).not.toContain("/elsewhere");
  service.answerWith(410);
  await room.pass(6_000);
  await vi.waitFor(async () => expect(await count()).toBe(0));
  await vi.waitFor(async () =>
    expect(await doors.database.selectFrom("job").select("id").where("kind", "=", "send-news").execute()).toEqual([]),
  );
});

test("a family is told of its children's radio as long as its link holds; others of a public one only", async () => {
  await using room = await openNewsroom();
  const { doors, school, path } = room;
  const { make, tokenOf, enter } = await openFamilySchool(doors, school);
  const family = await make([school.pupils[0].id]);
  const phone = await enter(await tokenOf(family));
  const ours = await room.follow(phone);
  expect([ours.status, (await room.follow()).status, (await room.follow(await doors.asPupil(school))).status]).toEqual([
    204, 404, 403,
  ]);
  await room.publish("Un");
  await room.pass(1_000);
  await vi.waitFor(() => expect(ours.kinds()).toEqual(["episode"]));

  const { endpoint } = ours.subscription;
  expect(await (await phone.post(`${path}/questions`, { endpoint })).json()).toEqual({ wish: all });
  expect((await phone.post(`${path}/removals`, { endpoint })).status).toBe(204);
  expect(await (await phone.post(`${path}/questions`, { endpoint })).json()).toEqual({ wish: null });

  const again = await room.follow(phone);
  await doors.store.channels.change(school.channel.id, { visibility: "class" });
  await room.publish("Deux");
  await room.pass(1_000);
  await doors.store.channels.change(school.channel.id, { visibility: "family" });
  await doors.store.families.setLink(family.id, undefined);
  await room.publish("Trois");
  await room.pass(1_000);
  await room.restart();
  expect([ours.kinds(), again.kinds()]).toEqual([["episode"], []]);
  expect(await doors.database.selectFrom("pushSubscription").select("id").execute()).toEqual([]);
});
