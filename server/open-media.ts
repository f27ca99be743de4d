import { openMixerThread } from "../media/mixer/open-mixer-thread.ts";
import type { MixerThread } from "../media/mixer/mixer.ts";
import { openRecorderThread, type RecorderThread } from "../media/recorder/open-recorder-thread.ts";
import { openStreamThread, type StreamThread } from "../media/stream/open-stream-thread.ts";
import { openSfu, type Sfu } from "../media/sfu/open-sfu.ts";
import type { Config } from "./config.ts";
import type { Log } from "./open-log.ts";

/** What carries sound: the media workers, the threads of mixer, recorder and stream. Disposing it ends them all. */
export type Media = AsyncDisposable & {
  readonly sfu: Sfu;
  readonly mixers: MixerThread;
  readonly recorders: RecorderThread;
  readonly streams: StreamThread;
  isAlive(thread: "mixer" | "recorder" | "stream"): boolean;
};

/** Starts what carries sound; what dies later is told to the log and to the health check. */
export async function openMedia({ media }: Config, log: Log): Promise<Media> {
  await using opening = new AsyncDisposableStack();
  const sfu = opening.use(await openSfu(media));
  const mixers = opening.use(await openMixerThread());
  const recorders = opening.use(await openRecorderThread());
  const streams = opening.use(await openStreamThread());
  sfu.onDied((error) => {
    log.error({ err: error }, "a media worker died and is started again");
  });
  const dead = new Set<string>();
  const watch = (thread: string, died: Promise<Error>) =>
    void died.then((error) => {
      dead.add(thread);
      log.fatal({ err: error }, `the ${thread} died: restart the station`);
    });
  watch("mixer", mixers.died);
  watch("recorder", recorders.died);
  watch("stream", streams.died);
  const open = opening.move();
  return {
    sfu,
    mixers,
    recorders,
    streams,
    isAlive: (thread) => !dead.has(thread),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
