import { Server } from "socket.io";
import type { HttpServer } from "./open-http-server.ts";
import { attachSignalling, type Signalling } from "./signalling/attach-signalling.ts";
import type { SignallingParts, StationServer } from "./signalling/line.ts";
import { signallingOptions } from "./signalling/signalling-options.ts";

const lookMs = 60_000;

/** Opens the sockets on the station's port. Disposing them sends every browser off and stops listening. */
export function openSockets(http: HttpServer, parts: SignallingParts): Signalling & AsyncDisposable {
  const io: StationServer = new Server(http.server, signallingOptions);
  const signalling = attachSignalling(io, parts);
  // Who only listens asks nothing, and is not to hear a studio on a session that ended by itself.
  const watch = setInterval(() => void signalling.recheckSessions().catch(parts.onBug), lookMs);
  const close = async () => {
    clearInterval(watch);
    const closed = io.close();
    http.server.closeAllConnections();
    await closed;
  };
  return { ...signalling, [Symbol.asyncDispose]: close };
}
