import { openStreamThread } from "../../media/stream/open-stream-thread.ts";
import type { Channel } from "../../schemas/channels.ts";
import type { ShowId } from "../../schemas/ids.ts";
import { framesPerBlock } from "../../schemas/programme.ts";
import { systemClock } from "../../server/jobs/job-clock.ts";
import type { Airwaves } from "../../server/studio/airwaves.ts";
import { audienceSizeOf } from "../../schemas/live.ts";
import { Broadcast } from "../../server/studio/broadcast.ts";
import { SchoolListening } from "../../server/studio/school-listening.ts";
import { toneSamples } from "./sound.ts";

/** Five blocks at once, as the mixer hands them over. */
const blocks = 5;
const noRoom = () => Promise.reject(new Error("nobody listens without delay here"));

type Aired = { airwaves: Airwaves; channel: Pick<Channel, "id">; show: { id: ShowId; title: string } };

/** A show without a studio: a tone on air on this channel, through the real delay and encoders. Disposing it takes it off the air. */
export async function putToneOnAir({ airwaves, channel, show }: Aired) {
  await using opening = new AsyncDisposableStack();
  const bugs: unknown[] = [];
  const streams = opening.use(await openStreamThread());
  const onBug = (error: unknown) => void bugs.push(error);
  const parts = {
    streams,
    delaySeconds: 0,
    clock: systemClock,
    onPipe: () => undefined,
    onRevived: () => undefined,
    onBug,
  };
  const broadcast = opening.use(await Broadcast.open(parts));
  const { id: showId, title } = show;
  const state = { state: "live", showId, showTitle: title, title, since: new Date().toISOString() } as const;
  airwaves.enter({
    ...{ showId, channelId: channel.id, broadcast },
    listening: new SchoolListening({ broadcast, room: noRoom }),
    titleNow: () => title,
    phase: () => "live",
    state: () => ({ ...state, delaySeconds: 0, listeners: audienceSizeOf(broadcast.audience.count) }),
  });
  const timer = setInterval(sender(broadcast), 10);
  opening.defer(() => {
    clearInterval(timer);
  });
  const open = opening.move();
  return { broadcast, bugs, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** Sends what is due of an endless tone. */
function sender({ inlet }: Broadcast) {
  const tone = toneSamples(440, -20, 0.1);
  const stereo = Float32Array.from({ length: 2 * blocks * framesPerBlock }, (_, index) => tone[index >> 1] ?? 0);
  const startMs = performance.now();
  let sent = 0;
  return () => {
    for (; startMs + sent * blocks * 20 <= performance.now(); sent += 1) {
      inlet?.postMessage({ kind: "block", frame: sent * blocks * framesPerBlock, samples: stereo.slice() });
    }
  };
}
