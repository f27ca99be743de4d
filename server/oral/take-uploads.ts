import { createWriteStream } from "node:fs";
import { stat, truncate } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Exercise } from "../../schemas/exercises.ts";
import type { PupilId, TakeId } from "../../schemas/ids.ts";
import type { NewTake } from "../../schemas/takes.ts";
import { Refusal } from "../errors.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { Exercises } from "../store/exercises.ts";
import type { Takes } from "../store/takes.ts";
import type { TakeShelf } from "./open-take-shelf.ts";
import { takePaths } from "./take-paths.ts";

/** How much of a take has come, of how much, in bytes. */
export type Arrival = { offset: number; byteLength: number };

type Parts = {
  takes: Takes;
  exercises: Pick<Exercises, "require">;
  takeShelf: Pick<TakeShelf, "removeTakes">;
  jobs: Pick<Jobs, "enqueue">;
  mediaDirectory: string;
};

/** Takes come piece by piece and go on where they were, also after a restart of the station: what lies on the disk is what has come. */
export function openTakeUploads({ takes, exercises, takeShelf, jobs, mediaDirectory }: Parts) {
  const paths = takePaths(mediaDirectory);
  /** Takes of which a piece is being written: two at a time would mix. */
  const writing = new Set<TakeId>();
  const sizeOf = async (id: TakeId) => (await stat(paths.arriving(id)).catch(() => undefined))?.size ?? 0;

  async function arrivalOf(id: string): Promise<Arrival & { id: TakeId; pupilId: PupilId }> {
    const { isArriving, byteLength, ...take } = await takes.arrivalOf(id);
    const offset = isArriving ? await sizeOf(take.id) : byteLength;
    // The station may have died between its last byte and this.
    if (isArriving && offset === byteLength && !writing.has(take.id)) await settle(take.id);
    return { ...take, byteLength, offset };
  }

  async function settle(id: TakeId) {
    const { exerciseId, pupilId } = await takes.require(id);
    const { keptTakes, classroomId } = await exercises.require(exerciseId);
    await takes.setArrived(id);
    await jobs.enqueue("measure-take", { takeId: id }, classroomId);
    await takeShelf.removeTakes(await takes.surplusOf(exerciseId, pupilId, keptTakes));
  }

  /** Writes a piece behind what is there; of one that is longer than was said, nothing stays. */
  async function append(id: TakeId, { offset, byteLength }: Arrival, piece: ReadableStream) {
    let size = offset;
    const measure = new Transform({
      transform: (bytes: Buffer, _, done) => {
        size += bytes.length;
        done(size > byteLength ? new Refusal("request.too_large") : null, bytes);
      },
    });
    try {
      await pipeline(Readable.fromWeb(piece), measure, createWriteStream(paths.arriving(id), { flags: "a" }));
    } catch (error) {
      if (size > byteLength) await truncate(paths.arriving(id), offset).catch(() => undefined);
      throw error instanceof Refusal ? error : new Refusal("request.malformed", { cause: error });
    }
  }

  return {
    arrivalOf,
    /** Writes down that a take comes; told again, it says how far that one is. Where nothing is left to come, it has arrived. */
    begin: async ({ id }: Exercise, pupilId: PupilId, take: NewTake, byteLength: number): Promise<Arrival> => {
      await takes.begin(id, pupilId, take, byteLength);
      return arrivalOf(take.id);
    },
    /** Takes the piece that follows what has come. Refuses `take.wrong_offset`, `take.busy`, `request.too_large`. Tells how much is there now. */
    take: async (id: TakeId, offset: number, piece: ReadableStream): Promise<number> => {
      if (writing.has(id)) throw new Refusal("take.busy");
      writing.add(id);
      try {
        const arrival = await arrivalOf(id);
        if (arrival.offset !== offset) throw new Refusal("take.wrong_offset");
        if (offset === arrival.byteLength) return offset;
        await append(id, arrival, piece);
        const reached = await sizeOf(id);
        if (reached === arrival.byteLength) await settle(id);
        return reached;
      } finally {
        writing.delete(id);
      }
    },
  };
}
/** See {@link openTakeUploads}. */
export type TakeUploads = ReturnType<typeof openTakeUploads>;
