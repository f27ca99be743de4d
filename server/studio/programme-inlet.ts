import { MessageChannel, type MessagePort } from "node:worker_threads";
import { framesPerBlock, type ProgrammeMessage, type ProgrammeSummary } from "../../schemas/programme.ts";

/** A programme that can be handed to the recorder before the mixer has begun it. */
export type ProgrammeInlet = {
  /** For the recorder's thread. */
  readonly outlet: MessagePort;
  /** Passes everything of the mixer's port on. When that port dies without a last word, the last word is said here. */
  pass(from: MessagePort): void;
  /** Says the last word, if it was not said: the recording ends with what it has. */
  end(): void;
  /** Settles when the last word was passed. */
  readonly ended: Promise<void>;
};

const silence: ProgrammeSummary = {
  frames: 0,
  integratedLufs: -70,
  truePeakDbtp: -100,
  concealedBlocks: 0,
  lateTicks: 0,
};

/** What is known of the programme after this message. */
function summedUp(before: ProgrammeSummary, message: ProgrammeMessage): ProgrammeSummary {
  if (message.kind === "block") return { ...before, frames: message.frame + framesPerBlock };
  if (message.kind !== "loudness") return before;
  return { ...before, integratedLufs: message.integratedLufs, truePeakDbtp: message.truePeakDbtp };
}

/** Opens the way; it closes by itself after the last word. */
export function openProgrammeInlet(): ProgrammeInlet {
  const { port1: inlet, port2: outlet } = new MessageChannel();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let soFar = silence;
  let isEnded = false;

  function post(message: ProgrammeMessage) {
    if (isEnded) return;
    soFar = summedUp(soFar, message);
    inlet.postMessage(message);
    if (message.kind !== "closed") return;
    isEnded = true;
    inlet.close();
    resolve();
  }
  const end = () => post({ kind: "closed", summary: soFar });

  return {
    outlet,
    ended,
    end,
    pass: (from) => {
      from.on("message", post);
      from.once("close", end);
      void ended.then(() => from.close());
    },
  };
}
