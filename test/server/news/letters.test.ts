import { expect, test, vi } from "vitest";
import { EpisodeId } from "../../../schemas/ids.ts";
import type { JobClock } from "../../../server/jobs/job-clock.ts";
import { openNewsDesk } from "../../../server/news/open-news-desk.ts";
import { openDoors } from "../../support/doors.ts";
import { fakeJobClock } from "../../support/fake-job-clock.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openMailServer } from "../../support/mail-server.ts";

const day = 86_400_000;
const reader = "parent@maison.test";

/** A public radio with a mail server, and a desk, on a Tuesday morning. */
async function openPostOffice({ unknown = [], mailClock }: { unknown?: readonly string[]; mailClock?: JobClock } = {}) {
  await using opening = new AsyncDisposableStack();
  const server = opening.use(await openMailServer({ unknown }));
  const doors = opening.use(await openDoors({ mail: server.settings, ...(mailClock && { mailClock }) }));
  // Long before this machine's own time, at which letters leave.
  doors.clock.now = Date.parse("2026-09-08T09:00:00Z");
  const school = await doors.seedSchool();
  await doors.store.channels.change(school.channel.id, { visibility: "public" });
  const desk = opening.use(
    await openNewsDesk({
      ...{ database: doors.database, post: doors.post, now: () => doors.clock.now, clock: fakeJobClock().clock },
      pusher: () => Promise.resolve(true),
      onFailure: () => undefined,
      onBug: (error) => {
        throw error;
      },
    }),
  );
  const open = opening.move();
  const path = `/api/channels/${school.channel.slug}/letters`;
  const letters = (count: number) => vi.waitFor(() => expect(server.letters).toHaveLength(count));
  const linkIn = (text: string, act: "oui" | "non") => {
    const link = `/courrier\\?langue=\\w+#${act}\\.([\\w-]+)\\.([\\w-]+)(?:\\.(\\w+)\\.(\\w+))?`;
    const [, id = "", proof = "", cadence, language] = new RegExp(link).exec(text) ?? [];
    return { id, proof, ...(cadence !== undefined && { change: { cadence, language } }) };
  };
  return {
    ...{ doors, school, server, desk, path, letters, linkIn },
    /** Until no letter is in line, nor just leaving. */
    settled: () =>
      vi.waitFor(async () =>
        expect(await doors.database.selectFrom("job").select("id").where("kind", "=", "send-letter").execute()).toEqual(
          [],
        ),
      ),
    addresses: () => doors.database.selectFrom("letterSubscription").select(["email", "confirmedAt"]).execute(),
    publish: (title: string) =>
      doors.database
        .insertInto("episode")
        .values({
          ...{
            id: EpisodeId.parse(crypto.randomUUID()),
            channelId: school.channel.id,
            showId: null,
            recordingId: null,
          },
          ...{ season: 1, number: doors.clock.now % 9_973, title, description: "", state: "published" },
          ...{ recordedAt: doors.clock.now, publishedAt: doors.clock.now, durationSeconds: 60, chapters: "[]" },
          ...{ version: 1, enclosures: "[]", integratedLufs: null, truePeakDbtp: null, renderJobId: null },
          createdAt: doors.clock.now,
        })
        .execute(),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

test("letters come after a yes in the first one, in one's language and without names, and end by the mail program's one click", async () => {
  await using office = await openPostOffice();
  const { doors, school, server, desk, path, letters, linkIn, publish } = office;
  const wish = { email: reader, cadence: "episode", language: "pt" };
  expect((await doors.browser().post(path, wish)).status).toBe(202);
  await letters(1);
  expect(server.letters[0]!.text).toContain("Alguém pediu que este endereço");
  await publish("Le voyage de Jules");
  await desk.look();
  const { id, proof } = linkIn(server.letters[0]!.text, "oui");
  const say = (body: object) => doors.browser().post("/api/letters/confirmations", body);
  expect((await say({ id, proof: "another" })).status).toBe(404);
  expect((await office.addresses())[0]?.confirmedAt).toBeNull();
  expect((await say({ id, proof })).status).toBe(204);

  doors.clock.now += 60_000;
  await publish("Awa raconte");
  await desk.look();
  await letters(2);
  const { source, text, html } = server.letters[1]!;
  expect(text).toContain("Radio Hirondelle tem um novo episódio.");
  for (const name of ["Jules", "Awa", "raconte", school.teacher.displayName]) expect(text + html).not.toContain(name);
  expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  const oneClick = /^List-Unsubscribe:\s+<https?:\/\/[^/]+(\/courrier\/arret\/[^>]+)>/m.exec(
    source.replace(/\r\n\s+/g, " "),
  )?.[1];
  const opened = await doors.app.request(oneClick ?? "");
  expect(opened.headers.get("location")).toBe(`/courrier?langue=pt#non.${id}.${proof}`);
  expect([opened.status, (await office.addresses()).length], "an opened link ends nothing").toEqual([302, 1]);
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await doors.app.request(oneClick ?? "", { method: "POST", body })).status).toBe(204);
  expect(await office.addresses()).toEqual([]);
  doors.clock.now += 60_000;
  await publish("Encore");
  await desk.look();
  await doors.browser().post(path, { ...wish, email: "autre@maison.test" });
  await letters(3);
  expect(server.letters.map(({ to }) => to)).toEqual([reader, reader, "autre@maison.test"]);
});

