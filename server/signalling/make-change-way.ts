import type { Announcement } from "../../schemas/signalling.ts";
import type { StationSocket } from "./line.ts";

type Snapshot = Announcement<"studioChanged">;

/** A page that says nothing about a snapshot for so long gets another all the same. */
const patienceMs = 3_000;

/**
 * Sends a page the studio's changes, one at a time: the next when it has the last one. What comes meanwhile gives way to the newest, so that no connection,
 * however slow, has a queue of them before its voice and its sign of life. `forget` drops what waits, `sayLast` sends it before the socket is closed.
 */
export function makeChangeWay(socket: StationSocket): {
  tell(snapshot: Snapshot): void;
  forget(): void;
  sayLast(): void;
} {
  let isUnderWay = false;
  let waiting: Snapshot | undefined;
  const patient = socket.timeout(patienceMs) as {
    emit(name: string, snapshot: Snapshot, onAnswered: () => void): unknown;
  };
  const tell = (snapshot: Snapshot) => {
    if (isUnderWay) {
      waiting = snapshot;
      return;
    }
    isUnderWay = true;
    patient.emit("studioChanged", snapshot, () => {
      isUnderWay = false;
      const next = waiting;
      waiting = undefined;
      if (next !== undefined && socket.connected) tell(next);
    });
  };
  return {
    tell,
    forget: () => {
      waiting = undefined;
    },
    sayLast: () => {
      if (waiting !== undefined) patient.emit("studioChanged", waiting, () => undefined);
      waiting = undefined;
    },
  };
}
