import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Certificate } from "./tls/read-certificate.ts";

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** The station's one listening socket. Disposing it refuses what comes and cuts what is open. */
export type HttpServer = AsyncDisposable & {
  readonly server: Server;
  readonly port: number;
  /** What answers from now on; until then every request gets a 503. */
  answerWith(fetch: Fetch): void;
};

const notReady: Fetch = () =>
  Response.json({ error: "server.closing" }, { status: 503, headers: { "Retry-After": "2" } });

function explain(error: unknown, port: number): never {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  throw isTaken ? new Error(`port ${port} is taken: choose another with --port`, { cause: error }) : error;
}

async function close(server: Server) {
  if (!server.listening) return;
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Listens at once, so that the port is known (and a taken one refused) before anything else is opened. */
export async function openHttpServer(options: {
  host: string;
  port: number;
  certificate: Certificate | undefined;
}): Promise<HttpServer> {
  const { host, port, certificate } = options;
  let answer = notReady;
  const fetch: Fetch = (request, env) => answer(request, env);
  const server = createAdaptorServer(
    certificate === undefined
      ? { fetch, createServer }
      : { fetch, createServer: createSecureServer, serverOptions: certificate },
  ) as Server;
  server.listen(port, host);
  await once(server, "listening").catch((error: unknown) => explain(error, port));
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith: (next) => {
      answer = next;
    },
    [Symbol.asyncDispose]: () => close(server),
  };
}
