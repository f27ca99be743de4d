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
  const access = { actorOf: visitor, actorOfPrivate: visitor, require: () => Promise.resolve() };
  const app = new Hono()
    .get("/api/open", (c) => c.text("anybody"))
    .get("/api/guarded", permit(access, "session.read"), (c) => c.text("somebody"));
  expect(unguarded(app.routes)).toEqual(["GET /api/open"]);
});
