import { expect, test } from "vitest";
import type { OwnAccount } from "../../../schemas/account.ts";
import type { ChannelPage } from "../../../schemas/listening.ts";
import { openShowTurns } from "../../../server/store/show-turns.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { readFeedTree } from "../../support/psp-1.ts";

type Tag = { "#text": string; "@role": string; "@group": string };

/** Who stands in a feed, each with what they did, by a parser that has not written it. */
function personsIn(xml: string): string[] {
  const { channel, items } = readFeedTree(xml);
  expect(channel["podcast:person"]).toBeUndefined();
  return items.flatMap((item) => {
    const told = (item["podcast:person"] ?? []) as Tag | Tag[];
    return (Array.isArray(told) ? told : [told]).map((tag) => `${tag["#text"]}, ${tag["@role"]} of ${tag["@group"]}`);
  });
}

test(
  "a first name is in a feed and on a page only where the family said so, and is gone with the next request once it is taken back",
  { timeout: 60_000 },
  async () => {
    await using at = await openHeardShow();
    const { doors, school, channel, visitor, recordingId } = at;
    const onPage = async () => {
      const page = (await (await visitor.get(`/api/channels/${channel.slug}`)).json()) as ChannelPage;
      return Object.values(page.persons).flatMap((persons) => (persons ?? []).map(({ name }) => name));
    };
    const [awa, jules] = school.pupils;
    const turns = openShowTurns(doors.database);
    for (const role of ["presenter", "journalist"] as const) await turns.noteRole(recordingId, awa.id, role);
    await at.publish();
    // Both voices may go to everybody; nobody said anything about a name.
    expect([personsIn(await at.feed()), await onPage()]).toEqual([[], []]);

    await at.answer(0, "public", true);
    expect(personsIn(await at.feed()).sort()).toEqual(["Awa, host of cast", "Awa, reporter of cast"]);
    expect(await onPage()).toEqual(["Awa"]);
    await at.answer(1, "public", true);
    expect(personsIn(await at.feed())).toContain("Jules, guest of cast");

    const before = (await visitor.get(`/feeds/${channel.slug}.xml`)).headers.get("last-modified")!;
    doors.clock.now += 60_000;
    await at.answer(0, "public", false);
    expect([personsIn(await at.feed()), await onPage()]).toEqual([["Jules, guest of cast"], ["Jules"]]);
    // Whoever asks by date alone hears of it too.
    const since = await doors.app.request(`/feeds/${channel.slug}.xml`, { headers: { "if-modified-since": before } });
    expect(since.status).toBe(200);
    expect(await since.text()).not.toContain("Awa");

    // Whose voice is to be left out is not named any more, before it is.
    await at.leaveOut(1);
    expect(personsIn(await at.feed())).toEqual([]);
    await doors.database.deleteFrom("leftOutVoice").execute();
    expect(personsIn(await at.feed())).toEqual(["Jules, guest of cast"]);
    await doors.store.erased.forget(await doors.store.people.requirePupil(jules.id));
    expect(personsIn(await at.feed())).toEqual([]);
  },
);

test(
  "a name goes as far as its voice and no further: a family's feed names whom the public one does not",
  { timeout: 60_000 },
  async () => {
    await using at = await openHeardShow({ jules: "family" });
    const { doors, school, channel, teacher } = at;
    await at.answer(0, "public", true);
    await at.answer(1, "family", true);
    const open = (visibility: string) => teacher.patch(`/api/channels/${channel.id}`, { visibility });
    await open("family");
    expect((await at.publish()).status).toBe(200);
    const families = await openFamilySchool(doors, school);
    const phone = await families.enter(await families.tokenOf(await families.make([school.pupils[0].id])));
    const { feed } = (await (await phone.get(`/api/channels/${channel.slug}`)).json()) as ChannelPage;
    const ofFamily = async () => personsIn(await (await at.visitor.get(`${feed!.path}.xml`)).text());
    expect(await ofFamily()).toEqual(["Awa, guest of cast", "Jules, guest of cast"]);
    // The voice stays behind when everybody may hear the rest, and the name with it.
    await at.leaveOut(1);
    await expect.poll(async () => (await at.voices()).voices[1]!.leftOut, { timeout: 30_000 }).toBe("remixed");
    expect((await open("public")).status).toBe(200);
    expect(personsIn(await at.feed())).toEqual(["Awa, guest of cast"]);
    expect(doors.bugs).toEqual([]);
  },
);

test(
  "somebody of the staff is named by their own choice, as they want to be called, and in no feed of a school that shut them out",
  { timeout: 60_000 },
  async () => {
    await using at = await openHeardShow();
    const { doors, school, channel, teacher, visitor, recordingId } = at;
    const { namedAdults, people } = doors.store;
    const answer = () => visitor.get(`/feeds/${channel.slug}.xml`);
    const call = (name: string | null) => teacher.put("/api/account/podcast-name", { name });
    const own = async () => ((await (await teacher.get("/api/account")).json()) as OwnAccount).podcastName;
    await namedAdults.noteHeard(recordingId, school.teacher.id);
    await at.publish();
    expect([personsIn(await at.feed()), await own()]).toEqual([[], null]);
    const unnamed = (await answer()).headers;

    doors.clock.now += 60_000;
    // Whoever was not heard is named nowhere, whatever they chose.
    await namedAdults.setName(school.admin.id, "M. Roux");
    expect(personsIn(await at.feed())).toEqual([]);
    expect((await answer()).headers.get("last-modified")).toBe(unnamed.get("last-modified"));
    expect((await call("Mme L. & Cie")).status).toBe(204);
    await at.answer(0, "public", true);
    expect(personsIn(await at.feed())).toEqual(["Mme L. & Cie, host of cast", "Awa, guest of cast"]);
    expect(await own()).toBe("Mme L. & Cie");
    const page = (await (await visitor.get(`/api/channels/${channel.slug}`)).json()) as ChannelPage;
    expect(Object.values(page.persons).flatMap((all) => all!.map(({ name }) => name))).toEqual(["Mme L. & Cie", "Awa"]);

    const named = (await answer()).headers;
    doors.clock.now += 60_000;
    await call(null);
    expect(personsIn(await at.feed())).toEqual(["Awa, guest of cast"]);
    const ask = (headers: Record<string, string>) => doors.app.request(`/feeds/${channel.slug}.xml`, { headers });
    expect((await ask({ "if-none-match": named.get("etag")! })).status).toBe(200);
    expect((await ask({ "if-modified-since": named.get("last-modified")! })).status).toBe(200);

    await call("Mme Lefort");
    expect(personsIn(await at.feed())).toContain("Mme Lefort, host of cast");
    const before = (await answer()).headers.get("last-modified")!;
    doors.clock.now += 60_000;
    await people.setActive(school.teacher.id, false);
    expect(personsIn(await at.feed())).toEqual(["Awa, guest of cast"]);
    expect((await ask({ "if-modified-since": before })).status).toBe(200);
    await people.setActive(school.teacher.id, true);
    expect(personsIn(await at.feed())).toContain("Mme Lefort, host of cast");
    // An account that is another school's now is nobody's name here.
    const elsewhere = await people.createSchool({ name: "École des Lilas", city: "Tours" });
    const moved = doors.database.updateTable("account").set({ schoolId: elsewhere.id });
    await moved.where("id", "=", school.teacher.id).execute();
    expect(personsIn(await at.feed())).toEqual(["Awa, guest of cast"]);
    expect(doors.bugs).toEqual([]);
  },
);
