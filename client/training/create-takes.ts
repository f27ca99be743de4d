import { createMemo, createResource, createSignal, onCleanup, onMount } from "solid-js";
import type { ExerciseId, PupilId, TakeId } from "../../schemas/ids.ts";
import type { SelfAssessment, Take, TakeMeasures } from "../../schemas/takes.ts";
import { api, ApiError } from "../api/api.ts";
import { measureTake } from "../audio/takes/measure-take.ts";
import type { RecordedTake } from "../audio/takes/record-take.ts";
import { openTakeDrawer, type KeptTake } from "./kept-takes.ts";
import { newTakeId } from "./new-take-id.ts";
import { sendSound, SendingError } from "./send-take.ts";

/** A take as its pupil sees it, wherever it is. */
export type OwnTake = {
  id: TakeId;
  /** Who else is heard in it, and whether it was they who recorded it. */
  partnerId: PupilId | null;
  isOfPartner: boolean;
  /** Which one of this exercise it is, from 1. */
  number: number;
  recordedAt: string;
  durationSeconds: number;
  /** On this device only, kept by the station, or with the teacher. */
  place: "here" | "kept" | "sent";
  /** `undefined` while it is being measured, `null` where nobody could. */
  measures: TakeMeasures | null | undefined;
  selfAssessment: SelfAssessment | null;
  /** Whether it is to go to the teacher as soon as there is a network. */
  isGivenAway: boolean;
  /** What is on this device; else it is fetched. */
  sound: Blob | undefined;
};

type NumberlessTake = Omit<OwnTake, "number">;

const againMs = 2_500;

const fromHere = (take: KeptTake): NumberlessTake => ({
  ...{ id: take.id, recordedAt: take.recordedAt, durationSeconds: take.durationSeconds },
  ...{ partnerId: take.partnerId ?? null, isOfPartner: false },
  place: take.arrival === "arrived" ? (take.isSent ? "sent" : "kept") : "here",
  ...{ measures: take.measures, selfAssessment: take.selfAssessment, isGivenAway: take.isSent, sound: take.sound },
});
const fromStation = (take: Take, own: PupilId): NumberlessTake => ({
  ...{ id: take.id, recordedAt: take.recordedAt, durationSeconds: take.durationSeconds },
  partnerId: take.pupilId === own ? take.partnerId : take.pupilId,
  isOfPartner: take.pupilId !== own,
  place: take.state === "sent" ? "sent" : "kept",
  measures: take.analysis === "waiting" ? undefined : take.measures,
  ...{ selfAssessment: take.selfAssessment, isGivenAway: take.state === "sent", sound: undefined },
});

