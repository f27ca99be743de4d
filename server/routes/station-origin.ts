import type { Context } from "hono";

/** Scheme and host by which people reach the station, without a slash at the end: as configured, else as this request was sent. */
export const stationOrigin = (c: Context, publicUrl: string | undefined): string =>
  (publicUrl ?? new URL(c.req.url).origin).replace(/\/+$/, "");
