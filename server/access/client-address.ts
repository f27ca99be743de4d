import { isIPv6 } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Finds the line that a request comes from, for counting tries: an IPv4 address, or the /64 that an IPv6 line has for itself. Nothing keeps it. */
export type ClientAddress = (c: Context) => string;

// A request made without a network, as tests make them, has no connection.
const hasConnection = (env: unknown) => typeof env === "object" && env !== null && "incoming" in env;

// The eight groups of an IPv6 address; the URL parser has one way to write each, without an IPv4 tail.
function groupsOf(address: string): string[] {
  const written = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const [before = [], after = []] = written.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
}

// One home line has 2^64 addresses of its own, which are one for counting; an IPv4 address may come as `::ffff:192.0.2.1`.
function lineOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  if (groups.slice(0, 6).join(":") !== "0:0:0:0:0:ffff") return `${groups.slice(0, 4).join(":")}::/64`;
  const bytes = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return bytes.flatMap((pair) => [pair >> 8, pair & 255]).join(".");
}

/** Behind a proxy of ours (`isProxied`) it is the last address that the proxy added; otherwise what a client writes there is ignored. */
export const makeClientAddress =
  (isProxied: boolean): ClientAddress =>
  (c) => {
    const forwarded = isProxied ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
    return lineOf(forwarded ?? (hasConnection(c.env) ? getConnInfo(c).remote.address : undefined) ?? "unknown");
  };
