import { Server } from "socket.io";
import type { HttpServer } from "./open-http-server.ts";
import { attachSignalling, type Signalling } from "./signalling/attach-signalling.ts";
import type { SignallingParts, StationServer } from "./signalling/line.ts";
import { signallingOptions } from "./signalling/signalling-options.ts";

/** Opens the sockets on the station's port. Disposing them sends every browser off and stops listening. */
export function openSockets(http: HttpServer, parts: SignallingParts): Signalling & AsyncDisposable {
  const io: StationServer = new Server(http.server, signallingOptions);
  const signalling = attachSignalling(io, parts);
  const close = async () => {
    const closed = io.close();
    http.server.closeAllConnections();
    await closed;
  };
  return { ...signalling, [Symbol.asyncDispose]: close };
}
