import { Hono } from "hono";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";

/** One part of the station, and how it does in a few words or figures. */
export type Health = { isWell: boolean; detail?: string | number };
/** Asks the parts, each by its name; one that throws or takes over two seconds is not well. */
export type Checks = Readonly<Record<string, () => Promise<Health>>>;

async function ask(check: () => Promise<Health>): Promise<Health> {
  const { promise: late, resolve } = Promise.withResolvers<Health>();
  const timer = setTimeout(() => {
    resolve({ isWell: false, detail: "no answer" });
  }, 2_000);
  try {
    return await Promise.race([check(), late]);
  } catch {
    return { isWell: false };
  } finally {
    clearTimeout(timer);
  }
}

/** `GET /healthz` for whoever watches the machine: 200 when every part is well, else 503, each part named. */
export const healthRoutes = ({ access, checks }: { access: Access; checks: Checks }) =>
  new Hono<Env>().get("/healthz", permit(access, "health.read"), async (c) => {
    const asked = Object.entries(checks).map(async ([name, check]) => [name, await ask(check)] as const);
    const parts = Object.fromEntries(await Promise.all(asked));
    const isWell = Object.values(parts).every((part) => part.isWell);
    c.header("Cache-Control", "no-store");
    return c.json({ isWell, parts }, isWell ? 200 : 503);
  });
