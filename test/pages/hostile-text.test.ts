import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { z } from "zod";
import { NewAnchor } from "../../schemas/anchors.ts";
import { NewCart } from "../../schemas/carts.ts";
import { requests } from "../../schemas/signalling.ts";
import { EpisodeId } from "../../schemas/ids.ts";
import type { OEmbed } from "../../schemas/listening.ts";
import { codePath } from "../../client/class-code-link.ts";
import { openBrowser } from "../support/browser.ts";
import { openDoors } from "../support/doors.ts";
import { httpDoors } from "../support/every-door/http-doors.ts";
import { openHostileSeat, textsOn, untilWhole, wrongOn, type Person } from "../support/hostile-seat.ts";
import { brokenIn, marksIn, probes } from "../support/hostile-text.ts";
import { neverShown, sameAs, unseen } from "../support/hostile/untold-fields.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { textFieldsOf } from "../support/text-fields.ts";
import { writeEverywhere } from "../support/write-everywhere.ts";

const bodies = vi.hoisted(() => new Map<unknown, unknown>());
vi.mock(import("../../server/routes/json-body.ts"), async (original) => {
  const { jsonBody } = await original();
  return {
    jsonBody: (schema, codes) => {
      const guard = jsonBody(schema, codes);
      bodies.set(guard, schema);
      return guard;
    },
  };
});

const open = new AsyncDisposableStack();
let station: TestStation;
let wrote: Awaited<ReturnType<typeof writeEverywhere>>;
let browser: Browser;

beforeAll(async () => {
  station = open.use(await openTestStation());
  wrote = await writeEverywhere(station);
  const shared = await openBrowser();
  browser = open.adopt(shared, (each) => each.close());
});
afterAll(() => open.disposeAsync());

test("every text that any door takes is written to a hostile station, or is never shown", async () => {
  await using doors = await openDoors();
  const forms = Object.entries(httpDoors).filter(([, { form }]) => form === "sound");
  // Of the second nothing is read but the sound.
  expect(forms.map(([route]) => route).sort()).toEqual([
    "POST /api/classrooms/:id/carts",
    "PUT /api/exercises/:id/model",
  ]);
  const routes = doors.app.routes.flatMap(({ method, path, handler }): [string, z.ZodType][] =>
    bodies.has(handler) ? [[`${method} ${path}`, bodies.get(handler) as z.ZodType]] : [],
  );
  expect(routes.length).toBeGreaterThan(50);
  const read = Object.entries({ "POST /api/classrooms/:id/carts": NewCart, "POST /api/anchors": NewAnchor });
  const fields = [...routes, ...read].flatMap(([route, schema]) =>
    textFieldsOf(schema)
      .filter(({ takes }) => probes.some(takes))
      .map(({ path }) => `${route} ${path}`),
  );
  const isTold = (field: string) => wrote.written.has(field) || field in neverShown || sameAs[field] !== undefined;
  expect(fields.filter((field) => !isTold(field))).toEqual([]);
  expect(Object.values(sameAs).filter((field) => !wrote.written.has(field))).toEqual([]);
  // Over the socket, text is the name of something that is there.
  const spoken = Object.values(requests).flatMap(({ data }) =>
    textFieldsOf(data).filter(({ takes }) => probes.some(takes)),
  );
  expect([...new Set(spoken.map(({ path }) => path))].sort()).toEqual(["consumerId", "producerId", "transportId"]);
});

