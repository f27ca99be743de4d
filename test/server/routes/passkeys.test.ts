import { expect, test } from "vitest";
import { makeChallenges } from "../../../server/access/challenges.ts";
import { passkeyPlace } from "../../../server/access/passkey-door.ts";
import { openPasskeys } from "../../../server/store/passkeys.ts";
import { makeAuthenticator } from "../../support/authenticator.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { staffPassword } from "../../support/school.ts";

test.each([
  ["https://radio.ecole.fr", { rpID: "radio.ecole.fr", origin: "https://radio.ecole.fr" }],
  ["https://radio.ecole.fr:8443", { rpID: "radio.ecole.fr", origin: "https://radio.ecole.fr:8443" }],
  ["http://localhost:8000", { rpID: "localhost", origin: "http://localhost:8000" }],
  ["http://radio.ecole.fr", undefined],
  ["https://192.168.1.20:8000", undefined],
  ["https://[fd00::1]:8000", undefined],
])("at %s passkeys work, or not", (url, place) => {
  expect(passkeyPlace(url)).toEqual(place);
});

test("where they cannot work, the door says so, and nobody is asked for one", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  expect(await (await teacher.get("/api/sign-in-ways")).json()).toMatchObject({ passkeyOrigin: null });
  const begun = await teacher.post("/api/account/passkey-challenges", { password: staffPassword });
  expect(await refusalIn(begun)).toEqual([409, "passkey.unavailable"]);
  expect(await refusalIn(await doors.browser().post("/api/passkey-challenges"))).toEqual([409, "passkey.unavailable"]);
});

test("a passkey is not added by whoever sits at a browser that somebody left open", async () => {
  await using doors = await openDoors();
  const teacher = await doors.asTeacher(await doors.seedSchool());
  const begun = await teacher.post("/api/account/passkey-challenges", { password: "of somebody else" });
  expect(await refusalIn(begun)).toEqual([403, "password.wrong"]);
});

test("a colleague's passkey is neither named nor removed, and one's own is, with a line in the audit table", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [teacher, admin] = [await doors.asTeacher(school), await doors.asAdmin(school)];
  const credential = { id: "a-key", publicKey: Buffer.from("public"), counter: 0, transports: ["internal"] };
  await openPasskeys(doors.database).add(school.teacher.id, "Tablette", credential, doors.clock.now);
  const path = "/api/account/passkeys/a-key";
  expect(await refusalIn(await admin.patch(path, { name: "La mienne" }))).toEqual([404, "passkey.not_found"]);
  expect(await refusalIn(await admin.delete(path))).toEqual([404, "passkey.not_found"]);
  expect(await (await teacher.patch(path, { name: "Mon téléphone" })).json()).toMatchObject({ name: "Mon téléphone" });
  expect((await teacher.delete(path)).status).toBe(204);
  expect(await (await teacher.get("/api/account/passkeys")).json()).toEqual([]);
  expect(await doors.store.audit.listOf(`account:${school.teacher.id}`)).toMatchObject([
    { act: "account.passkeyRemoved" },
  ]);
});

test("a question to an authenticator is answered once, within five minutes, by whom it was put to", () => {
  let now = 0;
  const challenges = makeChallenges(() => now);
  const anybody = challenges.put();
  expect([challenges.take(anybody), challenges.take(anybody)]).toEqual([true, false]);
  const asked = challenges.put("one");
  expect(challenges.take(asked, "another")).toBe(false);
  expect(challenges.take(asked, "one")).toBe(false);
  const late = challenges.put();
  now += 5 * 60_000;
  expect(challenges.take(late)).toBe(false);
  const first = challenges.put();
  for (let index = 0; index < 1_000; index += 1) challenges.put();
  expect(challenges.take(first)).toBe(false);
});

const passkeysAt = "https://radio.ecole.test";
type Question = { challenge: string };
type Answer = ReturnType<ReturnType<typeof makeAuthenticator>["get"]>;

/** A teacher of a station with a name, who has added a passkey. */
async function openKeyed(options: { isVerified?: boolean } = {}) {
  const doors = await openDoors({ passkeysAt });
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const device = makeAuthenticator(passkeysAt, options);
  const ask = async (who: ApiClient, path: string) =>
    (await (await who.post(path, path.includes("account") ? { password: staffPassword } : {})).json()) as Question;
  const beginAdding = () => ask(teacher, "/api/account/passkey-challenges");
  const add = (answer: unknown, who = teacher) => who.post("/api/account/passkeys", { name: "Mon téléphone", answer });
  const begin = () => ask(doors.browser(), "/api/passkey-challenges");
  const enter = (answer: Answer, browser = doors.browser()) => browser.post("/api/passkey-sessions", { answer });
  const dispose = () => doors[Symbol.asyncDispose]();
  return { doors, school, teacher, device, beginAdding, add, begin, enter, [Symbol.asyncDispose]: dispose };
}

const unknown = [401, "passkey.unknown"];

