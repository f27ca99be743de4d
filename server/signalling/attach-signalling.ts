import type { ClassroomId } from "../../schemas/ids.ts";
import type { Job } from "../../schemas/jobs.ts";
import type { Action } from "../../schemas/permissions.ts";
import { makeTurns } from "../studio/make-turns.ts";
import { admitSockets, personKeyOf } from "./admit-socket.ts";
import { converseAtTheDesk } from "./desk.ts";
import { endFloods } from "./end-floods.ts";
import { converseOnTheFloor } from "./floor.ts";
import { converseAtTheDoor } from "./join.ts";
import { isSignedIn, type Line, type SignallingParts } from "./line.ts";
import type { SignedIn, StationServer, StationSocket } from "./line.ts";
import { makeBrake } from "./make-brake.ts";
import { makeSessionCheck } from "./make-session-check.ts";
import { converseAboutListening } from "./listening.ts";
import { converseAboutMicrophone } from "./microphone.ts";
import { converseAboutRundown } from "./rundown.ts";
import { converseAboutModeration } from "./moderation.ts";
import { converseAboutTransmission } from "./transmission.ts";
import { converseAboutTransports } from "./transports.ts";

/** What the rest of the station tells the sockets. */
export type Signalling = {
  /** Tells the staff of a classroom that one of its jobs moved; fits `Jobs.onChange`. */
  announceJob(job: Job, classroomId: ClassroomId | null): void;
  /** Tells the staff of a classroom that somebody came to its door, went, or was answered; fits `makeNewcomers`. */
  announceNewcomers(classroomId: ClassroomId): void;
  /** Tells the staff of a classroom that what its families left for its shows has changed. */
  announceReplies(classroomId: ClassroomId): void;
  /**
   * After sessions ended (sign-out, class code renewed, pupil removed): drops the sockets whose session is gone or another's. Their browsers
   * come back by themselves, if they still may. With `isConcerned`, only these people's sockets are looked at.
   */
  recheckSessions(isConcerned?: (actor: SignedIn) => boolean): Promise<void>;
  /** Closes the sockets of these people, who may do other things from now on: their browsers come in anew by themselves, as far as they may. */
  letComeAnew(isConcerned: (actor: SignedIn) => boolean): void;
};

const conversations = [
  converseAtTheDoor,
  converseAboutTransports,
  converseAboutMicrophone,
  converseAtTheDesk,
  converseAboutRundown,
  converseOnTheFloor,
  converseAboutModeration,
  converseAboutTransmission,
  converseAboutListening,
];

/** Closes a socket as by the network, once it has been told what it does not know yet: socket.io's client comes back after that, and only after that. */
function letGo(socket: StationSocket) {
  socket.data.sayLast?.();
  socket.conn.close();
}

/** Puts the studios on the station's sockets. The caller made `io` with `signallingOptions`, and closes it before the studios. */
export function attachSignalling(io: StationServer, parts: SignallingParts): Signalling {
  const { access, onBug } = parts;
  const brake = makeBrake();
  admitSockets(io, parts);
  endFloods(io);

  const isStillHere = async ({ data }: StationSocket) => {
    const actor = await access.actorOf(data.cookie);
    return isSignedIn(actor) && personKeyOf(actor) === personKeyOf(data.actor);
  };

  io.on("connection", (socket) => {
    const person = personKeyOf(socket.data.actor);
    const line: Line = {
      ...parts,
      socket,
      inTurn: makeTurns(),
      brake: (name) => brake(person, name),
      // As by the network, so that the browser comes back and hears why it may not.
      requireSession: makeSessionCheck(
        () => isStillHere(socket),
        () => {
          letGo(socket);
        },
      ),
      seat: undefined,
      ear: undefined,
    };
    for (const converse of conversations) converse(line);
  });

  /** Everybody of the staff who may do this in the classroom hears it. */
  async function tellStaff(classroomId: ClassroomId, action: Action, tell: (socket: StationSocket) => void) {
    for (const socket of io.sockets.sockets.values()) {
      const { actor } = socket.data;
      if (actor.role === "pupil") continue;
      const allowed = access.require(actor, action, { classroomId });
      await allowed.then(
        () => {
          tell(socket);
        },
        () => undefined,
      );
    }
  }

  return {
    announceJob: (job, classroomId) => {
      if (classroomId === null) return;
      void tellStaff(classroomId, "job.manage", (socket) => socket.emit("jobChanged", job)).catch(onBug);
    },
    announceNewcomers: (classroomId) =>
      void tellStaff(classroomId, "pupil.manage", (socket) => socket.emit("newcomersChanged", { classroomId })).catch(
        onBug,
      ),
    announceReplies: (classroomId) =>
      void tellStaff(classroomId, "reply.manage", (socket) => socket.emit("repliesChanged", { classroomId })).catch(
        onBug,
      ),
    letComeAnew: (isConcerned) => {
      for (const socket of [...io.sockets.sockets.values()]) if (isConcerned(socket.data.actor)) letGo(socket);
    },
    recheckSessions: async (isConcerned = () => true) => {
      for (const socket of [...io.sockets.sockets.values()]) {
        if (isConcerned(socket.data.actor) && !(await isStillHere(socket))) letGo(socket);
      }
    },
  };
}
