import type { ServerOptions } from "socket.io";

/**
 * How the socket.io server is made. Requests are small; what is larger than the buffer ends the connection. A browser that falls silent is
 * noticed within twelve seconds.
 */
export const signallingOptions = {
  serveClient: false,
  maxHttpBufferSize: 200_000,
  connectTimeout: 10_000,
  pingInterval: 5_000,
  pingTimeout: 7_000,
} as const satisfies Partial<ServerOptions>;
