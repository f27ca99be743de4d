import type { ChannelId } from "../../schemas/ids.ts";
import { Mp3Loop, type LoopSound } from "../../media/stream/mp3-loop.ts";
import { Mp3Mount, type Mp3Listening } from "../../media/stream/mp3-mount.ts";
import type { Airwaves, Heard } from "./airwaves.ts";
import { makeTurns } from "./make-turns.ts";
import type { StudioClock } from "./studio-clock.ts";

/** What is heard on a channel's MP3 between shows, and what is said of it there. */
export type Interlude = { sound: LoopSound | undefined; title: string };

/** What a mount stands on. */
export type MountParts = {
  airwaves: Pick<Airwaves, "find">;
  clock: StudioClock;
  /** What a channel has chosen, as it stands now. */
  interludeOf(channelId: ChannelId): Promise<Interlude>;
  onBug(error: unknown): void;
};

/** How one more listens, and who is told when they have left. */
export type MountListening = { wantsTitles: boolean; onLeft?: (() => void) | undefined } & Pick<
  Mp3Listening,
  "mayStay"
>;

const lookMs = 5_000;
/** Without listeners for so long, nothing is encoded any more. */
const restAfterMs = 20_000;

/**
 * One channel's MP3 as radios hear it: the show that is on, else the sound that the channel has chosen for the time between shows. Radios stay
 * connected from one to the other. Disposing it ends their streams.
 */
export class ChannelMount implements AsyncDisposable {
  readonly #channelId: ChannelId;
  readonly #parts: MountParts;
  readonly #onDeserted: () => void;
  readonly #mount = new Mp3Mount();
  readonly #inTurn = makeTurns();
  #show: { heard: Heard; leave(): void } | undefined;
  /** The show's own sound has come: before, the interlude goes on. */
  #isShowHeard = false;
  #loop: { sound: LoopSound; loop: Mp3Loop } | undefined;
  #title = "";
  #quietSinceMs: number | undefined;
  #callOff: () => void = () => undefined;
  #isClosed = false;

  constructor(channelId: ChannelId, parts: MountParts, onDeserted: () => void) {
    this.#channelId = channelId;
    this.#parts = parts;
    this.#onDeserted = onDeserted;
    this.#watch();
  }

  /** The MP3 for one more listener, with words between the sound when they asked for them. */
  listen({ wantsTitles, mayStay, onLeft }: MountListening) {
    const title = wantsTitles ? () => this.#titleNow() : undefined;
    this.#quietSinceMs = undefined;
    const onGone = () => {
      onLeft?.();
      if (this.#mount.listeners === 0) this.#quietSinceMs = this.#parts.clock.now();
    };
    const stream = this.#mount.listen({ title, mayStay, onGone });
    this.look();
    return stream;
  }

  #titleNow = (): string => (this.#show && this.#isShowHeard ? this.#show.heard.titleNow() : this.#title);

  /** Sees to it that what is on is what is heard. */
  look(): void {
    void this.#inTurn(() => this.#follow()).catch(this.#parts.onBug);
  }

  async #follow() {
    if (this.#isClosed) return;
    this.#join(this.#parts.airwaves.find(this.#channelId));
    const { sound, title } = await this.#parts.interludeOf(this.#channelId);
    this.#title = title;
    await this.#play(this.#isShowHeard ? undefined : sound);
    if (this.#show === undefined && sound === undefined) this.#mount.end();
  }

  #join(heard: Heard | undefined) {
    if (this.#show !== undefined || heard === undefined || heard.broadcast.isOver) return;
    const { broadcast } = heard;
    const leave = broadcast.hearMp3({ take: (frames) => this.#takeShow(frames), count: () => this.#mount.listeners });
    this.#show = { heard, leave };
    void broadcast.over.then(() => {
      this.#show = undefined;
      this.#isShowHeard = false;
      this.#mount.turn();
      this.look();
    });
  }

  #takeShow(frames: Uint8Array) {
    if (!this.#isShowHeard) {
      this.#isShowHeard = true;
      this.#mount.turn();
      this.look();
    }
    this.#mount.add(frames);
  }

  async #play(sound: LoopSound | undefined) {
    const former = this.#loop;
    if (former?.sound.pcmPath === sound?.pcmPath && former?.sound.gainDb === sound?.gainDb) return;
    this.#loop = sound && { sound, loop: this.#open(sound) };
    await former?.loop[Symbol.asyncDispose]();
  }

  #open(sound: LoopSound): Mp3Loop {
    const take = (frames: Uint8Array) => {
      if (!this.#isShowHeard) this.#mount.add(frames);
    };
    const onFailure = (error: unknown) => {
      this.#loop = undefined;
      this.#parts.onBug(error);
      if (this.#show === undefined) this.#mount.end();
    };
    return new Mp3Loop(sound, take, onFailure);
  }

  // Who may no longer hear it does not; what nobody hears is not encoded.
  #watch() {
    this.#callOff = this.#parts.clock.after(lookMs, () => {
      this.#mount.review().catch(this.#parts.onBug);
      const isDeserted = (this.#quietSinceMs ?? Infinity) < this.#parts.clock.now() - restAfterMs;
      if (isDeserted) this.#onDeserted();
      else this.look();
      if (!this.#isClosed) this.#watch();
    });
  }

  async [Symbol.asyncDispose]() {
    this.#isClosed = true;
    this.#callOff();
    this.#mount.end();
    this.#show?.leave();
    await this.#inTurn(() => this.#play(undefined));
  }
}
