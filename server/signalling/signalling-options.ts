import type { ServerOptions } from "socket.io";
import type { ErrorCode } from "../../schemas/errors.ts";

// Browsers name the page's origin on every WebSocket and on every cross-site request; what names none carries nobody's ambient cookie.
function isForeign(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

/**
 * How the socket.io server is made. Pages of other sites get no connection at all, neither to poll nor to upgrade. Requests are small; what is
 * larger than the buffer ends the connection. A browser that falls silent is noticed within twelve seconds. Snapshots travel compressed, each for itself: no memory
 * is kept for it between two of them.
 */
export const signallingOptions = {
  serveClient: false,
  allowRequest: ({ headers }, decide) => {
    const refusal: ErrorCode = "request.foreign_origin";
    decide(refusal, !isForeign(headers.origin, headers.host));
  },
  maxHttpBufferSize: 200_000,
  perMessageDeflate: {
    threshold: 2_048,
    serverNoContextTakeover: true,
    clientNoContextTakeover: true,
    zlibDeflateOptions: { level: 3 },
  },
  connectTimeout: 10_000,
  pingInterval: 5_000,
  pingTimeout: 7_000,
} as const satisfies Partial<ServerOptions>;
