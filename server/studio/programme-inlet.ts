import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { ProgrammeMessage } from "../../schemas/programme.ts";

/** A programme that the recorder can hold before the mixer has begun it. */
export type ProgrammeInlet = {
  /** For the recorder's thread. */
  readonly outlet: MessagePort;
  /** Passes everything of the mixer's port on, and its end. */
  pass(from: MessagePort): void;
  /** Closes it: the recording ends with what it has. */
  end(): void;
  /** Settles when either end is closed: the recorder closes its own after the last word. */
  readonly ended: Promise<void>;
};

/** Opens a way for the programme. The web server's thread passes blocks on but no sound waits for it: what piles up is written late, not lost. */
export function openProgrammeInlet(): ProgrammeInlet {
  const { port1: inlet, port2: outlet } = new MessageChannel();
  const ended = new Promise<void>((resolve) => inlet.once("close", resolve));
  return {
    outlet,
    ended,
    end: () => inlet.close(),
    pass: (from) => {
      from.on("message", (message: ProgrammeMessage) => inlet.postMessage(message));
      from.once("close", () => inlet.close());
      void ended.then(() => from.close());
    },
  };
}
