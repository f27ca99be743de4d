import { expect, test } from "vitest";
import { usualLastDay, type PupilConsent, type VoiceConsent } from "../../../schemas/consent.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const paper = { scope: "class", givenBy: "Sa mère", givenOn: "2026-11-16" } as const;

/** A class with a pupil about whom nobody has answered yet. */
async function openUnanswered() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const { id } = await doors.store.people.addPupil(school.classroom.id, { firstName: "Rose", bird: "pic", colour: 6 });
  const teacher = await doors.asTeacher(school);
  const standing = async () => {
    const all = (await (await teacher.get(`/api/classrooms/${school.classroom.id}/consents`)).json()) as PupilConsent[];
    return all.find(({ pupilId }) => pupilId === id);
  };
  const history = async () => (await (await teacher.get(`/api/pupils/${id}/consents`)).json()) as VoiceConsent[];
  const answer = (body: object) => teacher.post(`/api/pupils/${id}/consents`, body);
  return { doors, school, id, standing, history, answer, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("without an answer a voice is for nobody; a paper that the teacher writes down holds to the end of the school year", async () => {
  await using house = await openUnanswered();
  expect(await house.standing()).toMatchObject({ scope: "none", standing: "unanswered", latest: null });
  const answered = await house.answer(paper);
  expect(answered.status).toBe(201);
  const latest = { ...paper, endsOn: "2027-08-31", means: "paper", recordedBy: "Mme Lefort" };
  expect(await answered.json()).toMatchObject({ scope: "class", standing: "answered", latest });
  expect(await house.standing()).toMatchObject({ scope: "class", latest });
  expect(await house.doors.store.audit.listOf(`pupil:${house.id}`)).toMatchObject([
    { act: "consent.recorded", actor: `account:${house.school.teacher.id}`, detail: "class until 2027-08-31" },
  ]);
});

test("an answer holds through its last day in Paris, and not one minute longer", async () => {
  await using house = await openUnanswered();
  await house.answer({ ...paper, scope: "public", endsOn: "2026-12-31" });
  house.doors.clock.now = Date.parse("2026-12-31T22:59:00Z");
  expect(await house.doors.store.consents.of(house.id)).toMatchObject({ scope: "public", standing: "answered" });
  house.doors.clock.now = Date.parse("2026-12-31T23:00:00Z");
  const over = { scope: "none", standing: "expired", latest: { scope: "public" } };
  expect(await house.doors.store.consents.of(house.id)).toMatchObject(over);
});

test("a family that changes its mind is heard at once, and what it said before stays written", async () => {
  await using house = await openUnanswered();
  await house.answer({ ...paper, scope: "public" });
  await house.answer({ ...paper, scope: "none", givenOn: "2026-11-17" });
  expect(await house.standing()).toMatchObject({ scope: "none", standing: "answered" });
  expect((await house.history()).map(({ scope, givenOn }) => [scope, givenOn])).toEqual([
    ["none", "2026-11-17"],
    ["public", "2026-11-16"],
  ]);
});

test("no answer is ever changed or erased in the database; it goes with its pupil only", async () => {
  await using house = await openUnanswered();
  await house.answer(paper);
  const { database, store } = house.doors;
  const change = (values: object) => database.updateTable("voiceConsent").set(values).execute();
  for (const values of [
    { scope: "public" },
    { endsOn: "2030-01-01" },
    { recordedBy: null },
    { givenBy: "x" },
    { isNamed: 1 as const },
  ]) {
    await expect(change(values), JSON.stringify(values)).rejects.toThrow("append-only");
  }
  await expect(database.deleteFrom("voiceConsent").execute()).rejects.toThrow("append-only");
  expect(await house.history()).toHaveLength(1);
  await store.erased.forget(await store.people.requirePupil(house.id));
  const left = database.selectFrom("voiceConsent").select("id").where("pupilId", "=", house.id);
  expect(await left.execute()).toEqual([]);
});

test("an account that goes leaves the answers it wrote down", async () => {
  await using house = await openUnanswered();
  await house.answer(paper);
  await house.doors.database.deleteFrom("account").where("id", "=", house.school.teacher.id).execute();
  expect(await house.doors.store.consents.historyOf(house.id)).toMatchObject([{ ...paper, recordedBy: null }]);
});

test("an answer of tomorrow, or one that ends before it begins, is not written down", async () => {
  await using house = await openUnanswered();
  expect(await refusalIn(await house.answer({ ...paper, givenOn: "2026-11-18" }))).toEqual([400, "consent.not_yet"]);
  const short = { ...paper, endsOn: "2026-11-01" };
  expect(await refusalIn(await house.answer(short))).toEqual([400, "request.malformed"]);
  expect(await house.history()).toEqual([]);
});

test("pupils read nobody's answer", async () => {
  await using house = await openUnanswered();
  const pupil = await house.doors.asPupil(house.school);
  for (const path of [`/api/classrooms/${house.school.classroom.id}/consents`, `/api/pupils/${house.id}/consents`]) {
    expect(await refusalIn(await pupil.get(path))).toEqual([403, "session.forbidden"]);
  }
});

test("the usual last day is the 31 August that ends the school year, or the next one when that year is over", () => {
  expect(usualLastDay("2026-2027", "2026-09-02")).toBe("2027-08-31");
  expect(usualLastDay("2026-2027", "2027-08-31")).toBe("2027-08-31");
  expect(usualLastDay("2026-2027", "2027-09-01")).toBe("2028-08-31");
});
