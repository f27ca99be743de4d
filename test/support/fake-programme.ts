import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { ProgrammeMessage, ProgrammeSummary } from "../../schemas/programme.ts";

/** The mixer's end of a programme port, under the test's control. */
export type FakeProgramme = {
  /** For the recorder. */
  port: MessagePort;
  /** Frames sent so far. */
  readonly frame: number;
  /** Sends interleaved stereo samples as batches of 20 ms; a rest that fills none is left out. */
  send(stereo: Float32Array): void;
  tell(message: ProgrammeMessage): void;
  /** The mixer's last word. */
  close(summary?: Partial<ProgrammeSummary>): void;
  /** The mixer dies without a word. */
  die(): void;
};

/** A programme port whose other end is here. */
export function fakeProgramme(): FakeProgramme {
  const { port1, port2 } = new MessageChannel();
  let frame = 0;
  const tell = (message: ProgrammeMessage) => {
    port1.postMessage(message);
  };
  const send = (stereo: Float32Array) => {
    for (let at = 0; at + 1_920 <= stereo.length; at += 1_920, frame += 960) {
      tell({ kind: "batch", frame, samples: stereo.slice(at, at + 1_920) });
    }
  };
  const close = (summary: Partial<ProgrammeSummary> = {}) => {
    const usual = { frames: frame, integratedLufs: -20, truePeakDbtp: -3, concealedBlocks: 0, lateTicks: 0 };
    tell({ kind: "closed", summary: { ...usual, ...summary } });
  };
  return {
    port: port2,
    send,
    tell,
    close,
    get frame() {
      return frame;
    },
    die: () => {
      port1.close();
    },
  };
}

/** Mono samples in both channels. */
export const inStereo = (mono: Float32Array): Float32Array =>
  Float32Array.from({ length: mono.length * 2 }, (_, i) => mono[i >> 1] ?? 0);
