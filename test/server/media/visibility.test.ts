import { expect, test } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

test("the sound of a class's channel is for its class, and no cache on the way keeps it", async () => {
  await using published = await openPublishedSchool({ visibility: "class" });
  const { doors, school, episode, channel } = published;
  const addresses = [
    ...episode.enclosures.map(({ url }) => url),
    episode.peaksUrl!,
    episode.coverUrl,
    `/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`,
    `/feeds/${channel.slug}.xml`,
  ];
  const pupil = await doors.asPupil(school);
  for (const address of addresses) {
    expect(await refusalIn(await doors.browser().get(address)), address).toEqual([404, "channel.not_found"]);
    const heard = await pupil.get(address);
    expect(heard.status, address).toBe(200);
    expect(heard.headers.get("cache-control"), address).toMatch(/^private/);
    expect(heard.headers.get("access-control-allow-origin"), address).toBeNull();
    await heard.arrayBuffer();
  }
});

test("a draft of a public channel is for its teachers only", async () => {
  await using published = await openPublishedSchool();
  const { doors, school, episode } = published;
  await doors.newsroom.archive.unpublish(episode.id, { role: "visitor" });
  const [pupil, teacher] = [await doors.asPupil(school), await doors.asTeacher(school)];
  for (const address of [episode.enclosures[0]!.url, episode.coverUrl]) {
    expect((await doors.browser().get(address)).status, address).toBe(404);
    expect((await pupil.get(address)).status, address).toBe(404);
    const heard = await teacher.get(address);
    expect(heard.status, address).toBe(200);
    expect(heard.headers.get("cache-control"), address).toMatch(/^private/);
    await heard.arrayBuffer();
  }
});

test("a pupil who looks at a show is told of its episode once it is published, and its teacher before", async () => {
  await using published = await openPublishedSchool();
  const { doors, school, episode } = published;
  const [pupil, teacher] = [await doors.asPupil(school), await doors.asTeacher(school)];
  const told = async (browser: typeof pupil) =>
    ((await (await browser.get(`/api/shows/${school.show.id}`)).json()) as { episode: object | null }).episode;
  expect(await told(pupil)).toMatchObject({ id: episode.id, title: episode.title });
  await doors.newsroom.archive.unpublish(episode.id, { role: "visitor" });
  expect(await told(pupil)).toBeNull();
  expect(await told(teacher)).toMatchObject({ id: episode.id });
});
