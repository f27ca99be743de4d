import { createSignal, onCleanup, type Accessor } from "solid-js";
import { io, type Socket } from "socket.io-client";
import { ApiError } from "./api/api.ts";
import { makeServerClock, type ServerClock } from "./server-clock.ts";
import type { ErrorCode } from "../schemas/errors.ts";
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
  /** Why the station does not let this browser connect at all: not signed in, too many tabs. */
  readonly refused: Accessor<ApiError | undefined>;
  /** Tries again after a refusal; broken connections come back by themselves. */
  reconnect(): void;
  readonly clock: ServerClock;
  /** Asks and waits for the reply; a refusal is thrown as ApiError, a silent server as its `network.lost`. */
  ask<Name extends RequestName>(name: Name, data: RequestInput<Name>): Promise<RequestReply<Name>>;
  /** Hears an announcement until the caller's owner is gone. */
  hear<Name extends AnnouncementName>(name: Name, listener: (data: Announcement<Name>) => void): void;
  /** Runs at once when connected, and again after every reconnection, until the caller's owner is gone. */
  onConnected(listener: () => void): void;
};

type AskingSocket = Pick<Socket<ServerToClient, ClientToServer>, "connected"> & {
  timeout(milliseconds: number): { emitWithAck(name: string, data: unknown): Promise<unknown> };
};

// The contract's codes are words with a dot; a browser's or a proxy's own message is not one.
const refusalCode = (message: string): ErrorCode =>
  /^[a-z_]+\.[a-z_]+$/.test(message) ? (message as ErrorCode) : "server.failed";

const answerWithinMs = 10_000;

/**
 * How long one attempt to come back may take. What was sent into a network that is away is lost, and TCP sends it again later and later: many
 * short attempts notice its return within two seconds. Longer ones after a minute are for networks that are merely slow.
 */
export const attemptMs = (attempt: number) => (attempt <= 25 ? 2_000 : 10_000);

/** Asks over `socket` and times the round trip; a request is never kept for a later connection, which would not know it. */
export async function askOver<Name extends RequestName>(
  socket: AskingSocket,
  clock: ServerClock,
  name: Name,
  data: RequestInput<Name>,
): Promise<RequestReply<Name>> {
  if (!socket.connected) throw new ApiError("network.lost");
  const askedAt = performance.now();
  const answer = await socket
    .timeout(answerWithinMs)
    .emitWithAck(name, data)
    .then((reply) => reply as Answer<Name>)
    .catch(() => {
      throw new ApiError("network.lost");
    });
  if (!answer.ok) throw new ApiError(answer.error);
  clock.measuredRoundTrip(performance.now() - askedAt);
  return answer.data;
}

/** Opens the socket to the station that served the page; it reconnects by itself and closes with the caller's owner. */
export function createSignalling(): Signalling {
  const socket: Socket = io({
    transports: ["websocket", "polling"],
    reconnectionDelay: 300,
    reconnectionDelayMax: 800,
  });
  socket.io.on("reconnect_attempt", (attempt) => {
    socket.io.timeout(attemptMs(attempt));
  });
  const clock = makeServerClock();
  const [isConnected, setIsConnected] = createSignal(socket.connected);
  const [refused, setRefused] = createSignal<ApiError>();
  socket.on("connect", () => {
    setRefused(undefined);
    setIsConnected(true);
  });
  socket.on("connect_error", (error) => {
    // An inactive socket was refused by the server, which says why; otherwise nobody answers, and socket.io tries on.
    if (!socket.active) setRefused(new ApiError(refusalCode(error.message)));
  });
  socket.on("disconnect", (reason) => {
    setIsConnected(false);
    // socket.io does not come back by itself from a server that said goodbye.
    if (reason === "io server disconnect") socket.connect();
  });
  onCleanup(() => socket.disconnect());
  const listen = (event: string, listener: (...data: never[]) => void) => {
    const heard = listener as (...data: unknown[]) => void;
    socket.on(event, heard);
    onCleanup(() => socket.off(event, heard));
  };
  return {
    isConnected,
    refused,
    reconnect: () => {
      socket.connect();
    },
    clock,
    ask: (name, data) => askOver(socket, clock, name, data),
    hear: (name, listener) => {
      listen(name, (data: Announcement<typeof name>, acknowledge?: () => void) => {
        listener(data);
        acknowledge?.();
      });
    },
    onConnected: (listener) => {
      listen("connect", listener);
      if (socket.connected) listener();
    },
  };
}
