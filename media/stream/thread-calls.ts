import type { MessagePort } from "node:worker_threads";
import type { Removed } from "./delay-line.ts";
import type { OutputName } from "./encode-args.ts";
import type { RtpTarget, StreamFact } from "./on-air.ts";

/** What the main thread asks of the stream's thread. Streams are named by numbers that the caller gives. */
export type Calls = {
  openStream: { data: { stream: number; delaySeconds: number; programme: MessagePort }; reply: void };
  setDelay: { data: { stream: number; seconds: number }; reply: void };
  continueProgramme: { data: { stream: number; programme: MessagePort }; reply: void };
  drain: { data: { stream: number }; reply: void };
  cut: { data: { stream: number; seconds: number }; reply: Removed | undefined };
  startOutput: { data: { stream: number; output: OutputName }; reply: void };
  stopOutput: { data: { stream: number; output: OutputName }; reply: void };
  listen: { data: { stream: number; target: RtpTarget | undefined }; reply: void };
  closeStream: { data: { stream: number }; reply: void };
  /** Ends every stream at once; the thread then ends. */
  close: { data: undefined; reply: void };
};
/** Name of a call. */
export type CallName = keyof Calls;

/** A call on its way to the thread. */
export type Call = { [Name in CallName]: { id: number; name: Name; data: Calls[Name]["data"] } }[CallName];

/** What the thread sends back: answers, and what streams tell unasked. */
export type FromThread =
  | { kind: "done"; id: number; reply: Calls[CallName]["reply"] }
  | { kind: "failed"; id: number; message: string }
  | { kind: "told"; stream: number; fact: StreamFact };

/** What the thread is given at its start: worker threads do not see what the main thread chose. */
export type ThreadData = { ffmpegPath: string };