/** Every address of a page, whoever opens it, and the keys, one behind the other, that tell more. */
function pages(): [Person, address: string, ...keys: (string | RegExp)[]][] {
  const { showId, episodeId, invitation, oral, search } = wrote;
  const { exercises, rubrics } = oral;
  const { school } = station;
  const { slug } = school.channel;
  const shows = `/emissions/${school.show.id}`;
  const named = (key: string, { title }: { title: string }) => new RegExp(`^${key}.*${marksIn(title)[0]!}`);
  const listen = [/^Awa/, /^Écouter et noter/, "Bibliothèque de grilles"];
  return [
    ["anybody", "/"],
    ["anybody", codePath(school.classroom.code)],
    ["anybody", `/bienvenue#${invitation}`],
    ["anybody", "/installation"],
    ["anybody", "/courrier"],
    ["anybody", `/abonnement?chaine=${slug}`],
    ["anybody", `/chaines/${slug}`],
    ["anybody", `/chaines/${slug}/${episodeId}`],
    ["anybody", `/embed/${slug}`],
    ["anybody", `/embed/${slug}/${episodeId}`],
    ["anybody", `/feeds/${slug}.xml`],
    ["anybody", "/chaines.opml"],
    ["anybody", "/radios"],
    ["anybody", `/radios/${school.school.id}`],
    ["anybody", `/radios?q=${encodeURIComponent(`\u202e${search}`)}`],
    ["anybody", "/rien"],
    ["family", "/famille", "Laisser un mot à la classe"],
    ["family", `/chaines/${slug}`],
    ["pupil", `/studio/${showId}`],
    ["pupil", "/entrainement"],
    ["pupil", "/auditeurs"],
    ["pupil", `/entrainement/${exercises.made.id}`],
    ["pupil", `/entrainement/${exercises.changed.id}`],
    ["admin", "/emissions"],
    ["admin", shows],
    ["admin", `/emissions/${showId}/conducteur`, /^Modifier "/],
    ["admin", "/ecole"],
    ["admin", "/ecole/classes"],
    ["admin", "/ecole/classes/annee"],
    ["admin", "/ecole/classes/import"],
    ["admin", "/ecole/reglages"],
    ["admin", "/ecole/equipe"],
    ["admin", "/ecole/conservation"],
    ["admin", "/ecole/journal"],
    ["admin", "/ecole/autorisations"],
    ["admin", "/ecole/impact"],
    ["admin", "/compte"],
    ["admin", "/classe", "Réponse pour Jules"],
    ["admin", "/classe", "Réponse pour Awa"],
    ["admin", "/classe/familles"],
    ["admin", "/classe/auditeurs"],
    ["admin", "/classe/echange"],
    ["admin", "/classe/familles/feuillets"],
    ["admin", "/classe/autorisations"],
    ["admin", "/chaine/reprise"],
    ["admin", "/chaine/gestion"],
    ["admin", `/regie/${showId}`],
    ["admin", "/entrainements", named("Modifier", exercises.changed)],
    ["admin", `/entrainements/${exercises.made.id}/feuille`],
    ["admin", "/suivi", ...listen, named("Modifier", rubrics.changed)],
    ["admin", "/suivi", ...listen, named("Modifier", rubrics.made)],
    ["admin", "/suivi/etalonnage", new RegExp(marksIn(oral.anchor.title)[0]!)],
    ["admin", `/suivi/bilan/${school.pupils[0].id}`],
    ["region", "/region"],
    ["region", "/region/import"],
    ["region", "/region/impact"],
  ];
}

test("hostile text in every field is text on every page: nothing runs, nothing is stopped, no markup comes out of it", async () => {
  const app = readFileSync(new URL("../../client/app.tsx", import.meta.url), "utf8");
  const patterns = [...app.matchAll(/<Route path=(?:"([^"]+)"|\{\[([^\]]+)\]\})/g)].map(([, one, several]) =>
    (one ?? several!).split(",").map((path) => path.replaceAll(/["\s]/g, "")),
  );
  expect(patterns.length).toBeGreaterThan(25);
  const toRule = (pattern: string) =>
    new RegExp(`^${pattern.replace("/:code?", "(/.*)?").replaceAll(/:\w+/g, "[^/]+").replace("*", ".*")}$`);
  const addresses = pages().map(([, address]) => address.split(/[?#]/)[0]!);
  const missed = patterns.filter(
    (paths) => !paths.some((path) => addresses.some((address) => toRule(path).test(address))),
  );
  expect(missed, "pages that nobody opens here").toEqual([]);

  const seen = new Set<string>();
  const wrong: Record<string, string[]> = {};
  async function look(person: Person, looks: ReturnType<typeof pages>) {
    await using seat = await openHostileSeat({ station, wrote, browser }, person);
    const { page, faults } = seat;
    for (const [, address, ...keys] of looks) {
      faults.length = 0;
      await page.goto(station.url + address, { waitUntil: "load" });
      await untilWhole(page);
      const texts = await textsOn(page);
      for (const key of keys) {
        await page.getByRole("button", { name: key }).first().click();
        await untilWhole(page);
        texts.push(...(await textsOn(page)));
      }
      for (const mark of texts.flatMap(marksIn)) seen.add(mark);
      // A browser shows the source of XML, which is read below.
      const broken = /\.(xml|opml)$/.test(address) ? [] : brokenIn(texts);
      const found = [...(await wrongOn(page)), ...faults, ...broken.map((text) => `no longer whole: ${text}`)];
      if (found.length > 0) wrong[`${person} ${address}`] = found;
    }
  }
  // Several at a time, of whom each waits for the other.
  const ways = Map.groupBy(pages().entries(), ([index, [who]]) => `${who} ${who === "admin" ? index % 3 : 0}`);
  await Promise.all(
    [...ways.values()].map((way) =>
      look(
        way[0]![1][0],
        way.map(([, each]) => each),
      ),
    ),
  );
  expect(wrong).toEqual({});
  const shown = [...wrote.written].filter(([field, mark]) => !seen.has(mark) && !(field in unseen));
  expect(
    shown.map(([field]) => field),
    "written, and on no page",
  ).toEqual([]);
});

const parser = new XMLParser({ ignoreAttributes: false, preserveOrder: true, processEntities: true });
const isTurned = (text: string) => /[\u202d\u202e]/.test(text);

/** Every text of an XML document or of JSON, as an app reads it. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

test("what apps fetch is whole with hostile text in it: feed, outline, calendar, chapters, transcript, frame, picture, a moved feed", async () => {
  const { slug } = station.school.channel;
  const anybody = station.browser();
  await using seat = await openHostileSeat({ station, wrote, browser }, "anybody");
  const isXml = (xml: string) =>
    new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror") === null;
  const fetched = async (path: string) => {
    const answer = await anybody.get(path);
    expect([path, answer.status, answer.headers.get("x-content-type-options")]).toEqual([path, 200, "nosniff"]);
    return answer;
  };
  for (const path of [`/feeds/${slug}.xml`, "/chaines.opml"]) {
    const xml = await (await fetched(path)).text();
    expect(await seat.page.evaluate(isXml, xml), path).toBe(true);
    const leaves = leavesOf(parser.parse(xml));
    expect([leaves.flatMap(marksIn).length > 3, brokenIn(leaves), leaves.filter(isTurned)]).toEqual([true, [], []]);
  }
  const calendar = await (await fetched(`/feeds/${slug}.ics`)).text();
  expect(calendar.split("\r\n").every((line) => /^([A-Z-]+[;:]|[ \t]|$)/.test(line))).toBe(true);

  const episode = await station.store.episodes.require(EpisodeId.parse(wrote.episodeId));
  const chapters = (await (await fetched(`/api/episodes/${episode.id}/chapters.json`)).json()) as unknown;
  expect(brokenIn(leavesOf(chapters))).toEqual([]);
  const transcript = await fetched(episode.transcript!.url);
  expect(transcript.headers.get("content-type")).toMatch(/^text\/(plain|vtt)/);
  const words = await transcript.text();
  expect([marksIn(words), brokenIn([words]), isTurned(words)]).toEqual([
    [wrote.written.get("PUT /api/episodes/:id/transcript text")],
    [],
    false,
  ]);

  const about = encodeURIComponent(`${station.url}/chaines/${slug}/${episode.id}`);
  const embedded = (await (await fetched(`/api/channels/${slug}/oembed?url=${about}`)).json()) as OEmbed;
  const elements = await seat.page.evaluate(
    (html) =>
      [...new DOMParser().parseFromString(html, "text/html").body.querySelectorAll("*")].map(({ tagName }) => tagName),
    embedded.html,
  );
  expect(elements).toEqual(["IFRAME"]);
  expect(brokenIn([embedded.title, embedded.author_name])).toEqual([]);
  const picture = await fetched(new URL(embedded.thumbnail_url).pathname);
  expect(picture.headers.get("content-type")).toBe("image/jpeg");

  const moved = await fetch(`${station.url}/feeds/${wrote.movedSlug}.xml`, { redirect: "manual" });
  expect(moved.status).toBe(301);
  expect(moved.headers.get("location")).toMatch(/^https:\/\/radio\.example\/%22%3E%3Cimg\/src=x[\w%()=/]*$/);
});
