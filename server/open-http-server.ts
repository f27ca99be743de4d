import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { ErrorCode } from "../schemas/errors.ts";
import type { Certificate } from "./tls/read-certificate.ts";

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** The station's one listening socket. Disposing it refuses what comes and cuts what is open. */
export type HttpServer = AsyncDisposable & {
  readonly server: Server;
  readonly port: number;
  /** What answers from now on; until then every request gets a 503. */
  answerWith(fetch: Fetch): void;
};

/** How long somebody may take, in milliseconds, before their connection is ended. */
export type Patience = {
  /** For the first line and the headers of a request. */
  headersMs: number;
  /** For a whole request: an upload over a slow school line takes its time. */
  requestMs: number;
  /** For a whole request that brings no file: what pages send is small. */
  smallRequestMs: number;
  /** Without a byte in either direction; sockets that were upgraded keep their own time. */
  idleMs: number;
  /** Between two requests of one connection. */
  keepAliveMs: number;
};

const usualPatience: Patience = {
  headersMs: 10_000,
  requestMs: 20 * 60_000,
  smallRequestMs: 120_000,
  idleMs: 120_000,
  keepAliveMs: 20_000,
};

/** Nothing that pages send, but files, is longer; in bytes. */
const smallRequestBytes = 300_000;

/** Ends the connection of whoever does not come to the end of a small body in time. What says no length brings no file of a browser's. */
function endSlowBodies(server: Server, { smallRequestMs }: Patience) {
  server.on("request", ({ headers, socket }: IncomingMessage, response: ServerResponse) => {
    const length = headers["content-length"];
    const hasBody = length !== undefined || headers["transfer-encoding"] !== undefined;
    if (!hasBody || Number(length ?? 0) > smallRequestBytes) return;
    const timer = setTimeout(() => socket.destroy(), smallRequestMs);
    response.once("close", () => {
      clearTimeout(timer);
    });
  });
}

const optionsFor = ({ headersMs, requestMs, keepAliveMs }: Patience) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  keepAliveTimeout: keepAliveMs,
  // Whoever is late is looked for this often.
  connectionsCheckingInterval: Math.min(2_000, headersMs),
  maxHeaderSize: 16_384,
});

// `GET http://name:password@host/`: no `Request` can be made of it.
const holdsPassword = /^[a-z]+:\/\/[^/?#]*@/i;
const notUnderstood = () => Response.json({ error: "request.malformed" satisfies ErrorCode }, { status: 400 });

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
  patience?: Patience;
}): Promise<HttpServer> {
  const { host, port, certificate, patience = usualPatience } = options;
  let answer = notReady;
  const fetch: Fetch = (request, env) => (holdsPassword.test(request.url) ? notUnderstood() : answer(request, env));
  const server = createAdaptorServer(
    certificate === undefined
      ? { fetch, createServer, serverOptions: optionsFor(patience) }
      : { fetch, createServer: createSecureServer, serverOptions: { ...optionsFor(patience), ...certificate } },
  ) as Server;
  server.setTimeout(patience.idleMs);
  endSlowBodies(server, patience);
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
