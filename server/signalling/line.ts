import type { DefaultEventsMap, Server, Socket } from "socket.io";
import type { ShowId } from "../../schemas/ids.ts";
import type { ClientToServer, RequestName, ServerToClient } from "../../schemas/signalling.ts";
import type { Actor } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { People } from "../store/people.ts";
import type { Heard } from "../studio/airwaves.ts";
import type { Turns } from "../studio/make-turns.ts";
import type { Studios } from "../studio/open-studios.ts";
import type { Peer } from "../studio/peer.ts";
import type { Ear } from "../studio/school-listening.ts";
import type { Studio } from "../studio/studio.ts";

/** Visitors, families, apps and a region's admins get no socket. */
export type SignedIn = Exclude<Actor, { role: "visitor" | "family" | "subscriber" | "region" }>;

/** Whether somebody may have a socket at all. */
export const isSignedIn = (actor: Actor): actor is SignedIn =>
  actor.role === "pupil" || ("accountId" in actor && actor.role !== "region");

/** What the handshake found out about a socket; and what sends it the newest that waits, before it is let go of. */
export type SocketData = { actor: SignedIn; cookie: string | undefined; sayLast?: () => void };

/** The station's socket.io server. */
export type StationServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** One browser's socket. */
export type StationSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Where a browser sits after `join`. */
export type Seat = { showId: ShowId; studio: Studio; peer: Peer };

/** What the conversations stand on. */
export type SignallingParts = {
  access: Pick<Access, "actorOf" | "require">;
  studios: Pick<Studios, "studioOf" | "airwaves">;
  audit: Pick<Audit, "write">;
  people: Pick<People, "requirePupil" | "requireAccount">;
  onBug: (error: unknown) => void;
  /** Refuses when the show's school has no room left to record it. */
  requireRoom: (place: { showId: ShowId }) => Promise<void>;
};

/** One socket and its seat: what every conversation gets. */
export type Line = SignallingParts & {
  readonly socket: StationSocket;
  /** Coming and going of this socket, one at a time. */
  readonly inTurn: Turns;
  /** Throws `session.expired`, and lets go of the socket, once its session has ended or is another's. */
  readonly requireSession: () => Promise<void>;
  /** Throws `request.too_many` for somebody who asks too often. */
  readonly brake: (name: RequestName) => Promise<void>;
  seat: Seat | undefined;
  /** What this page listens with, when it listens without a seat. */
  ear: { ear: Ear; heard: Heard } | undefined;
};

/** The seat of a socket that has joined; `studio.not_joined` before, and after it left, was replaced or sent out. */
export function requireSeat({ seat }: Line): Seat {
  if (seat === undefined || seat.peer.isGone) throw new Refusal("studio.not_joined");
  return seat;
}
