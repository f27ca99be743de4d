import { isStereo, silentPacket } from "../rtp/opus-packet.ts";
import { preSkip } from "./opus-headers.ts";
import { openOpusFile, type OpusFile } from "./open-opus-file.ts";
import { ReorderWindow, type ArrivedPacket } from "./reorder-window.ts";
import type { SessionIndex } from "./session-index.ts";
import { TrackTimeline } from "./track-timeline.ts";

/** Where a track's file and facts go. */
export type TrackOptions = {
  path: string;
  /** Number of the track in the index. */
  track: number;
  index: SessionIndex;
  /** The programme's media time now, for the index. */
  frame(): number;
};

/** Silent packets from the longest to the shortest. */
const silences = [960, 480, 240, 120] as const;

/**
 * Writes one voice as Ogg/Opus from the packets as they came: put in order, not coded again, what is missing filled with silence,
 * so that the file's time is the voice's. The file begins with the first packet. Disposing it closes the file.
 */
export class TrackWriter implements Disposable {
  readonly #options: TrackOptions;
  readonly #window = new ReorderWindow();
  readonly #timeline = new TrackTimeline();
  #file: OpusFile | undefined;
  #channels: 1 | 2 = 1;

  constructor(options: TrackOptions) {
    this.#options = options;
  }

  /** Takes a packet in the order of arrival. */
  take(packet: ArrivedPacket): void {
    for (const ready of this.#window.take(packet)) this.#write(ready);
  }

  /** To be called a few times a second: gives up what has not come by `nowMs`, the clock of arrival, and puts on disk what is held. */
  tick(nowMs: number): void {
    for (const ready of this.#window.expire(nowMs)) this.#write(ready);
    this.#file?.flush();
  }

  [Symbol.dispose](): void {
    for (const ready of this.#window.drain()) this.#write(ready);
    this.#file?.[Symbol.dispose]();
    this.#file = undefined;
    this.#tell({ kind: "trackClosed", samples: this.#timeline.samples });
  }

  #write(packet: ArrivedPacket): void {
    const place = this.#timeline.place(packet);
    if (place === undefined) return;
    const { silence, sample, isRebased } = place;
    const file = (this.#file ??= this.#begin(packet));
    if (isRebased) this.#tell({ kind: "rebased", sample, rtpTimestamp: packet.timestamp });
    if (silence > 0) this.#tell({ kind: "gap", sample: sample - silence, samples: silence });
    this.#fill(file, silence);
    // A copy: the datagram's memory belongs to a pool that is written again.
    file.write(Buffer.from(packet.payload), packet.frames);
  }

  #begin(packet: ArrivedPacket): OpusFile {
    this.#channels = isStereo(packet.payload) ? 2 : 1;
    this.#tell({ kind: "trackStarted", rtpTimestamp: packet.timestamp, preSkip });
    return openOpusFile(this.#options.path, this.#channels);
  }

  #fill(file: OpusFile, silence: number): void {
    let rest = silence;
    for (const samples of silences) {
      const packet = silentPacket(samples, this.#channels);
      for (; rest >= samples; rest -= samples) file.write(packet, samples);
    }
  }

  #tell(fact: TrackFact): void {
    const { index, track, frame } = this.#options;
    index.append({ ...fact, track, frame: frame() });
  }
}

type TrackFact =
  | { kind: "trackStarted"; rtpTimestamp: number; preSkip: number }
  | { kind: "rebased"; sample: number; rtpTimestamp: number }
  | { kind: "gap"; sample: number; samples: number }
  | { kind: "trackClosed"; samples: number };
