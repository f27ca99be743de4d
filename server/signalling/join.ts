import { requestActions, type Announcement } from "../../schemas/signalling.ts";
import type { Announce } from "../studio/announce.ts";
import type { Person } from "../studio/strip-rack.ts";
import { answer, answerInStudio } from "./answer.ts";
import type { Line, SignedIn, StationSocket } from "./line.ts";
import { makeChangeWay } from "./make-change-way.ts";

async function personOf({ people }: Line, actor: SignedIn): Promise<Person> {
  if (actor.role === "pupil") {
    const { id, firstName, bird, colour } = await people.requirePupil(actor.pupilId);
    return { name: firstName, voice: { kind: "pupil", pupilId: id, bird, colour } };
  }
  const { id, displayName } = await people.requireAccount(actor.accountId);
  return { name: displayName, voice: { kind: "teacher", accountId: id } };
}

// Meters are worth nothing when they are late: a slow connection skips them.
const announceTo =
  (socket: StationSocket, changes: ReturnType<typeof makeChangeWay>): Announce =>
  (name, data) => {
    if (name === "studioChanged") {
      changes.tell(data as Announcement<"studioChanged">);
      return;
    }
    const way = name === "levelsMeasured" || name === "delayMeasured" ? socket.volatile : socket;
    (way as { emit(name: string, data: unknown): unknown }).emit(name, data);
  };

async function leave(line: Line, isForGood = false) {
  const { seat } = line;
  line.seat = undefined;
  if (seat !== undefined) await seat.studio.door.leave(seat.peer, isForGood);
}

/** Coming into a show's studio and going: by request, and when the socket ends. */
export function converseAtTheDoor(line: Line) {
  const { socket, access, studios } = line;
  const { actor } = socket.data;
  const changes = makeChangeWay(socket);
  socket.data.sayLast = changes.sayLast;

  answer(
    line,
    "join",
    ({ showId }) => access.require(actor, requestActions.join, { showId }),
    ({ showId, table }) =>
      line.inTurn(async () => {
        const person = await personOf(line, actor);
        const isDesk = await access.require(actor, "desk.operate", { showId }).then(
          () => true,
          () => false,
        );
        const studio = await studios.studioOf(showId);
        await leave(line);
        changes.forget();
        const peer = await studio.door.admit(person, isDesk, announceTo(socket, changes));
        line.seat = { showId, studio, peer };
        if (table !== undefined) studio.stage.tables.sit(peer.strip, table);
        const { rtpCapabilities } = (await studio.floor.room()).room;
        const { id: peerId, strip } = peer;
        const snapshot = studio.snapshot({ forStaff: isDesk, own: strip.id });
        return { peerId, stripId: strip.id, isDesk, routerRtpCapabilities: rtpCapabilities, snapshot };
      }),
  );

  answerInStudio(line, "leave", async () => {
    await line.inTurn(() => leave(line, true));
    return {};
  });

  // Queued behind a join under way, so that nobody stays seated without a socket.
  socket.on("disconnect", () => void line.inTurn(() => leave(line)).catch(line.onBug));
}
