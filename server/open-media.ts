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
  health(thread: "mixer" | "recorder" | "stream"): { isWell: boolean; detail?: string };
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
  const health = {
    mixer: watchThread("mixer", mixers, log),
    recorder: watchThread("recorder", recorders, log),
    stream: watchDeath("stream", streams.died, log),
  };
  const open = opening.move();
  return {
    sfu,
    mixers,
    recorders,
    streams,
    health: (thread) => health[thread](),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

type Health = { isWell: boolean; detail?: string };

/** Tells the log of a thread's death that no other one follows; gives what the health check says of it. */
function watchDeath(name: string, died: Promise<Error>, log: Log): () => Health {
  let isWell = true;
  void died.then((error) => {
    isWell = false;
    log.fatal({ err: error }, `the ${name} died: restart the station`);
  });
  return () => ({ isWell });
}

/** The same of a thread that is started again when it dies. */
function watchThread(name: string, thread: Pick<MixerThread | RecorderThread, "died" | "onRevived">, log: Log) {
  const health = watchDeath(name, thread.died, log);
  let revivals = 0;
  thread.onRevived(({ cause, outageMs }) => {
    revivals += 1;
    log.error({ err: cause, outageMs: Math.round(outageMs) }, `the ${name} died and was started again`);
  });
  return (): Health => ({ ...health(), ...(revivals > 0 && { detail: `started again: ${revivals}` }) });
}
