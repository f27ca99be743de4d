import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StripId } from "../../../schemas/ids.ts";
import { longestTranscript, type EpisodeText } from "../../../schemas/transcripts.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

const open = new AsyncDisposableStack();
let house: Awaited<ReturnType<typeof openPublishedSchool>>;
const timed = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Awa>Bonjour, ici Awa.</v>\n";

beforeAll(async () => {
  house = open.use(await openPublishedSchool());
});
afterAll(() => open.disposeAsync());

const teacher = () => house.doors.asTeacher(house.school);
const write = async (text: string) => (await teacher()).put(`/api/episodes/${house.episode.id}/transcript`, { text });
const addressOf = async () => (await house.doors.store.episodes.require(house.episode.id)).transcript?.url;

describe("an episode's text", () => {
  test("is told to its teacher cleaned, with the first names of the class that stand in it", async () => {
    const told = (await (await write(timed)).json()) as EpisodeText;
    expect(told).toMatchObject({ isTimed: true, isWithheld: false, named: ["Awa"] });
    expect(told.text).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nBonjour, ici Awa.\n");
  });

  test("is read by whoever may hear the episode, under an address of its own, and by caches only as long", async () => {
    const address = (await addressOf())!;
    const answer = await house.doors.browser().get(address);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/vtt; charset=utf-8"]);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
    expect(await answer.text()).toContain("Bonjour, ici Awa.");
  });

  test("is not where it was once it is changed", async () => {
    const former = (await addressOf())!;
    house.doors.clock.now += 1_000;
    await write("Bonjour, ici la radio.");
    expect(await addressOf()).toMatch(/\.txt$/);
    expect((await house.doors.browser().get(former)).status).toBe(404);
  });

  test("is nobody's beyond those who may hear it", async () => {
    const { store } = house.doors;
    await store.channels.change(house.channel.id, { visibility: "class" });
    expect((await house.doors.browser().get((await addressOf())!)).status).toBe(404);
    expect((await (await teacher()).get((await addressOf())!)).headers.get("cache-control")).toContain("private");
    await store.channels.change(house.channel.id, { visibility: "public" });
  });

  test("waits for its teacher after a voice was left out, for that voice's words may stand in it", async () => {
    const { database, clock } = house.doors;
    const address = (await addressOf())!;
    clock.now += 1_000;
    const [pupil] = house.school.pupils;
    const row = { episodeId: house.episode.id, pupilId: pupil.id, leftOutAt: clock.now };
    await database.insertInto("leftOutVoice").values(row).execute();
    expect(await addressOf()).toBeUndefined();
    expect((await house.doors.browser().get(address)).status).toBe(404);
    const told = await (await teacher()).get(`/api/episodes/${house.episode.id}/transcript`);
    expect(await told.json()).toMatchObject({ isWithheld: true });
    clock.now += 1_000;
    await write("Bonjour.");
    expect(await addressOf()).toBeDefined();
  });

  test("goes when somebody who speaks in it is erased", async () => {
    const { database, store } = house.doors;
    const [, pupil] = house.school.pupils;
    const { recordingId } = await store.episodes.filesOf(house.episode.id);
    await store.voices.note(recordingId!, { pupilId: pupil.id, stripId: StripId.parse(randomUUID()), isOpen: true });
    await store.erased.forget({ ...pupil, classroomId: house.school.classroom.id });
    expect(await database.selectFrom("transcript").selectAll().execute()).toEqual([]);
  });

  test("may be as long as six hours of speech, in any script", async () => {
    const told = await write("Ґ".repeat(longestTranscript));
    expect(told.status).toBe(200);
    await write("Bonjour.");
  });

  test("is refused when there is nothing in it", async () => {
    expect(await refusalIn(await write("WEBVTT\n\n"))).toEqual([400, "request.malformed"]);
  });
});
