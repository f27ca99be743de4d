import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeZip } from "client-zip";
import { expect, test, vi } from "vitest";
import type { PodcastImport } from "../../../../schemas/podcast-imports.ts";
import { openToldNews } from "../../../../server/store/told-news.ts";
import { refusalIn, type ApiClient } from "../../../support/api-client.ts";
import { openDoors } from "../../../support/doors.ts";
import { withDirectory, zipBomb } from "../../../support/hostile-files.ts";
import { hostedImage, hostedSound } from "../../../support/imported-sounds.ts";
import { castopodFeed } from "../../../support/saved-feeds.ts";
import { scratch } from "../../../support/scratch.ts";

const body = async (response: Response) => (await response.json()) as PodcastImport;
const quiet = { answer: null, isChannelToo: false };

async function sent(teacher: ApiClient, id: string, name: string, bytes: Buffer): Promise<Response> {
  return teacher.upload("POST", `/api/podcast-imports/${id}/files`, new Uint8Array(bytes), { name });
}

async function brought(teacher: ApiClient, id: string, order: object = quiet): Promise<PodcastImport> {
  expect((await teacher.post(`/api/podcast-imports/${id}/start`, order)).status).toBe(201);
  return vi.waitFor(
    async () => {
      const told = await body(await teacher.get(`/api/podcast-imports/${id}`));
      expect(told.state).toBe("done");
      return told;
    },
    { timeout: 60_000, interval: 100 },
  );
}

async function zipOf(files: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, input]) => ({
    name,
    input: typeof input === "string" ? input : new Uint8Array(input),
  }));
  return Buffer.from(await new Response(makeZip(entries)).arrayBuffer());
}

test("files that are sent become episodes by what is in them, and by their names", async () => {
  using folder = scratch();
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { id } = await body(await teacher.post(`/api/channels/${school.channel.id}/file-imports`));
  const tags = { title: "Le moulin", date: "2023-05-12", track: "4", comment: "<p>Une visite</p>" };
  const chapters = [
    { startSeconds: 0, title: "Le chemin" },
    { startSeconds: 1, title: "La roue" },
  ];
  await sent(teacher, id, "piste.mp3", await hostedSound(folder, "piste.mp3", 440, { tags, chapters }));
  await sent(teacher, id, "2022-10-03 12 - La_récré.ogg", await hostedSound(folder, "recre.ogg", 550));
  const seen = await body(
    await sent(teacher, id, "2022-10-03 12 - La_récré.jpg", await hostedImage(300, "#3a3", "jpeg")),
  );
  expect(seen.episodes.map(({ title }) => title)).toEqual(["La récré", "piste"]);
  const { episodes } = await brought(teacher, id);
  const [first, second] = await Promise.all(episodes.map(({ episodeId }) => doors.store.episodes.require(episodeId!)));
  expect(first).toMatchObject({
    title: "La récré",
    number: 12,
    recordedAt: "2022-10-03T12:00:00.000Z",
    state: "rendered",
  });
  expect(first!.coverUrl).toBe(`/media/covers/episodes/${first!.id}/0.jpg`);
  expect(second).toMatchObject({ title: "Le moulin", description: "Une visite", number: 4 });
  expect(second!.chapters.map(({ title }) => title)).toEqual(["Le chemin", "La roue"]);
  expect(second!.chapters[1]!.startSeconds).toBeCloseTo(1, 1);
  expect(second!.recordedAt.slice(0, 10)).toBe("2023-05-12");
});

test("whenever somebody answers for the voices, what is imported goes out under its own day and nobody is told of it", async () => {
  using folder = scratch();
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const begin = async () => (await body(await teacher.post(`/api/channels/${school.channel.id}/file-imports`))).id;
  const answer = { reach: "public", words: "Les familles ont signé en 2024." };
  const later = await begin();
  await sent(teacher, later, "2022-10-03 La récré.mp3", await hostedSound(folder, "a.mp3", 440));
  // Without a date anywhere it is as old as its file, which has just come.
  await sent(teacher, later, "Le goûter.mp3", await hostedSound(folder, "b.mp3", 550));
  await brought(teacher, later);
  expect((await teacher.put(`/api/podcast-imports/${later}/voices`, answer)).status).toBe(200);
  const first = await begin();
  await sent(teacher, first, "La sieste.mp3", await hostedSound(folder, "c.mp3", 660));
  await brought(teacher, first, { answer, isChannelToo: false });
  const episodes = await doors.store.episodes.listPublished(school.channel.id);
  expect(episodes.map(({ title }) => title).sort()).toEqual(["La récré", "La sieste", "Le goûter"]);
  for (const { publishedAt, recordedAt } of episodes) expect(publishedAt).toBe(recordedAt);
  expect(await openToldNews(doors.database).listUntold()).toEqual([]);
});

