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
  const onFault = (error: unknown) => {
    log.error({ err: error }, "a part of the sound failed; the rest goes on");
  };
  const mixers = opening.use(await openMixerThread({ onFault }));
  const recorders = opening.use(await openRecorderThread());
  const streams = opening.use(await openStreamThread({ onFault }));
  sfu.onDied((error) => {
    log.error({ err: error }, "a media worker died and is started again");
  });
  const health = {
    mixer: watchThread("mixer", mixers, log),
    recorder: watchThread("recorder", recorders, log),
    stream: watchThread("stream", streams, log),
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

type Watched = Pick<MixerThread | RecorderThread | StreamThread, "died" | "onRevived">;
type Health = { isWell: boolean; detail?: string };

/** Tells the log of a thread's deaths; gives what the health check says of it. */
function watchThread(name: string, { died, onRevived }: Watched, log: Log) {
  let isWell = true;
  let revivals = 0;
  void died.then((error) => {
    isWell = false;
    log.fatal({ err: error }, `the ${name} died too often: restart the station`);
  });
  onRevived(({ cause, outageMs }) => {
    revivals += 1;
    log.error({ err: cause, outageMs: Math.round(outageMs) }, `the ${name} died and was started again`);
  });
  return (): Health => ({ isWell, ...(revivals > 0 && { detail: `started again: ${revivals}` }) });
}
