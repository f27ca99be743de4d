import { expect, test } from "vitest";
import { actionOf, permit } from "../../../server/access/permit.ts";
import { Hono } from "hono";
import { openDoors } from "../../support/doors.ts";

/** What answers without being a route: middleware (method ALL) and the pages, which are the same for everybody. */
const isPage = ({ method, path }: { method: string; path: string }) => method === "ALL" || path === "/*";

/** Method and address of every route of which no handler names its action, or more than one does. */
function unguarded(routes: readonly { method: string; path: string; handler: object }[]): string[] {
  const guards = new Map<string, number>();
  for (const route of routes.filter((each) => !isPage(each))) {
    const name = `${route.method} ${route.path}`;
    guards.set(name, (guards.get(name) ?? 0) + (actionOf(route.handler) === undefined ? 0 : 1));
  }
  return [...guards].filter(([, count]) => count !== 1).map(([name]) => name);
}

test("every route names exactly one action of the permission table", async () => {
  await using doors = await openDoors();
  expect(doors.app.routes.length).toBeGreaterThan(30);
  expect(unguarded(doors.app.routes)).toEqual([]);
});

test("no address keeps the app from its fast router", async () => {
  await using doors = await openDoors();
  await doors.app.request("/healthz");
  expect(doors.app.router.name).toContain("RegExpRouter");
});

test("a route without an action is found", () => {
  const visitor = () => Promise.resolve({ role: "visitor" as const });
  const access = {
    actorOf: visitor,
    actorOfPrivate: visitor,
    require: () => Promise.resolve(),
    tokenIn: () => undefined,
  };
  const app = new Hono()
    .get("/api/open", (c) => c.text("anybody"))
    .get("/api/guarded", permit(access, "session.read"), (c) => c.text("somebody"));
  expect(unguarded(app.routes)).toEqual(["GET /api/open"]);
});

test("a body larger than any page sends is refused at every door before anybody is asked for", async () => {
  await using doors = await openDoors();
  const visitor = doors.browser();
  // An episode's text is as long as six hours of speech.
  const ballastFor = (path: string) => "x".repeat(path.endsWith("/transcript") ? 1_300_000 : 300_000);
  const writes = doors.app.routes.filter((route) => !isPage(route) && route.method !== "GET");
  for (const { method, path } of writes) {
    const body = JSON.stringify({ ballast: ballastFor(path) });
    const answer = await visitor.send(method, path.replaceAll(/\{[^}]*\}/g, ""), body, {
      "content-type": "application/json",
    });
    expect([answer.status, await answer.json()], `${method} ${path}`).toEqual([413, { error: "request.too_large" }]);
  }
});

test("a form is read only where a file is expected, and no further than that file may go", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const form = { "content-type": "multipart/form-data; boundary=x" };
  const send = (method: string, path: string, length: number) =>
    teacher.send(method, path, "--x--", { ...form, "content-length": String(length) });
  const cover = `/api/channels/${school.channel.id}/cover`;
  expect((await send("PUT", cover, 21_000_000)).status).toBe(413);
  expect((await send("POST", `/api/classrooms/${school.classroom.id}/carts`, 121_000_000)).status).toBe(413);
  expect((await send("PATCH", `/api/channels/${school.channel.id}`, 1_000_000_000)).status).toBe(400);
});
