import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import type { OwnIdentity } from "../../../schemas/oidc.ts";
import type { Session } from "../../../schemas/people.ts";
import { openOidcProvider } from "../../../server/access/oidc-provider.ts";
import { OidcSettings, OidcSettingsFile } from "../../../server/access/oidc-settings.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openIdentityProvider, type KnownPerson } from "../../support/identity-provider.ts";
import { staffPassword } from "../../support/school.ts";

/** What the page Mon compte asks for before it ties an account. */
const linking = { isLink: true, password: staffPassword };
const callback = "/api/oidc/ent/callback";

/** A school whose staff may come in by its ENT, which is there over loopback. */
async function openEnt(settings: object = {}) {
  await using opening = new AsyncDisposableStack();
  const ent = opening.use(await openIdentityProvider(`http://antenne.test${callback}`));
  const common = { id: "ent", name: "ENT du Berry", issuer: ent.issuer, clientId: "antenne" };
  const provider = openOidcProvider(OidcSettings.parse({ ...common, ...settings }), "the station's secret");
  const doors = opening.use(await openDoors({ providers: [provider] }));
  const school = await doors.seedSchool();
  const begin = async (browser: ApiClient, fields: object = {}) => {
    const asked = await browser.post("/api/oidc/ent/flows", { isLink: false, returnPath: "/emissions", ...fields });
    return ((await asked.json()) as { url: string }).url;
  };
  /** The browser's whole way to the provider and back; resolves to where the station sends it then. */
  const walk = async (person: KnownPerson, browser = doors.browser()) => {
    const back = await ent.signIn(person, await begin(browser));
    const answer = await browser.get(`${back.pathname}${back.search}`);
    return { browser, back, to: answer.headers.get("location") };
  };
  /** Ties a person to the teacher's account, as the page Mon compte does. */
  const link = async (person: KnownPerson) => {
    const teacher = await doors.asTeacher(school);
    const session = teacher.cookie;
    const url = await begin(teacher, { ...linking, returnPath: "/compte" });
    const back = await ent.signIn(person, url);
    const cookie = `${session}; ${teacher.cookie}`;
    const answer = await teacher.send("GET", `${back.pathname}${back.search}`, null, { cookie });
    teacher.cookie = session;
    return { teacher, to: answer.headers.get("location") };
  };
  const open = opening.move();
  return {
    ...{ ent, doors, school, begin, walk, link },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

const lefort = { sub: "ent-4711", name: "Mme Lefort", profil: ["National_ENS"] };
const whoIs = async (browser: ApiClient) => {
  const session = (await (await browser.get("/api/sessions/current")).json()) as Session;
  return session.kind === "staff" ? session.account : undefined;
};

/** The teacher's app, once it is set up; half a minute later it shows its next code. */
async function pair({ doors }: Awaited<ReturnType<typeof openEnt>>, teacher: ApiClient) {
  const begun = await teacher.post("/api/account/second-step", { password: staffPassword });
  const totp = new TOTP({ secret: Secret.fromBase32(((await begun.json()) as { secret: string }).secret) });
  const codeNow = () => totp.generate({ timestamp: doors.clock.now });
  const confirmed = await teacher.put("/api/account/second-step", { code: codeNow() });
  const { codes: recoveryCodes } = (await confirmed.json()) as { codes: string[] };
  doors.clock.now += 60_000;
  return { codeNow, recoveryCodes };
}

test("a teacher whose account is tied to the ENT comes in by it, and back to the page they came for", async () => {
  await using house = await openEnt();
  expect(await (await house.doors.browser().get("/api/oidc")).json()).toEqual([{ id: "ent", name: "ENT du Berry" }]);
  expect((await house.walk(lefort)).to).toBe("/?refus=oidc.unknown_person");
  const { teacher, to } = await house.link(lefort);
  expect(to).toBe("/compte");
  expect(await (await teacher.get("/api/account/identities")).json()).toMatchObject([{ id: "ent", isLinked: true }]);
  const { browser, to: page } = await house.walk(lefort);
  expect(page).toBe("/emissions");
  expect(await whoIs(browser)).toMatchObject({ id: house.school.teacher.id, role: "teacher" });
  expect((await browser.delete("/api/sessions/current")).status).toBe(204);
  expect(await refusalIn(await browser.get("/api/sessions/current"))).toEqual([401, "session.missing"]);
  expect((await teacher.delete("/api/account/identities/ent")).status).toBe(204);
  expect((await house.walk(lefort)).to).toBe("/?refus=oidc.unknown_person");
});

test("an answer serves once, in the browser that asked, with the word it was asked with", async () => {
  await using house = await openEnt();
  await house.link(lefort);
  const browser = house.doors.browser();
  const begun = await house.begin(browser);
  const flow = browser.cookie;
  const back = await house.ent.signIn(lefort, begun);
  const stranger = await house.doors.browser().get(`${back.pathname}${back.search}`);
  expect(stranger.headers.get("location")).toBe("/?refus=oidc.refused");
  const forged = new URL(back);
  forged.searchParams.set("state", "another");
  const wrong = await browser.get(`${forged.pathname}${forged.search}`);
  expect(wrong.headers.get("location")).toBe("/?refus=oidc.refused");
  browser.cookie = flow;
  const late = await browser.get(`${back.pathname}${back.search}`);
  expect(late.headers.get("location")).toBe("/?refus=oidc.refused");
  const { browser: inside, back: used } = await house.walk(lefort);
  const again = await inside.get(`${used.pathname}${used.search}`);
  expect(again.headers.get("location")).toBe("/?refus=oidc.refused");
});

test("an answer that was given to another request, with its nonce, is refused", async () => {
  await using house = await openEnt();
  await house.link(lefort);
  const browser = house.doors.browser();
  const url = new URL(await house.begin(browser));
  url.searchParams.set("nonce", "the nonce of another request");
  const back = await house.ent.signIn(lefort, url.href);
  const answer = await browser.get(`${back.pathname}${back.search}`);
  expect(answer.headers.get("location")).toBe("/?refus=oidc.refused");
});

test("ten minutes after it began a sign-in is over", async () => {
  await using house = await openEnt();
  await house.link(lefort);
  const browser = house.doors.browser();
  const back = await house.ent.signIn(lefort, await house.begin(browser));
  house.doors.clock.now += 10 * 60_000;
  const answer = await browser.get(`${back.pathname}${back.search}`);
  expect(answer.headers.get("location")).toBe("/?refus=oidc.refused");
});

test("an e-mail finds its account only when the provider stands for it and the configuration allows it", async () => {
  await using strict = await openEnt();
  const known = { ...lefort, email: strict.school.teacher.email, email_verified: true };
  expect((await strict.walk(known)).to).toBe("/?refus=oidc.unknown_person");
  await using trusting = await openEnt({ linksByEmail: true });
  const theirs = { ...lefort, email: trusting.school.teacher.email.toUpperCase() };
  expect((await trusting.walk({ ...theirs, email_verified: false })).to).toBe("/?refus=oidc.unknown_person");
  expect((await trusting.walk(theirs)).to).toBe("/?refus=oidc.unknown_person");
  const { browser, to } = await trusting.walk({ ...theirs, email_verified: true });
  expect(to).toBe("/emissions");
  expect(await whoIs(browser)).toMatchObject({ id: trusting.school.teacher.id });
});

test("somebody new gets the account that their role and school name, and nobody gets one whom they do not name", async () => {
  const mapping = {
    ...{ unknown: "created", roleClaim: "profil", roles: { National_ENS: "teacher", National_DIR: "admin" } },
    ...{ schoolClaim: "etab", schools: { "0180001A": "École des Marronniers" } },
  };
  await using house = await openEnt(mapping);
  const known = { sub: "ent-1", name: "Mme Petit", profil: "National_ENS", etab: "0180001A" };
  const petit = { ...known, email: "petit@ent.test", email_verified: true };
  expect((await house.walk({ ...petit, email_verified: false })).to).toBe("/?refus=oidc.unknown_person");
  expect((await house.walk({ ...petit, profil: "National_ELV" })).to).toBe("/?refus=oidc.unknown_role");
  expect((await house.walk({ ...petit, profil: undefined })).to).toBe("/?refus=oidc.unknown_role");
  expect((await house.walk({ ...petit, profil: "__proto__" })).to).toBe("/?refus=oidc.unknown_role");
  expect((await house.walk({ ...petit, etab: "0450002B" })).to).toBe("/?refus=oidc.other_school");
  const { browser } = await house.walk(petit);
  const account = await whoIs(browser);
  expect(account).toMatchObject({ displayName: "Mme Petit", email: "petit@ent.test", role: "teacher" });
  expect(await whoIs((await house.walk(petit)).browser)).toEqual(account);
  const head = { ...petit, sub: "ent-2", email: "dir@ent.test", profil: ["National_ENS", "National_DIR"] };
  expect(await whoIs((await house.walk(head)).browser)).toMatchObject({ role: "admin" });
  const thief = { ...petit, sub: "ent-3", email: house.school.teacher.email };
  expect((await house.walk(thief)).to).toBe("/?refus=oidc.unknown_person");
});

test("an account that was deactivated stays shut", async () => {
  await using house = await openEnt();
  await house.link(lefort);
  const accounts = house.doors.database.updateTable("account").set({ deactivatedAt: 1 });
  await accounts.where("id", "=", house.school.teacher.id).execute();
  const { browser, to } = await house.walk(lefort);
  expect(to).toBe("/?refus=account.deactivated");
  expect((await browser.get("/api/sessions/current")).status).toBe(401);
});

test("one person of the ENT is one account, and nobody ties it for somebody else", async () => {
  await using house = await openEnt();
  const { doors, school, ent, begin } = house;
  await house.link(lefort);
  const admin = await doors.asAdmin(school);
  const session = admin.cookie!;
  const back = await ent.signIn(lefort, await begin(admin, linking));
  const cookie = `${session}; ${admin.cookie}`;
  const answer = await admin.send("GET", `${back.pathname}${back.search}`, null, { cookie });
  expect(answer.headers.get("location")).toBe("/compte?refus=oidc.linked_elsewhere");
  const visitor = doors.browser();
  const asked = await visitor.post("/api/oidc/ent/flows", { ...linking, returnPath: "/compte" });
  expect(await refusalIn(asked)).toEqual([401, "session.missing"]);
  admin.cookie = session;
  const others = { sub: "ent-99" };
  const elsewhere = await ent.signIn(others, await begin(admin, linking));
  const flow = admin.cookie;
  const stolen = await doors.browser().send("GET", `${elsewhere.pathname}${elsewhere.search}`, null, { cookie: flow });
  expect(stolen.headers.get("location")).toBe("/compte?refus=oidc.refused");
  admin.cookie = session;
  const own = (await (await admin.get("/api/account/identities")).json()) as OwnIdentity[];
  expect(own).toEqual([{ id: "ent", name: "ENT du Berry", isLinked: false }]);
});

test("whoever finds a teacher's browser open ties nothing: the password is asked for, and the second step", async () => {
  await using house = await openEnt();
  const teacher = await house.doors.asTeacher(house.school);
  const ask = (fields: object) => teacher.post("/api/oidc/ent/flows", { ...linking, returnPath: "/compte", ...fields });
  expect(await refusalIn(await ask({ password: undefined }))).toEqual([400, "request.malformed"]);
  expect(await refusalIn(await ask({ password: "a guess" }))).toEqual([403, "password.wrong"]);
  const { recoveryCodes } = await pair(house, teacher);
  expect(await refusalIn(await ask({}))).toEqual([403, "session.second_step_missing"]);
  expect(await refusalIn(await ask({ code: "AAAA-AAAA-AAAA-AAAA" }))).toEqual([403, "session.second_step_wrong"]);
  expect((await ask({ code: recoveryCodes[0] })).status).toBe(200);
});

test("the ENT's word replaces the password, not the second step, unless the provider asks for one itself", async () => {
  await using house = await openEnt();
  const { teacher } = await house.link(lefort);
  const { codeNow } = await pair(house, teacher);
  const { browser, to } = await house.walk(lefort);
  expect(to).toBe("/?refus=session.second_step_missing&retour=%2Femissions");
  expect((await browser.get("/api/sessions/current")).status).toBe(401);
  const enter = (code: string, by = browser) => by.post("/api/oidc-sessions", { code });
  expect(await refusalIn(await enter("AAAA-AAAA-AAAA-AAAA"))).toEqual([403, "session.second_step_wrong"]);
  expect(await refusalIn(await enter(codeNow(), house.doors.browser()))).toEqual([403, "oidc.refused"]);
  expect((await enter(codeNow())).status).toBe(201);
  expect(await whoIs(browser)).toMatchObject({ id: house.school.teacher.id });
  await using strong = await openEnt({ asksSecondStep: true });
  await pair(strong, (await strong.link(lefort)).teacher);
  expect((await strong.walk(lefort)).to).toBe("/emissions");
});

test("a link for a lost password ends every tie to the ENT, for somebody else may have made it", async () => {
  await using house = await openEnt();
  await house.link(lefort);
  const admin = await house.doors.asAdmin(house.school);
  const made = await admin.post(`/api/staff/${house.school.teacher.id}/password-links`, {});
  const { url } = (await made.json()) as { url: string };
  const acceptance = { token: url.split("#")[1], password: "vingt merles sur la grille" };
  expect((await house.doors.browser().post("/api/staff-links/accept", acceptance)).status).toBe(201);
  expect((await house.walk(lefort)).to).toBe("/?refus=oidc.unknown_person");
});

test("one address that asks over and over again does not push out those who are at the provider", async () => {
  await using house = await openEnt();
  const browser = house.doors.browser();
  const ask = () => browser.post("/api/oidc/ent/flows", { isLink: false, returnPath: "/emissions" });
  for (let times = 0; times < 60; times += 1) expect((await ask()).status).toBe(200);
  expect(await refusalIn(await ask())).toEqual([429, "request.too_many"]);
});

test("a provider that is away is told so, and asked again the next time", async () => {
  await using house = await openEnt();
  const { ent, doors } = house;
  await ent[Symbol.asyncDispose]();
  const asked = await doors.browser().post("/api/oidc/ent/flows", { isLink: false, returnPath: "/emissions" });
  expect(await refusalIn(asked)).toEqual([502, "oidc.unreachable"]);
  const unknown = await doors.browser().post("/api/oidc/other/flows", { isLink: false, returnPath: "/emissions" });
  expect(await refusalIn(unknown)).toEqual([404, "request.not_found"]);
});

test("no page but the station's own is come back to", async () => {
  await using house = await openEnt();
  for (const returnPath of ["https://evil.test/", "//evil.test/", "/\\evil.test", "emissions"]) {
    const asked = await house.doors.browser().post("/api/oidc/ent/flows", { isLink: false, returnPath });
    expect(await refusalIn(asked)).toEqual([400, "request.malformed"]);
  }
});

test("an issuer is https, or on this machine; two providers have two words", () => {
  const settings = { id: "ent", name: "ENT", issuer: "https://ent.test", clientId: "antenne" };
  const allows = (issuer: string) => OidcSettings.safeParse({ ...settings, issuer }).success;
  expect(["https://ent.test", "http://localhost:9000", "http://127.0.0.1:9000"].map(allows)).toEqual([
    true,
    true,
    true,
  ]);
  const refused = ["http://ent.test", "http://169.254.169.254/", "http://127.0.0.1.evil.test", "file:///etc/passwd"];
  expect(refused.map(allows)).toEqual([false, false, false, false]);
  expect(OidcSettingsFile.safeParse([settings, settings]).success).toBe(false);
});

test("accounts are made only where the provider tells teachers from pupils", () => {
  const settings = { id: "ent", name: "ENT", issuer: "https://ent.test", clientId: "antenne", unknown: "created" };
  expect(OidcSettings.safeParse(settings).error?.issues[0]?.message).toContain("roleClaim");
  expect(OidcSettings.safeParse({ ...settings, roleClaim: "profil" }).success).toBe(true);
});

test("another password unties the ENT, unless its owner says that it stays; both are in the journal", async () => {
  await using house = await openEnt();
  const { doors, school } = house;
  const { teacher } = await house.link(lefort);
  const passwords = [staffPassword, "trombone sous la pluie", "une cerise en hiver"];
  const change = (to: 1 | 2, more: object) =>
    teacher.put("/api/account/password", { current: passwords[to - 1], password: passwords[to], ...more });
  expect((await change(1, { keepsIdentities: true })).status).toBe(204);
  expect((await house.walk(lefort)).to).toBe("/emissions");
  expect((await change(2, {})).status).toBe(204);
  expect((await house.walk(lefort)).to).toBe("/?refus=oidc.unknown_person");
  const acts = (await doors.store.audit.listOf(`account:${school.teacher.id}`)).map(({ act, detail }) => [act, detail]);
  expect(acts.slice(0, 3)).toEqual([
    ["account.identityUnlinked", "ent"],
    ["account.passwordChanged", null],
    ["account.passwordChanged", null],
  ]);
});
