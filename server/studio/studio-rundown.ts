import type { RecordingId, RundownItemId, StripId } from "../../schemas/ids.ts";
import type { Rundown, RundownItem, RundownState } from "../../schemas/rundown.ts";
import { Refusal } from "../errors.ts";
import { doMoves, restingDuring, type MovedDesk } from "./rundown-moves.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";
import type { TransmitterHooks } from "./transmitter.ts";

/** An item that began while the show was recorded; `startedAt` is epoch milliseconds, counted evenly from the recording's beginning. */
export type AiredItem = { itemId: RundownItemId; title: string; startedAt: number };

/** What a studio's rundown stands on. */
type Parts = {
  clock: StudioClock;
  desk: MovedDesk;
  /** Writes down at once what began on air. */
  onAired(recordingId: RecordingId, item: AiredItem): Promise<void>;
  changed(): void;
  onBug(error: unknown): void;
};

const lineOf = ({ id, title, kind, plannedSeconds, speakers }: RundownItem) => ({
  ...{ id, title, kind, plannedSeconds, speakers },
});

/** Where the show stands in its rundown. Moving on sets the desk; on air, what began is written down and becomes the chapters. */
export class StudioRundown {
  readonly #parts: Parts;
  #rundown: Rundown;
  #current: { itemId: RundownItemId; startedAt: string } | null = null;
  #begunAt: string | null = null;
  readonly #done = new Set<RundownItemId>();
  /** Whose microphones wait for the end of a part of sound alone. */
  #resting: StripId[] = [];
  #recordingId: RecordingId | undefined;
  /** The recording's beginning by both clocks. */
  #beganAt = { now: 0, steady: 0 };
  #writing = Promise.resolve();

  constructor(parts: Parts, rundown: Rundown) {
    this.#parts = parts;
    this.#rundown = rundown;
  }

  get state(): RundownState {
    const doneIds = this.#rundown.items.map(({ id }) => id).filter((id) => this.#done.has(id));
    const { revision, items } = this.#rundown;
    return { revision, lines: items.map(lineOf), current: this.#current, begunAt: this.#begunAt, doneIds };
  }

  /** The title of the item that is on. */
  get currentTitle(): string | undefined {
    return this.#find(this.#current?.itemId)?.title;
  }

  #find = (itemId: RundownItemId | undefined) => this.#rundown.items.find(({ id }) => id === itemId);

  /** The teacher saved the rundown. When the item that is on is gone from it, nothing is on until the desk moves on. */
  load(rundown: Rundown) {
    this.#rundown = rundown;
    if (this.#current !== null && this.#find(this.#current.itemId) === undefined) this.#current = null;
    this.#parts.changed();
  }

  /** Moves on, unless somebody else just did: `after` is the item that the desk saw. `rundown.at_end` after the last. */
  next(after: RundownItemId | null) {
    if (after !== (this.#current?.itemId ?? null)) return;
    const { items } = this.#rundown;
    const following = items[items.findIndex(({ id }) => id === after) + 1];
    // Nothing is on: the first that was not on yet follows.
    const next = after === null ? items.find(({ id }) => !this.#done.has(id)) : following;
    if (next === undefined) throw new Refusal("rundown.at_end");
    this.#enter(next, true);
  }

  /** Goes to any item; one that was on before is taken up again without firing its sounds. `rundown.item_not_found` for a strange one. */
  goTo(itemId: RundownItemId) {
    const item = this.#find(itemId);
    if (item === undefined) throw new Refusal("rundown.item_not_found");
    if (itemId !== this.#current?.itemId) this.#enter(item, !this.#done.has(itemId));
  }

  /** The teacher closed every microphone, or something else closed this one: it does not open by itself after the jingle. */
  forgetResting(stripId?: StripId) {
    this.#resting = stripId === undefined ? [] : this.#resting.filter((id) => id !== stripId);
  }

  #enter(item: RundownItem, isFiring: boolean) {
    const { clock } = this.#parts;
    const now = clock.now();
    if (this.#current !== null) this.#done.add(this.#current.itemId);
    this.#done.delete(item.id);
    this.#current = { itemId: item.id, startedAt: toInstant(now) };
    this.#begunAt ??= toInstant(now);
    const startedAt = this.#beganAt.now + clock.steady() - this.#beganAt.steady;
    this.#write({ itemId: item.id, title: item.title, startedAt: Math.round(startedAt) });
    const resting = this.#resting;
    this.#resting = restingDuring(this.#parts.desk, item, resting);
    doMoves(this.#parts.desk, item, { isFiring, resting });
    this.#parts.changed();
  }

  #write(item: AiredItem) {
    const recordingId = this.#recordingId;
    if (recordingId === undefined) return;
    const { onAired, onBug } = this.#parts;
    this.#writing = this.#writing.then(() => onAired(recordingId, item)).catch(onBug);
  }

  /** The transmission's hooks with the rundown in them: it begins anew with the show, and is wholly written down before the show is kept. */
  follow({
    onStarted,
    onEnded,
  }: Pick<TransmitterHooks, "onStarted" | "onEnded">): Pick<TransmitterHooks, "onStarted" | "onEnded"> {
    return {
      onStarted: (recordingId, directory) => {
        const started = onStarted(recordingId, directory);
        this.#writing = started.catch(() => undefined);
        this.#begin(recordingId);
        return started;
      },
      onEnded: async (recordingId, finished) => {
        this.#recordingId = undefined;
        await this.#writing;
        return onEnded(recordingId, finished);
      },
    };
  }

  #begin(recordingId: RecordingId) {
    const { clock } = this.#parts;
    this.#recordingId = recordingId;
    this.#beganAt = { now: clock.now(), steady: clock.steady() };
    this.#current = null;
    this.#begunAt = null;
    this.#done.clear();
    // Who was open in rehearsal is not opened by the show.
    this.#resting = [];
    const first = this.#rundown.items[0];
    if (first !== undefined) this.#enter(first, true);
  }
}
