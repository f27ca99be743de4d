import type { PupilId } from "../../schemas/ids.ts";
import type { Companion, Strip } from "../../schemas/studio.ts";
import type { Person } from "./strip-rack.ts";

/** Where the companies of one show's microphones are kept. */
export type CompanyStore = {
  list(): Promise<Map<PupilId, Companion[]>>;
  keep(ownerId: PupilId, company: readonly Companion[]): Promise<void>;
};

/** Who was named at whose tablet before the studio was opened, and is again when that tablet comes back: what locks a voice outlives the station's process. */
export class CompanyBook {
  readonly #store: CompanyStore;
  readonly #onBug: (error: unknown) => void;
  #known = new Map<PupilId, Companion[]>();
  #writing = Promise.resolve();

  constructor(store: CompanyStore, onBug: (error: unknown) => void) {
    this.#store = store;
    this.#onBug = onBug;
  }

  async open() {
    this.#known = await this.#store.list();
  }

  /** The company that a pupil's strip begins with; undefined when nobody was named there, or nobody who speaks is left of it. */
  find({ voice }: Person, isKnown: (pupilId: PupilId) => boolean): Companion[] | undefined {
    if (voice.kind !== "pupil") return undefined;
    const left = this.#known.get(voice.pupilId)?.filter(({ pupilId }) => isKnown(pupilId));
    const isWhole = left?.[0]?.pupilId === voice.pupilId && left.some(({ isSpeaking }) => isSpeaking);
    return isWhole ? left : undefined;
  }

  /** Writes down who is at a pupil's strip now. */
  keep({ voice, company }: Pick<Strip, "voice" | "company">) {
    if (voice.kind !== "pupil") return;
    const { pupilId } = voice;
    const now = company.map((each) => ({ ...each }));
    this.#known.set(pupilId, now);
    this.#writing = this.#writing.then(() => this.#store.keep(pupilId, now)).catch(this.#onBug);
  }
}