test("once a week is one letter for all episodes of a week, and none for a week without", async () => {
  await using office = await openPostOffice();
  const { doors, server, desk, path, letters, linkIn, publish } = office;
  await doors.browser().post(path, { email: reader, cadence: "week", language: "fr" });
  await letters(1);
  await doors.browser().post("/api/letters/confirmations", linkIn(server.letters[0]!.text, "oui"));
  for (const title of ["Un", "Deux"]) {
    doors.clock.now += day;
    await publish(title);
    await desk.look();
  }
  doors.clock.now += 5 * day + 1;
  await desk.look();
  await letters(2);
  expect(server.letters[1]!.text).toContain("Radio Hirondelle a 2 nouveaux épisodes.");
  await office.settled();
  doors.clock.now += 7 * day + 1;
  await desk.look();
  await office.settled();
  doors.clock.now += day;
  await publish("Trois");
  doors.clock.now += 6 * day + 1;
  await desk.look();
  await letters(3);
  expect(server.letters[2]!.text).toContain("un nouvel épisode");
});

test("an address goes with the family's link, when nobody has it, and after three days without a yes", async () => {
  await using office = await openPostOffice({ unknown: ["nobody@maison.test"] });
  const { doors, school, server, desk, path, letters, linkIn } = office;
  const { make, tokenOf, enter } = await openFamilySchool(doors, school);
  const family = await make([school.pupils[0].id]);
  const phone = await enter(await tokenOf(family));
  expect((await doors.browser().post(path, { email: reader, cadence: "week", language: "fr" })).status).toBe(404);
  expect((await phone.post(path, { email: reader, cadence: "week", language: "fr" })).status).toBe(202);
  await letters(1);
  await phone.post("/api/letters/confirmations", linkIn(server.letters[0]!.text, "oui"));
  await phone.post(path, { email: "nobody@maison.test", cadence: "week", language: "fr" });
  await vi.waitFor(async () => expect((await office.addresses()).map(({ email }) => email)).toEqual([reader]));
  await phone.post(path, { email: "silent@maison.test", cadence: "week", language: "fr" });
  await letters(2);
  expect(await office.addresses()).toHaveLength(2);
  doors.clock.now += 3 * day + 1;
  await desk.look();
  expect((await office.addresses()).map(({ email }) => email)).toEqual([reader]);
  await doors.store.families.setLink(family.id, undefined);
  expect(await office.addresses()).toEqual([]);
});

test("three episodes of a weekend are one letter on Monday, and no episode is counted in two letters", async () => {
  const time = fakeJobClock(Date.parse("2026-09-08T09:00:00Z"));
  await using office = await openPostOffice({ mailClock: time.clock });
  const { doors, server, desk, path, letters, linkIn, publish } = office;
  const pass = async (ms: number) => {
    doors.clock.now += ms;
    await desk.look();
    time.move(ms);
  };
  await doors.browser().post(path, { email: reader, cadence: "episode", language: "fr" });
  await letters(1);
  await doors.browser().post("/api/letters/confirmations", linkIn(server.letters[0]!.text, "oui"));
  // On Saturday evening, on Sunday, and on Sunday evening.
  for (const hours of [4 * 24 + 11, 14, 6]) {
    doors.clock.now += hours * 3_600_000;
    time.move(hours * 3_600_000);
    await publish("Un");
    await desk.look();
  }
  await pass(day);
  await letters(2);
  expect(server.letters[1]!.text).toContain("Radio Hirondelle a 3 nouveaux épisodes.");
  await office.settled();
  await pass(1_000);
  await publish("Quatre");
  await pass(1_000);
  await pass(day);
  await letters(3);
  expect(server.letters[2]!.text).toContain("Radio Hirondelle a un nouvel épisode.");
});

test("who has letters changes them by a yes in another one; who said yes while the radio was everybody's says it again as a family", async () => {
  await using office = await openPostOffice();
  const { doors, school, server, desk, path, letters, linkIn, publish } = office;
  const wishes = () =>
    doors.database
      .selectFrom("letterSubscription")
      .select(["cadence", "language", "familyId", "confirmedAt"])
      .execute();
  const confirm = (body: object) => doors.browser().post("/api/letters/confirmations", body);
  await doors.browser().post(path, { email: reader, cadence: "week", language: "fr" });
  await letters(1);
  await confirm(linkIn(server.letters[0]!.text, "oui"));
  await doors.browser().post(path, { email: reader, cadence: "episode", language: "ar" });
  await letters(2);
  expect(await wishes()).toMatchObject([{ cadence: "week", language: "fr" }]);
  const link = linkIn(server.letters[1]!.text, "oui");
  expect((await confirm({ ...link, change: { cadence: "episode", language: "tr" } })).status).toBe(404);
  expect((await confirm(link)).status).toBe(204);
  expect(await wishes()).toMatchObject([{ cadence: "episode", language: "ar" }]);

  await doors.store.channels.change(school.channel.id, { visibility: "family" });
  const { make, tokenOf, enter } = await openFamilySchool(doors, school);
  const family = await make([school.pupils[0].id]);
  const phone = await enter(await tokenOf(family));
  expect((await phone.post(path, { email: reader, cadence: "episode", language: "uk" })).status).toBe(202);
  await letters(3);
  expect(await wishes()).toMatchObject([{ familyId: family.id, confirmedAt: null }]);
  await phone.post("/api/letters/confirmations", linkIn(server.letters[2]!.text, "oui"));
  doors.clock.now += 1_000;
  await publish("Un");
  await desk.look();
  await letters(4);
  expect(server.letters[3]!.text).toContain("новий випуск");
});
