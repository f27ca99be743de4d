import type { Removed } from "./delay-line.ts";
import type { OutputName } from "./encode-args.ts";
import type { OnAirOptions, RtpTarget, StreamFact } from "./on-air.ts";

/** What the main thread asks of the stream's thread. Streams are named by numbers that the caller gives. */
export type Calls = {
  openStream: { data: { stream: number } & OnAirOptions; reply: void };
  setDelay: { data: { stream: number; seconds: number }; reply: void };
  continueProgramme: { data: { stream: number } & Pick<OnAirOptions, "programme">; reply: void };
  drain: { data: { stream: number }; reply: void };
  cut: { data: { stream: number; seconds: number }; reply: Removed | undefined };
  startOutput: { data: { stream: number; output: OutputName }; reply: void };
  stopOutput: { data: { stream: number; output: OutputName }; reply: void };
  /** Answers the port from which it is sent; takes that port if it is given. */
  listen: {
    data: { stream: number; target: RtpTarget | undefined; port?: number | undefined };
    reply: number | undefined;
  };
  closeStream: { data: { stream: number }; reply: void };
};

/** What a stream tells unasked. */
export type Told = { stream: number; fact: StreamFact };

/** What the thread is given at its start: worker threads do not see what the main thread chose. */
export type ThreadData = { ffmpegPath: string };
