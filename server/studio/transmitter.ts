import { join } from "node:path";
import { v7 } from "uuid";
import { RecordingId, type EpisodeId, type JobId } from "../../schemas/ids.ts";
import type { Transmission } from "../../schemas/studio.ts";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import type { Passage } from "../../media/stream/delay-line.ts";
import { Refusal } from "../errors.ts";
import type { AirControl } from "./air-control.ts";
import { makeTurns } from "./make-turns.ts";
import type { Voice } from "./open-voice.ts";
import type { TapeOptions } from "./open-tape.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";
import type { Tape } from "./tape.ts";

/** 3-2-1. */
const countdownMs = 3_000;

/** What the station does for every transmission. */
export type TransmitterHooks = {
  /** Folder of all recordings; each gets its own below. */
  recordingsDirectory: string;
  openTape(
    options: { recordingId: RecordingId; directory: string } & Pick<TapeOptions, "onDiskLow" | "onInterrupted">,
  ): Promise<Tape>;
  onStarted(recordingId: RecordingId, directory: string): Promise<void>;
  /** Throws `recording.empty` where nothing was recorded yet (`undefined`), or all of it was removed. */
  onEnded(
    recordingId: RecordingId,
    finished: FinishedRecording | undefined,
  ): Promise<{ episodeId: EpisodeId; jobId: JobId }>;
};

/** What the transmitter stands on. */
type Parts = TransmitterHooks & {
  air: Pick<AirControl, "prepare" | "inlet" | "drain" | "stop" | "leave" | "reopen">;
  clock: StudioClock;
  /** Voices to record from the start, each with its strip's number. */
  voices(): Iterable<[Voice, stripNumber: number]>;
  /** Somebody whose microphone works is here. */
  isAnyoneReady(): boolean;
  onDiskLow(freeBytes: number): void;
  onInterrupted(missingSeconds: number): void;
  changed(): void;
  onBug(error: unknown): void;
};

