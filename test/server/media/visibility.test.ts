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
  const address = episode.enclosures[0]!.url;
  expect((await doors.browser().get(address)).status).toBe(404);
  expect((await (await doors.asPupil(school)).get(address)).status).toBe(404);
  const heard = await (await doors.asTeacher(school)).get(address);
  expect(heard.status).toBe(200);
  expect(heard.headers.get("cache-control")).toMatch(/^private/);
  await heard.arrayBuffer();
});
