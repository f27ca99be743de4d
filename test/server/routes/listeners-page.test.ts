import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildListeningPage } from "../../support/built-pages.ts";
import { openDoors } from "../../support/doors.ts";

const open = new AsyncDisposableStack();
let doors: Awaited<ReturnType<typeof openDoors>>;
let school: Awaited<ReturnType<(typeof doors)["seedSchool"]>>;

beforeAll(async () => {
  doors = open.use(await openDoors({ prepare: buildListeningPage }));
  school = await doors.seedSchool();
  await doors.store.channels.change(school.channel.id, {
    visibility: "public",
    title: '</title><script>"Ici"',
    description: "La <radio> & nous",
  });
});
afterAll(() => open.disposeAsync());

const page = (path: string, headers: Record<string, string> = {}) =>
  doors.browser().send("GET", path, null, { accept: "text/html", ...headers });
const radio = () => `/chaines/${school.channel.slug}`;

describe("a listener's page", () => {
  test("is in the link's language, then the device's, then the browser's", async () => {
    const languageOf = async (path: string, headers = {}) =>
      /<html lang="(\w+)" dir="(\w+)">/.exec(await (await page(path, headers)).text())?.slice(1);
    const browser = { "accept-language": "de, tr;q=0.5, uk;q=0.8" };
    expect(await languageOf(radio())).toEqual(["fr", "ltr"]);
    expect(await languageOf(radio(), browser)).toEqual(["uk", "ltr"]);
    expect(await languageOf(radio(), { ...browser, cookie: "antenne.language=pt" })).toEqual(["pt", "ltr"]);
    expect(await languageOf(`${radio()}?lang=ar`, { cookie: "antenne.language=pt" })).toEqual(["ar", "rtl"]);
    expect(await languageOf(`${radio()}?lang=xx`)).toEqual(["fr", "ltr"]);
  });

  test("brings the words of its language along", async () => {
    expect(await (await page(`${radio()}?lang=uk`)).text()).toContain(
      'rel="modulepreload" crossorigin href="/assets/uk-1.js"',
    );
  });

  test("takes what people wrote as text, wherever it stands", async () => {
    const text = await (await page(radio())).text();
    expect(text).not.toContain("<script>");
    expect(text).toContain("<title>&lt;/title&gt;&lt;script&gt;&quot;Ici&quot; — Antenne</title>");
    expect(text).toContain('content="La &lt;radio&gt; &amp; nous"');
    const start = /<script type="application\/json" id="start">(.*?)<\/script>/s.exec(text)![1]!;
    expect((JSON.parse(start) as { found: { page: { channel: unknown } } }).found.page.channel).toMatchObject({
      title: '</title><script>"Ici"',
    });
  });

  test("has a picture and a player for other sites where everybody may hear, and is in no search elsewhere", async () => {
    expect(await (await page(radio())).text()).toMatch(
      /property="og:image" content="http:\/\/antenne.test\/media\/previews\//,
    );
    await doors.store.channels.change(school.channel.id, { visibility: "class" });
    const teacher = await doors.asTeacher(school);
    const text = await (await teacher.send("GET", radio(), null, { accept: "text/html" })).text();
    await doors.store.channels.change(school.channel.id, { visibility: "public" });
    expect(text).not.toMatch(/og:|oembed|canonical/);
    expect(text).toContain('name="robots" content="noindex"');
  });

  test("is kept by caches only as everybody gets it", async () => {
    const anybody = await page(radio());
    expect(anybody.headers.get("cache-control")).toBe("public, no-cache");
    expect(anybody.headers.get("vary")).toContain("Cookie");
    const teacher = await doors.asTeacher(school);
    const own = await teacher.send("GET", radio(), null, { accept: "text/html" });
    expect(own.headers.get("cache-control")).toBe("private, no-store");
  });

  test("is the radio's for an address behind it that is no text, and nothing's where the radio's own is none", async () => {
    const answers = [await page(`${radio()}/%E0%A4%A`), await page("/chaines/%E0%A4%A")];
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  });

  test("says why there is nothing to hear, as it says it of a radio that does not exist", async () => {
    await doors.store.channels.change(school.channel.id, { visibility: "family" });
    const [closed, nothing] = [await page(radio()), await page("/chaines/personne")];
    await doors.store.channels.change(school.channel.id, { visibility: "public" });
    expect([closed.status, nothing.status]).toEqual([404, 404]);
    const bare = (text: string) =>
      text.replaceAll(school.channel.slug, "").replaceAll("personne", "").replaceAll(/\d/g, "");
    expect(bare(await closed.text())).toBe(bare(await nothing.text()));
  });

  test("may stand in a frame of another site as a player, and only so", async () => {
    const policyOf = async (path: string) => (await page(path)).headers.get("content-security-policy");
    expect(await policyOf(`/embed/${school.channel.slug}`)).toContain("frame-ancestors *");
    expect((await page(`/embed/${school.channel.slug}`)).headers.get("x-frame-options")).toBeNull();
    expect(await policyOf(radio())).toContain("frame-ancestors 'none'");
  });
});

test("other sites are told of the player of an episode that everybody may hear, and of no other", async () => {
  const told: unknown = await (
    await page(`/api/channels/${school.channel.slug}/oembed?url=http://antenne.test${radio()}`)
  ).json();
  expect(told).toMatchObject({ version: "1.0", type: "rich", title: '</title><script>"Ici"', width: 480 });
  const { html } = told as { html: string };
  expect(html).toContain(`src="http://antenne.test/embed/${school.channel.slug}"`);
  expect(html).toMatch(/sandbox="allow-scripts/);
  expect(html).not.toContain("<script>");
});

test("the picture of a link is a JPEG of the size that messengers ask for, and of nothing that is not there", async () => {
  const picture = await page(`/media/previews/${school.channel.slug}/0-0.jpg`);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  const { default: sharp } = await import("sharp");
  const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
  expect([width, height]).toEqual([1_200, 630]);
  expect((await page(`/media/previews/${school.channel.slug}/0-99.jpg`)).status).toBe(404);
});

test("the listeners' pages keep the app's fast router", async () => {
  await doors.app.request("/healthz");
  expect(doors.app.router.name).toContain("RegExpRouter");
});
