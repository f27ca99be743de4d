import type { Context } from "hono";
import type { ClientAddress } from "../access/client-address.ts";
import type { Who } from "../listeners/day-marks.ts";
import { isRobot } from "../listeners/is-robot.ts";

// A browser that fetches what somebody might want to see next.
const early = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
const isEarly = (c: Context) => early.some((name) => /prefetch|preview|prerender/i.test(c.req.header(name) ?? ""));

/** Who asks for sound, for counting; `undefined` for HEAD, robots and what is fetched early: those are nobody's listening. */
export function listenerOf(c: Context, clientAddress: ClientAddress): Who | undefined {
  const userAgent = c.req.header("user-agent") ?? "";
  if (c.req.method !== "GET" || isRobot(userAgent) || isEarly(c)) return undefined;
  return { line: clientAddress(c), userAgent };
}

/** Whether sound is asked for by a page in a browser, and not by an app: browsers say what they fetch something for. */
export const isForPage = (c: Context): boolean => {
  const destination = c.req.header("sec-fetch-dest");
  return destination === "audio" || destination === "video" || destination === "empty";
};
