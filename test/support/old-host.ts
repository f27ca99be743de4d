import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** What stands at an address: bytes, or where it was moved to, or whatever a handler does. */
export type Hosted =
  Buffer | string | { movedTo: string } | ((request: IncomingMessage, response: ServerResponse) => void);

/** Another podcast host on this machine, for as long as it is not disposed of; `asked` counts how often each address was asked. */
export async function openOldHost(host = "127.0.0.1") {
  const things = new Map<string, Hosted>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0]!;
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const thing = things.get(path);
    if (thing === undefined) response.writeHead(404).end();
    else if (typeof thing === "function") thing(request, response);
    else if (typeof thing === "object" && "movedTo" in thing)
      response.writeHead(302, { location: thing.movedTo }).end();
    else response.writeHead(200, { "content-length": Buffer.byteLength(thing) }).end(thing);
  });
  server.listen(0, host);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    port,
    things,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
