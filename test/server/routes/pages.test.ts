import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Hono } from "hono";
import { answerError } from "../../../server/answer-error.ts";
import { healthRoutes } from "../../../server/routes/health.ts";
import { openDoors } from "../../support/doors.ts";

const page = "<!doctype html><title>Antenne</title>";

async function openBuilt() {
  const doors = await openDoors({
    prepare: (directory) => {
      mkdirSync(join(directory, "pages/assets"), { recursive: true });
      writeFileSync(join(directory, "pages/index.html"), page);
      writeFileSync(join(directory, "pages/assets/app-1a2b3c.js"), "export const much = 1;\n".repeat(200));
      writeFileSync(join(directory, "pages/icon.svg"), "<svg/>");
    },
  });
  const close = () => doors[Symbol.asyncDispose]();
  return {
    [Symbol.asyncDispose]: close,
    get: (path: string, headers = {}) => doors.browser().send("GET", path, null, headers),
  };
}

test("every address of the client answers with the page, asked for anew each time", async () => {
  await using built = await openBuilt();
  const { get } = built;
  for (const path of ["/", "/emissions", "/regie/0198c0de", "/chaines/radio-hirondelle/x", "/index.html"]) {
    const answer = await get(path);
    expect([answer.status, await answer.text()], path).toEqual([200, page]);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  }
});

test("what the build named by its content is kept for a year, and text travels compressed", async () => {
  await using built = await openBuilt();
  const { get } = built;
  const script = await get("/assets/app-1a2b3c.js", { "accept-encoding": "gzip" });
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(script.headers.get("content-encoding")).toBe("gzip");
  expect(script.headers.get("content-type")).toContain("javascript");
  // A first visit gets twenty such files: what only a page heeds stays away.
  expect(script.headers.get("content-security-policy")).toBe("default-src 'self'");
  expect(script.headers.get("x-content-type-options")).toBe("nosniff");
  expect(script.headers.get("permissions-policy")).toBeNull();
  expect((await get("/icon.svg")).headers.get("cache-control")).toBe("no-cache");
  expect((await get("/assets/gone-0.js")).status).toBe(404);
});

test("pages may load nothing from elsewhere and run nothing inline", async () => {
  await using built = await openBuilt();
  const { get } = built;
  const { headers } = await get("/");
  const policy = headers.get("content-security-policy")!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("referrer-policy")).toBe("same-origin");
});

test("microphone and camera are for the pages where somebody speaks or scans, and for no listener's", async () => {
  await using built = await openBuilt();
  const { get } = built;
  const policyOf = async (path: string) => (await get(path)).headers.get("permissions-policy")!;
  for (const path of ["/", "/entrer", "/emissions", "/regie/0198c0de", "/studio/0198c0de"]) {
    expect(await policyOf(path), path).toMatch(/microphone=\(self\).*camera=\(self\)/);
  }
  for (const path of ["/chaines/radio-hirondelle", "/chaines/radio-hirondelle/x", "/radios", "/api/channels"]) {
    expect(await policyOf(path), path).toMatch(/microphone=\(\).*camera=\(\)/);
  }
  expect(await policyOf("/famille"), "a family leaves its voice, and scans nothing").toMatch(
    /microphone=\(self\).*camera=\(\)/,
  );
});

test("over TLS with a lasting certificate browsers hold the station to it, and otherwise not", async () => {
  await using plain = await openDoors();
  await using secure = await openDoors({ isSecure: true });
  const held = async (doors: typeof plain) =>
    (await doors.browser().get("/api/channels")).headers.get("strict-transport-security");
  expect(await held(plain)).toBeNull();
  expect(await held(secure)).toBe("max-age=15552000");
});

test("a part that is unwell, throws or is silent makes the whole station unwell, and is named", async () => {
  const access = { actorOf: () => Promise.resolve({ role: "visitor" as const }), require: () => Promise.resolve() };
  const checks = {
    database: () => Promise.resolve({ isWell: true }),
    mixer: () => Promise.reject(new Error("gone")),
    recorder: () => new Promise<never>(() => undefined),
  };
  const rest = { relationOf: () => Promise.resolve(undefined), tokenIn: () => undefined };
  const app = new Hono()
    .onError(answerError(() => undefined))
    .route("/", healthRoutes({ access: { ...access, actorOfPrivate: access.actorOf, ...rest }, checks }));
  const answer = await app.request("/healthz");
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    isWell: false,
    parts: { database: { isWell: true }, mixer: { isWell: false }, recorder: { isWell: false, detail: "no answer" } },
  });
});