/** The takes of one exercise on this device and at the station, as one list; what is here goes there as soon as there is a network. */
export function createTakes(exerciseId: ExerciseId, pupilId: PupilId) {
  const drawer = openTakeDrawer();
  const [kept, setKept] = createSignal<readonly KeptTake[]>([]);
  const [share, setShare] = createSignal<number>();
  const [refused, setRefused] = createSignal<unknown>();
  const [atStation, { refetch }] = createResource(() => api.exercises.listTakes(exerciseId));
  const leaving = new AbortController();
  const readKept = async () => setKept(await drawer.listOf(pupilId));
  const update = async (id: TakeId, change: Partial<KeptTake>) => {
    const before = (await drawer.listOf(pupilId)).find((take) => take.id === id);
    if (before !== undefined) await drawer.put({ ...before, ...change });
    await readKept();
    return before && { ...before, ...change };
  };

  /** Sends one take, then what was said of it; what the station has as a whole leaves this device once it can be heard from there. */
  async function sendOne(take: KeptTake) {
    const announce = () => void update(take.id, { arrival: "announced" });
    if (take.arrival !== "arrived")
      await sendSound(take, { signal: leaving.signal, onAnnounced: announce, onProgress: setShare });
    const now = (await update(take.id, { arrival: "arrived" })) ?? take;
    if (now.selfAssessment !== null || now.isSent) {
      const told = { ...(now.selfAssessment !== null && { selfAssessment: now.selfAssessment }) };
      await api.takes.change(take.id, { ...told, ...(now.isSent && { isSent: true as const }) }).catch(passSent);
    }
  }

  let isSending = false;
  async function send() {
    if (isSending) return;
    isSending = true;
    try {
      for (const take of await drawer.listOf(pupilId)) await sendOne(take).catch(giveUp);
      await settle();
    } catch {
      // Without a network nothing is lost: it is tried again.
    } finally {
      setShare(undefined);
      isSending = false;
    }
  }

  // What the station will never take stays here, to be listened to, and is told.
  function giveUp(error: unknown) {
    if (error instanceof SendingError && error.isHopeless) setRefused(() => error);
    else throw error;
  }

  async function settle() {
    const found = await api.exercises.listTakes(exerciseId);
    for (const { id, analysis } of found) if (analysis !== "waiting" && isArrived(id)) await drawer.remove(id);
    await readKept();
    await refetch();
  }
  const isArrived = (id: TakeId) => kept().some((take) => take.id === id && take.arrival === "arrived");

  const takes = createMemo((): OwnTake[] => {
    const here = kept().filter((take) => take.exerciseId === exerciseId);
    const there = (atStation.state === "errored" ? [] : (atStation.latest ?? [])).filter(
      ({ id, state }) => state !== "arriving" && here.every((take) => take.id !== id),
    );
    return [...there.map((take) => fromStation(take, pupilId)), ...here.map(fromHere)]
      .toSorted((one, other) => one.recordedAt.localeCompare(other.recordedAt))
      .map((take, index) => ({ ...take, number: index + 1 }));
  });
  const isWaiting = () => kept().length > 0 || takes().some(isUnmeasured);
  onMount(() => {
    void readKept().then(send);
    const timer = setInterval(() => isWaiting() && void send(), againMs);
    const again = () => void send();
    addEventListener("online", again);
    onCleanup(() => {
      clearInterval(timer);
      removeEventListener("online", again);
      leaving.abort();
    });
  });

  return {
    takes,
    /** How much of the take that is on its way has gone; `undefined` when none is. */
    share,
    refused,
    isWaiting,
    /** Keeps what was recorded on this device, measures it here, and begins to send it. */
    keep: async ({ sound, recordedAt, durationSeconds }: RecordedTake, partnerId: PupilId | null): Promise<void> => {
      const id = newTakeId();
      const take = { id, pupilId, partnerId, exerciseId, sound, recordedAt, durationSeconds, measures: null } as const;
      await drawer.put({ ...take, arrival: "unknown", selfAssessment: null, isSent: false });
      const measures = await measureTake(sound).catch(() => null);
      await update(id, { measures, ...(measures !== null && { durationSeconds: measures.seconds }) });
      void send();
    },
    /** What the pupil thinks of a take, and whether it goes to the teacher. */
    say: async (id: TakeId, selfAssessment: SelfAssessment): Promise<void> => {
      if ((await update(id, { selfAssessment, isSent: true })) !== undefined) void send();
      else {
        await api.takes.change(id, { selfAssessment, isSent: true });
        await refetch();
      }
    },
    /** With whom it was, said anew of a take that the station would not have. */
    setPartner: async (id: TakeId, partnerId: PupilId | null): Promise<void> => {
      setRefused(undefined);
      await update(id, { partnerId });
      void send();
    },
    discard: async (id: TakeId): Promise<void> => {
      await drawer.remove(id);
      await readKept();
      await api.takes.remove(id).catch(passGone);
      await refetch();
    },
  };
}
/** See {@link createTakes}. */
export type OwnTakes = ReturnType<typeof createTakes>;

const isUnmeasured = ({ measures }: OwnTake) => measures === undefined;

// Said before, and the answer was lost.
function passSent(error: unknown) {
  if (!(error instanceof ApiError) || error.code !== "take.sent") throw error;
}
function passGone(error: unknown) {
  if (!(error instanceof ApiError) || !["take.not_found", "network.lost"].includes(error.code)) throw error;
}
