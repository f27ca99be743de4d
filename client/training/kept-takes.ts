import type { ExerciseId, PupilId, TakeId } from "../../schemas/ids.ts";
import type { SelfAssessment, TakeMeasures } from "../../schemas/takes.ts";

/** A take on this device: its sound is kept until the station has it, and what is still to be told. */
export type KeptTake = {
  id: TakeId;
  pupilId: PupilId;
  exerciseId: ExerciseId;
  /** Who is heard in it too. */
  partnerId?: PupilId | null;
  recordedAt: string;
  durationSeconds: number;
  sound: Blob;
  /** As this browser measured it; `null` where it could not. */
  measures: TakeMeasures | null;
  /** Whether the station knows that it comes, and whether it has come. */
  arrival: "unknown" | "announced" | "arrived";
  selfAssessment: SelfAssessment | null;
  isSent: boolean;
};

/** The takes that this device keeps. Browsers keep them over a reload, a flat battery, and days without a network. */
export type TakeDrawer = {
  /** The oldest first. */
  listOf(pupilId: PupilId): Promise<KeptTake[]>;
  put(take: KeptTake): Promise<void>;
  remove(id: TakeId): Promise<void>;
};

const databaseName = "antenne.takes";
const place = "takes";

/** A request of IndexedDB as a promise. */
function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  request.onsuccess = () => {
    resolve(request.result);
  };
  request.onerror = () => {
    reject(request.error ?? new Error("This device keeps nothing."));
  };
  return promise;
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(place, { keyPath: "id" });
  };
  return asked(opening);
}

/** Opens the drawer of this device's takes; asks the browser not to empty it when the disk is full. */
export function openTakeDrawer(): TakeDrawer {
  const database = openDatabase();
  database.catch(() => undefined);
  // Only where the page is secure is there anything to ask.
  if ("storage" in navigator) void navigator.storage.persist().catch(() => false);
  const shelf = async (mode: IDBTransactionMode) => (await database).transaction(place, mode).objectStore(place);
  return {
    listOf: async (pupilId) => {
      const all = await asked((await shelf("readonly")).getAll() as IDBRequest<KeptTake[]>);
      return all
        .filter((take) => take.pupilId === pupilId)
        .toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt));
    },
    put: async (take) => {
      await asked((await shelf("readwrite")).put(take));
    },
    remove: async (id) => {
      await asked((await shelf("readwrite")).delete(id));
    },
  };
}