test("a teacher comes in with a passkey alone, second code or not; the answer serves once, and only for this station's question", async () => {
  await using keyed = await openKeyed();
  const { doors, school, teacher, device, beginAdding, add, begin, enter } = keyed;
  expect((await add(device.create(await beginAdding()))).status).toBe(201);
  const browser = doors.browser();
  const answer = device.get(await begin());
  const session = await enter(answer, browser);
  expect([session.status, await session.json()]).toMatchObject([201, { account: { id: school.teacher.id } }]);
  expect((await browser.get("/api/classrooms")).status).toBe(200);
  expect(await refusalIn(await enter(answer))).toEqual(unknown);
  expect(await refusalIn(await enter(device.get({ challenge: "made-up" })))).toEqual(unknown);
  const [kept] = (await (await teacher.get("/api/account/passkeys")).json()) as { usedAt: string }[];
  expect(kept!.usedAt).toBe(new Date(doors.clock.now).toISOString());
  expect(doors.bugs).toEqual([]);
});

test("another device's signature, another site's page and a device that asked nobody who they are open nothing", async () => {
  await using keyed = await openKeyed();
  const { device, beginAdding, add, begin, enter } = keyed;
  await add(device.create(await beginAdding()));
  const own = device.get(await begin());
  const other = makeAuthenticator(passkeysAt);
  // Its counter is ahead, so that the signature alone is what gives it away.
  other.get({ challenge: "a visit elsewhere" });
  other.get({ challenge: "another visit" });
  const thief = other.get(await begin());
  expect(await refusalIn(await enter(thief))).toEqual(unknown);
  expect(await refusalIn(await enter({ ...thief, id: own.id, rawId: own.id }))).toEqual(unknown);
  const elsewhere = makeAuthenticator("https://radio.ecole.test.evil.example");
  expect(await refusalIn(await add(elsewhere.create(await beginAdding())))).toEqual(unknown);
  const careless = makeAuthenticator(passkeysAt, { isVerified: false });
  expect(await refusalIn(await add(careless.create(await beginAdding())))).toEqual(unknown);
});

test("a question that was put to one person adds no passkey to another's account", async () => {
  await using keyed = await openKeyed();
  const { doors, school, device, beginAdding, add, begin } = keyed;
  const admin = await doors.asAdmin(school);
  expect(await refusalIn(await add(device.create(await beginAdding()), admin))).toEqual(unknown);
  expect(await refusalIn(await add(device.create(await begin())))).toEqual(unknown);
});

test("a removed passkey and a deactivated account's open nothing", async () => {
  await using keyed = await openKeyed();
  const { doors, school, teacher, device, beginAdding, add, begin, enter } = keyed;
  const { id } = (await (await add(device.create(await beginAdding()))).json()) as { id: string };
  const admin = await doors.asAdmin(school);
  const shut = (isActive: boolean) => admin.patch(`/api/staff/${school.teacher.id}`, { isActive });
  await shut(false);
  expect(await refusalIn(await enter(device.get(await begin())))).toEqual([403, "account.deactivated"]);
  await shut(true);
  expect((await enter(device.get(await begin()))).status).toBe(201);
  await teacher.signIn(school.teacher.email, staffPassword);
  expect((await teacher.delete(`/api/account/passkeys/${id}`)).status).toBe(204);
  expect(await refusalIn(await enter(device.get(await begin())))).toEqual(unknown);
});

test("a passkey that the station keeps already is refused, at this account and at another", async () => {
  await using keyed = await openKeyed();
  const { doors, school, device, beginAdding, add } = keyed;
  await add(device.create(await beginAdding()));
  expect(await refusalIn(await add(device.create(await beginAdding())))).toEqual([409, "passkey.taken"]);
  const admin = await doors.asAdmin(school);
  const asked = await admin.post("/api/account/passkey-challenges", { password: staffPassword });
  expect(await refusalIn(await add(device.create((await asked.json()) as Question), admin))).toEqual([
    409,
    "passkey.taken",
  ]);
  expect(doors.bugs).toEqual([]);
});

test("a link for a lost password removes the passkeys that somebody may have added meanwhile", async () => {
  await using keyed = await openKeyed();
  const { doors, school, device, beginAdding, add, begin, enter } = keyed;
  await add(device.create(await beginAdding()));
  const admin = await doors.asAdmin(school);
  const issued = await admin.post(`/api/staff/${school.teacher.id}/password-links`);
  const token = new URL(((await issued.json()) as { url: string }).url).hash.slice(1);
  const accepted = { token, password: "une autre phrase bien longue" };
  expect((await doors.browser().post("/api/staff-links/accept", accepted)).status).toBe(201);
  expect(await refusalIn(await enter(device.get(await begin())))).toEqual(unknown);
});

test("a thousand questions that one line asks for push out nobody else's", async () => {
  await using keyed = await openKeyed();
  const { doors, device, beginAdding, add, enter } = keyed;
  const adding = await beginAdding();
  const ask = (address: string) =>
    doors.browser().send("POST", "/api/passkey-challenges", null, { "x-forwarded-for": address });
  const mine = (await (await ask("192.0.2.1")).json()) as Question;
  const flood = await Promise.all(Array.from({ length: 1_100 }, () => ask("198.51.100.7")));
  expect(flood.filter(({ status }) => status === 201).length).toBe(60);
  expect(await refusalIn(flood.at(-1)!)).toEqual([429, "request.too_many"]);
  expect((await add(device.create(adding))).status).toBe(201);
  expect((await enter(device.get(mine))).status).toBe(201);
});
