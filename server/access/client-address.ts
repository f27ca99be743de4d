import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Finds the address that a request comes from, for counting tries. Nothing keeps it. */
export type ClientAddress = (c: Context) => string;

// A request made without a network, as tests make them, has no connection.
const hasConnection = (env: unknown) => typeof env === "object" && env !== null && "incoming" in env;

/** Behind a proxy of ours (`isProxied`) it is the last address that the proxy added; otherwise what a client writes there is ignored. */
export const makeClientAddress =
  (isProxied: boolean): ClientAddress =>
  (c) => {
    const forwarded = isProxied ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
    return forwarded ?? (hasConnection(c.env) ? getConnInfo(c).remote.address : undefined) ?? "unknown";
  };
