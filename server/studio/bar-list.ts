import type { BarredPupil } from "../../schemas/floor.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { Strip } from "../../schemas/studio.ts";
import { Refusal } from "../errors.ts";
import type { Person } from "./strip-rack.ts";

/** Where the bars of one show are kept. */
export type BarStore = {
  list(): Promise<BarredPupil[]>;
  add(pupilId: PupilId): Promise<void>;
  lift(pupilId: PupilId): Promise<void>;
};

/** Who may not come back into this show. What is kept outlives the studio and the station's process. */
export class BarList {
  readonly #store: BarStore;
  readonly #barred = new Map<PupilId, BarredPupil>();

  constructor(store: BarStore) {
    this.#store = store;
  }

  async open() {
    for (const barred of await this.#store.list()) this.#barred.set(barred.pupilId, barred);
  }

  /** By name, for the desk. */
  list = (): BarredPupil[] => [...this.#barred.values()];

  /** Throws `studio.barred`. */
  requireWelcome({ voice }: Person) {
    if (voice.kind === "pupil" && this.#barred.has(voice.pupilId)) throw new Refusal("studio.barred");
  }

  /** Bars a pupil for this show. */
  async add({ name, voice }: Strip) {
    if (voice.kind !== "pupil") throw new Refusal("strip.not_pupil");
    const { pupilId, bird, colour } = voice;
    await this.#store.add(pupilId);
    this.#barred.set(pupilId, { pupilId, name, bird, colour });
  }

  /** Lets a pupil come back; one who is not barred is none the worse. */
  async lift(pupilId: PupilId) {
    await this.#store.lift(pupilId);
    this.#barred.delete(pupilId);
  }
}