test("an archive with a feed in it is taken by the feed, its sounds from beside it", async () => {
  using folder = scratch();
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { id } = await body(await teacher.post(`/api/channels/${school.channel.id}/file-imports`));
  const zip = await zipOf({
    "fil.xml": castopodFeed("https://ancienne.exemple.fr"),
    "sons/cantine.mp3": await hostedSound(folder, "cantine.mp3", 440),
    "sons/cantine.json": JSON.stringify({ version: "1.2.0", chapters: [{ startTime: 0, title: "L’entrée" }] }),
    "__MACOSX/sons/._cantine.mp3": "nothing",
    "programme.exe": "nothing",
  });
  const seen = await body(await sent(teacher, id, "tout.zip", zip));
  expect(seen).toMatchObject({ title: "Radio du préau", episodes: [{ title: "La cantine & nous" }] });
  const { episodes } = await brought(teacher, id);
  expect(await doors.store.episodes.require(episodes[0]!.episodeId!)).toMatchObject({
    ...{ season: 2, number: 7, chapters: [{ startSeconds: 0, title: "L’entrée" }] },
    guid: "https://radio.exemple.fr/@preau/episodes/la-cantine",
  });
});

test("archives that lead out of their folder, grow without bound or are none are refused", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { id } = await body(await teacher.post(`/api/channels/${school.channel.id}/file-imports`));
  const refused = async (name: string, bytes: Buffer) => refusalIn(await sent(teacher, id, name, bytes));
  const away = await zipOf({ "XX/XX/XX/away.mp3": "a sound" });
  expect(
    await refused("a.zip", Buffer.from(away.toString("latin1").replaceAll("XX/XX/XX", "../../.."), "latin1")),
  ).toEqual([415, "podcast_import.not_archive"]);
  expect(await refused("b.zip", zipBomb("bomb.mp3"))).toEqual([415, "podcast_import.not_archive"]);
  expect(await refused("b.zip", withDirectory(zipBomb("bomb.mp3")))).toEqual([413, "podcast_import.too_large"]);
  const lying = withDirectory(zipBomb("bomb.mp3"), 1_000);
  expect(await refused("b.zip", lying)).toEqual([415, "podcast_import.not_archive"]);
  expect(await refused("c.txt", Buffer.from("hello"))).toEqual([415, "podcast_import.not_sound"]);
  expect(await refused("../../../antenne.db", Buffer.from("hello"))).toEqual([415, "podcast_import.not_sound"]);
  expect(await refused(".mp3", Buffer.from("hello"))).toEqual([415, "podcast_import.not_sound"]);
  expect((await body(await teacher.get(`/api/podcast-imports/${id}`))).episodes).toEqual([]);
  expect((await teacher.delete(`/api/podcast-imports/${id}`)).status).toBe(204);
  expect(await refusalIn(await teacher.get(`/api/podcast-imports/${id}`))).toEqual([404, "podcast_import.not_found"]);
  expect(doors.bugs).toEqual([]);
});

test("an admin takes a folder of the station's disk, and nothing that lies beside it", async () => {
  using disk = scratch();
  mkdirSync(disk.file("podcast"));
  writeFileSync(disk.file("secret.mp3"), "a secret");
  symlinkSync(disk.file("secret.mp3"), join(disk.file("podcast"), "lien.mp3"));
  writeFileSync(
    join(disk.file("podcast"), "fil.xml"),
    castopodFeed("https://x.fr").replaceAll("https://x.fr/cantine.mp3", "../secret.mp3"),
  );
  writeFileSync(join(disk.file("podcast"), "Un son.mp3"), await hostedSound(disk, "sound.mp3", 440));
  await using doors = await openDoors({ imports: { directory: disk.path, mayBePrivate: false } });
  const school = await doors.seedSchool();
  const [admin, teacher] = [await doors.asAdmin(school), await doors.asTeacher(school)];
  const path = `/api/channels/${school.channel.id}`;
  expect(await (await admin.get(`${path}/import-folders`)).json()).toEqual(["podcast"]);
  expect((await teacher.get(`${path}/import-folders`)).status).toBe(403);
  expect((await teacher.post(`${path}/folder-imports`, { folder: "podcast" })).status).toBe(403);
  for (const folder of ["..", ".", "podcast/..", "/etc"])
    expect(await refusalIn(await admin.post(`${path}/folder-imports`, { folder }))).toEqual([
      404,
      "podcast_import.not_found",
    ]);
  const seen = await body(await admin.post(`${path}/folder-imports`, { folder: "podcast" }));
  // The feed names a sound that is not in the folder, so the folder is taken by its files; a link is no file.
  expect(seen.episodes.map(({ title }) => title)).toEqual(["Un son"]);
  expect((await brought(admin, seen.id)).episodes).toMatchObject([{ state: "done" }]);
});
