import { createSignal, onCleanup, type Accessor } from "solid-js";
import { io, type Socket } from "socket.io-client";
import { ApiError } from "./api.ts";
import { makeServerClock, type ServerClock } from "./server-clock.ts";
import type {
  Announcement,
  AnnouncementName,
  Answer,
  ClientToServer,
  RequestInput,
  RequestName,
  RequestReply,
  ServerToClient,
} from "../schemas/signalling.ts";

/** The page's half of the conversation in schemas/signalling.ts. */
export type Signalling = {
  readonly isConnected: Accessor<boolean>;
  readonly clock: ServerClock;
  /** Asks and waits for the reply; a refusal is thrown as ApiError, a silent server as `server.failed`. */
  ask<Name extends RequestName>(name: Name, data: RequestInput<Name>): Promise<RequestReply<Name>>;
  /** Hears an announcement until the caller's owner is gone. */
  hear<Name extends AnnouncementName>(name: Name, listener: (data: Announcement<Name>) => void): void;
  /** Runs at once when connected, and again after every reconnection, until the caller's owner is gone. */
  onConnected(listener: () => void): void;
};

type AskingSocket = Pick<Socket<ServerToClient, ClientToServer>, "connected"> & {
  timeout(milliseconds: number): { emitWithAck(name: string, data: unknown): Promise<unknown> };
};

const answerWithinMs = 10_000;

/** Asks over `socket` and times the round trip; a request is never kept for a later connection, which would not know it. */
export async function askOver<Name extends RequestName>(
  socket: AskingSocket,
  clock: ServerClock,
  name: Name,
  data: RequestInput<Name>,
): Promise<RequestReply<Name>> {
  if (!socket.connected) throw new ApiError("server.failed");
  const askedAt = performance.now();
  const answer = await socket
    .timeout(answerWithinMs)
    .emitWithAck(name, data)
    .then((reply) => reply as Answer<Name>)
    .catch((): Answer<Name> => ({ ok: false, error: "server.failed" }));
  if (!answer.ok) throw new ApiError(answer.error);
  clock.measuredRoundTrip(performance.now() - askedAt);
  return answer.data;
}

/** Opens the socket to the station that served the page; it reconnects by itself and closes with the caller's owner. */
export function createSignalling(): Signalling {
  const socket: Socket = io({ transports: ["websocket", "polling"], reconnectionDelay: 300, reconnectionDelayMax: 3_000 });
  const clock = makeServerClock();
  const [isConnected, setIsConnected] = createSignal(socket.connected);
  socket.on("connect", () => setIsConnected(true));
  socket.on("disconnect", (reason) => {
    setIsConnected(false);
    // socket.io does not come back by itself from a server that said goodbye.
    if (reason === "io server disconnect") socket.connect();
  });
  onCleanup(() => socket.disconnect());
  const listen = (event: string, listener: (data: never) => void) => {
    socket.on(event, listener);
    onCleanup(() => socket.off(event, listener));
  };
  return {
    isConnected,
    clock,
    ask: (name, data) => askOver(socket, clock, name, data),
    hear: (name, listener) => {
      listen(name, listener);
    },
    onConnected: (listener) => {
      listen("connect", listener);
      if (socket.connected) listener();
    },
  };
}
