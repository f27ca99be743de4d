import { expect, test } from "vitest";
import type { FamilyVoice } from "../../../schemas/families.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openPublishedSchool } from "../../support/published-school.ts";

/** A family with a PIN, on its phone. */
async function openAnswering() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const families = await openFamilySchool(doors, school);
  const family = await families.make([school.pupils[0].id]);
  const { pin } = (await (await families.teacher.post(`/api/families/${family.id}/pins`)).json()) as { pin: string };
  const phone = await families.enter(await families.tokenOf(family), pin);
  const answer = (fields: object = {}, pupilId = school.pupils[0].id) =>
    phone.post(`/api/family/voices/${pupilId}`, { scope: "class", givenBy: "Fatou Diallo", pin, ...fields });
  return {
    doors,
    school,
    ...families,
    family,
    pin,
    phone,
    answer,
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

test("a family answers by its link: a name and the PIN are its signature, and the class reads who and how", async () => {
  await using house = await openAnswering();
  const { doors, school, family } = house;
  const answered = await house.answer({ scope: "none" });
  expect(answered.status).toBe(201);
  expect(await answered.json()).toMatchObject({ scope: "none", standing: "answered", endsOn: "2027-08-31" });
  const [latest, before] = await doors.store.consents.historyOf(school.pupils[0].id);
  expect(latest).toMatchObject({
    ...{ scope: "none", givenBy: "Fatou Diallo", means: "familyLink", givenOn: "2026-11-17", recordedBy: null },
  });
  expect(before).toMatchObject({ scope: "public", means: "paper" });
  expect((await doors.store.audit.listOf(`pupil:${school.pupils[0].id}`))[0]).toMatchObject({
    ...{ act: "consent.answered", actor: `family:${family.id}`, detail: "none until 2027-08-31" },
  });
});

test("a family reads how far its children's voices go, and not who answered", async () => {
  await using house = await openAnswering();
  const voices = (await (await house.phone.get("/api/family/voices")).json()) as FamilyVoice[];
  expect(voices).toEqual([
    {
      pupilId: house.school.pupils[0].id,
      scope: "public",
      isNamed: false,
      standing: "answered",
      endsOn: expect.any(String) as string,
    },
  ]);
});

test("a withdrawal by the link takes the child's episode out of the page at once", async () => {
  await using published = await openPublishedSchool({ visibility: "family" });
  const { doors, school, episode } = published;
  const { make, tokenOf, enter, teacher } = await openFamilySchool(doors, school);
  const family = await make([school.pupils[0].id]);
  const { pin } = (await (await teacher.post(`/api/families/${family.id}/pins`)).json()) as { pin: string };
  const phone = await enter(await tokenOf(family), pin);
  const strip = "019ab3f2-6d0c-7c40-9d5e-3a1f0b7c2d11";
  const { recordingId } = await doors.database.selectFrom("episode").select("recordingId").executeTakeFirstOrThrow();
  const heard = { recordingId: recordingId!, stripId: strip, pupilId: school.pupils[0].id, heardAt: doors.clock.now };
  await doors.database.insertInto("heardVoice").values(heard).execute();
  expect((await phone.get(episode.enclosures[0]!.url)).status).toBe(200);
  await phone.post(`/api/family/voices/${school.pupils[0].id}`, { scope: "none", givenBy: "Fatou Diallo", pin });
  expect((await phone.get(episode.enclosures[0]!.url)).status).toBe(404);
});

test("without the right PIN nothing is answered; without one given, the paper is the way", async () => {
  await using house = await openAnswering();
  const { doors, school, family, teacher, pin } = house;
  const wrong = pin === "0000" ? "0001" : "0000";
  expect(await refusalIn(await house.answer({ pin: wrong }))).toEqual([403, "family.pin_wrong"]);
  expect(await refusalIn(await house.answer({ pin: undefined }))).toEqual([400, "request.malformed"]);
  await teacher.delete(`/api/families/${family.id}/pin`);
  expect(await refusalIn(await house.answer())).toEqual([403, "family.pin_missing"]);
  expect(await doors.store.consents.historyOf(school.pupils[0].id)).toHaveLength(1);
});

test("a family answers for its own children only, not for others of the class, and nobody else answers so", async () => {
  await using house = await openAnswering();
  const { doors, school, pin } = house;
  const other = school.pupils[1].id;
  expect(await refusalIn(await house.answer({}, other))).toEqual([404, "pupil.not_found"]);
  const body = { scope: "public", givenBy: "Jules", pin };
  const pupil = await doors.asPupil(school, 1);
  expect(await refusalIn(await pupil.post(`/api/family/voices/${other}`, body))).toEqual([403, "session.forbidden"]);
  expect(await doors.store.consents.historyOf(other)).toHaveLength(1);
});

test("answers by the link are as little changed or erased as those on paper", async () => {
  await using house = await openAnswering();
  await house.answer();
  const { database } = house.doors;
  await expect(database.updateTable("voiceConsent").set({ scope: "public" }).execute()).rejects.toThrow("append-only");
  await expect(database.deleteFrom("voiceConsent").execute()).rejects.toThrow("append-only");
});

test("a family lets the first name be told apart from the voice, and takes that back alone", async () => {
  await using house = await openAnswering();
  const named = async () => ((await (await house.phone.get("/api/family/voices")).json()) as FamilyVoice[])[0]!;
  expect((await house.answer({ scope: "family", isNamed: true })).status).toBe(201);
  expect(await named()).toMatchObject({ scope: "family", isNamed: true });
  expect((await house.answer({ scope: "none", isNamed: true })).status).toBe(201);
  expect(await named()).toMatchObject({ scope: "none", isNamed: false });
  expect((await house.answer({ scope: "family" })).status).toBe(201);
  expect(await named()).toMatchObject({ scope: "family", isNamed: false });
});
