import type { MessagePort } from "node:worker_threads";
import type { ProgrammeMessage } from "../../schemas/programme.ts";
import { ProgrammeWriter } from "./programme-writer.ts";
import type { SessionIndex } from "./session-index.ts";

/** Loudness of the whole, as far as the mixer could tell. */
type Loudness = { integratedLufs?: number; truePeakDbtp?: number; concealedBlocks?: number };

type Aligned = Extract<ProgrammeMessage, { kind: "aligned" }>;

/** The programme as it comes in. Disposing it closes the port, and the encoder after what it was given. */
export type HeardProgramme = AsyncDisposable & {
  readonly writer: ProgrammeWriter;
  /** Media time: frames that have come. */
  readonly frame: number;
  /** From the first block to the close: while the voices are recorded too. */
  readonly isRunning: boolean;
  /** The RTP timestamp of a voice that stands at the programme's first frame; undefined until the mixer has told of that voice. */
  zeroOf(ssrc: number): number | undefined;
  /** Settles with the mixer's last word, or with what is known when the mixer died. */
  readonly closed: Promise<Loudness>;
};

/** Takes everything that the mixer sends on `port` to the encoder and into the index. */
export function hearProgramme(port: MessagePort, directory: string, index: SessionIndex): HeardProgramme {
  const writer = new ProgrammeWriter(directory, index);
  const closed = Promise.withResolvers<Loudness>();
  let [frame, isRunning] = [0, false];
  let known: Loudness = {};
  const zeros = new Map<number, number>();

  const hear = (message: ProgrammeMessage): void => {
    if (message.kind === "batch") {
      if (frame === 0) index.append({ kind: "started", frame });
      isRunning = true;
      writer.write(message.frame, message.samples);
      frame = message.frame + message.samples.length / 2;
    } else if (message.kind === "closed") {
      const { integratedLufs, truePeakDbtp, concealedBlocks } = message.summary;
      known = { integratedLufs, truePeakDbtp, concealedBlocks };
      port.close();
    } else {
      index.append(message);
      if (message.kind === "aligned") noteZero(zeros, message);
      if (message.kind === "loudness")
        known = { integratedLufs: message.integratedLufs, truePeakDbtp: message.truePeakDbtp };
    }
  };
  port.on("message", hear);
  // Also when the other end dies: what was heard until then is the programme.
  port.on("close", () => {
    isRunning = false;
    closed.resolve(known);
  });
  const dispose = async (): Promise<void> => {
    port.close();
    await writer.end();
    await writer[Symbol.asyncDispose]();
  };
  return {
    writer,
    closed: closed.promise,
    zeroOf: (ssrc) => zeros.get(ssrc),
    get frame() {
      return frame;
    },
    get isRunning() {
      return isRunning;
    },
    [Symbol.asyncDispose]: dispose,
  };
}

/** The first word on a voice counts: later ones tell how drift has moved it. */
function noteZero(zeros: Map<number, number>, { ssrc, rtpTimestamp, frame }: Aligned): void {
  if (!zeros.has(ssrc)) zeros.set(ssrc, rtpTimestamp - frame);
}
