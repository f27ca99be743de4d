import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import type { openDoors } from "./doors.ts";

/** The doors on a real port of this machine, for clients that bring their own HTTP. */
export async function listen({ app }: Awaited<ReturnType<typeof openDoors>>) {
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  if (!server.listening) await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await closed;
  };
  return { url, [Symbol.asyncDispose]: close };
}