/** From rehearsal over the countdown on air, and to the episode. What the desk asks happens in turns, so a double click does no harm. */
export class Transmitter {
  readonly #parts: Parts;
  readonly #inTurn = makeTurns();
  #state: Transmission = { state: "rehearsing" };
  #tape: Tape | undefined;
  #callOff: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get state(): Transmission {
    return this.#state;
  }

  #enter(state: Transmission) {
    this.#state = state;
    this.#parts.changed();
  }

  /** Begins the countdown; asked again while it runs or on air, it changes nothing. */
  goOnAir(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state.state === "ended") throw new Refusal("show.ended");
      if (this.#state.state !== "rehearsing") return;
      if (!this.#parts.isAnyoneReady()) throw new Refusal("studio.no_microphone");
      const onAirAt = this.#parts.clock.now() + countdownMs;
      this.#enter({ state: "countdown", onAirAt: toInstant(onAirAt) });
      await this.#makeReady(onAirAt).catch(async (error: unknown) => {
        await this.#backToRehearsal();
        throw error;
      });
    });
  }

  async #makeReady(onAirAt: number) {
    const recordingId = RecordingId.parse(v7());
    const directory = join(this.#parts.recordingsDirectory, recordingId);
    const { onDiskLow, onInterrupted } = this.#parts;
    const tape = await this.#parts.openTape({ recordingId, directory, onDiskLow, onInterrupted });
    this.#tape = tape;
    await Promise.all([...this.#parts.voices()].map(([voice, stripNumber]) => tape.addVoice(voice, stripNumber)));
    await this.#parts.air.prepare(onAirAt);
    const { clock } = this.#parts;
    const start = () => void this.#inTurn(() => this.#start(tape));
    this.#callOff = clock.after(Math.max(0, onAirAt - clock.now()), start);
  }

  async #start(tape: Tape) {
    // The countdown may have been cancelled, and another begun, while this waited for its turn.
    if (this.#state.state !== "countdown" || this.#tape !== tape) return;
    try {
      await tape.start(this.#parts.air.inlet, () => this.#parts.air.reopen());
      this.#enter({ state: "onAir", since: toInstant(this.#parts.clock.now()) });
      await this.#parts.onStarted(tape.recordingId, tape.directory);
    } catch (error) {
      this.#parts.onBug(error);
      await this.#backToRehearsal();
    }
  }

  async #backToRehearsal() {
    this.#callOff?.();
    const tape = this.#tape;
    this.#tape = undefined;
    this.#enter({ state: "rehearsing" });
    await this.#parts.air.leave(true).catch(this.#parts.onBug);
    await tape?.discard().catch(this.#parts.onBug);
  }

  /** Back to rehearsal; nothing was heard, nothing is kept. */
  cancelCountdown(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state.state === "ended") throw new Refusal("show.ended");
      if (this.#state.state === "onAir" || this.#state.state === "ending") throw new Refusal("studio.not_rehearsing");
      if (this.#state.state === "countdown") await this.#backToRehearsal();
    });
  }

  /**
   * Ends the show. Listeners hear what the delay holds; until they have, there is no episode yet (`null`). Asked again, it tells the same. Ended before
   * its first sound it is in rehearsal again, and this throws `recording.empty`.
   */
  endShow(): Promise<EpisodeId | null> {
    return this.#inTurn(async () => {
      if (this.#state.state === "ended") return this.#state.episodeId;
      if (this.#state.state === "ending") return null;
      const tape = this.#tape;
      if (this.#state.state !== "onAir" || tape === undefined) throw new Refusal("studio.not_on_air");
      await tape.closeProgramme();
      const drain = await this.#parts.air.drain();
      if (drain === undefined) return this.#finish(tape);
      this.#enter({ state: "ending", silentAt: toInstant(drain.silentAt) });
      void drain.over.then(() => this.#inTurn(() => this.#finish(tape))).catch(this.#parts.onBug);
      return null;
    });
  }

  // The tape stays open while the delay empties: what is removed then is noted on it too.
  async #finish(tape: Tape): Promise<EpisodeId> {
    try {
      const ended = await this.#parts.onEnded(tape.recordingId, await tape.finish());
      this.#tape = undefined;
      this.#enter({ state: "ended", ...ended });
      return ended.episodeId;
    } catch (error) {
      this.#tape = undefined;
      this.#enter({ state: "rehearsing" });
      if (error instanceof Refusal && error.code === "recording.empty") throw error;
      // The files stay where they are: the next start of the station recovers them.
      this.#parts.onBug(error);
      throw error instanceof Refusal ? error : new Refusal("recording.lost", { cause: error });
    } finally {
      await this.#parts.air.leave().catch(this.#parts.onBug);
    }
  }

  /** Ends the show at once: what the delay holds is never heard. */
  async stopShow() {
    const { state } = this.#state;
    if (state !== "onAir" && state !== "ending") throw new Refusal("studio.not_on_air");
    await this.#parts.air.stop();
    if (state === "onAir") await this.endShow();
  }

  /** The stream is another one: the programme is led into it. */
  async rejoinStream() {
    await this.#tape?.joinStream().catch(this.#parts.onBug);
  }

  /** Notes in the recording that a passage is not to be heard. */
  async mute(passages: readonly Passage[]) {
    await this.#tape?.mute(passages);
  }

  /** Lets a voice onto a recording that runs or is about to, or keeps it off. */
  async record(voice: Voice, stripNumber: number, isRecorded: boolean) {
    await this.#tape?.record(voice, stripNumber, isRecorded);
  }

  /** A voice went. */
  async removeVoice(voice: Voice) {
    await this.#tape?.removeVoice(voice);
  }

  /** Leaves the air for good: a countdown is called off, a show is ended. */
  async close() {
    if (this.#state.state === "countdown") await this.cancelCountdown().catch(this.#parts.onBug);
    if (this.#state.state === "onAir" || this.#state.state === "ending") await this.stopShow().catch(this.#parts.onBug);
    // A show that was ending is finished in its turn.
    await this.#inTurn(() => Promise.resolve());
  }
}
