import type { ErrorCode } from "../../schemas/errors.ts";
import type { Actor } from "../access/actor.ts";
import { isSignedIn, type SignallingParts, type SignedIn, type StationServer, type StationSocket } from "./line.ts";

/** Tabs and tablets of one person at a time. */
const mostSockets = 8;

/** The same for every socket of one person. */
export const personKeyOf = (actor: SignedIn) => (actor.role === "pupil" ? actor.pupilId : actor.accountId);

function countOf(io: StationServer, actor: SignedIn): number {
  const key = personKeyOf(actor);
  return [...io.sockets.sockets.values()].filter((socket) => personKeyOf(socket.data.actor) === key).length;
}

async function examine(
  io: StationServer,
  { access }: SignallingParts,
  socket: StationSocket,
): Promise<ErrorCode | undefined> {
  const { cookie } = socket.handshake.headers;
  const actor: Actor = await access.actorOf(cookie);
  if (actor.role === "visitor") return "session.missing";
  if (!isSignedIn(actor)) return "session.forbidden";
  if (countOf(io, actor) >= mostSockets) return "request.too_many";
  socket.data = { actor, cookie };
  return undefined;
}

/** Lets only signed-in browsers connect; others get a `connect_error` whose message is the code. */
export function admitSockets(io: StationServer, parts: SignallingParts) {
  io.use((socket, next) => {
    examine(io, parts, socket).then(
      (refusal) => next(refusal === undefined ? undefined : new Error(refusal)),
      (error: unknown) => {
        parts.onBug(error);
        next(new Error("server.failed" satisfies ErrorCode));
      },
    );
  });
}
