// Child of live.bench.ts: the station's HTTP side with one show on air, whose programme is a tone. Says its address.
import { setInterval as every } from "node:timers";
import { openStreamThread } from "../../../media/stream/open-stream-thread.ts";
import { framesPerBlock } from "../../../schemas/programme.ts";
import { systemClock } from "../../../server/jobs/job-clock.ts";
import { Broadcast } from "../../../server/studio/broadcast.ts";
import { SchoolListening } from "../../../server/studio/school-listening.ts";
import { openDoors } from "../../support/doors.ts";
import { listen } from "../../support/listening.ts";
import { toneSamples } from "../../support/sound.ts";

const doors = await openDoors();
const { channel, show } = await doors.seedSchool();
await doors.store.channels.change(channel.id, { visibility: "public" });
const onBug = (error: unknown) => console.error(error);
const parts = {
  streams: await openStreamThread(),
  delaySeconds: 0,
  clock: systemClock,
  onPipe: () => undefined,
  onBug,
};
const broadcast = await Broadcast.open(parts);
const room = () => Promise.reject(new Error("nobody listens without delay here"));
const since = new Date().toISOString();
const state = { state: "live", showId: show.id, showTitle: show.title, title: show.title, since } as const;
doors.airwaves.enter({
  ...{ showId: show.id, channelId: channel.id, broadcast, listening: new SchoolListening({ broadcast, room }) },
  titleNow: () => show.title,
  state: () => ({ ...state, delaySeconds: 0, listeners: broadcast.audience.count }),
});

// Five blocks at once, as the mixer hands them over.
const blocks = 5;
const tone = toneSamples(440, -20, 0.1);
const stereo = Float32Array.from({ length: 2 * blocks * framesPerBlock }, (_, index) => tone[index >> 1] ?? 0);
let sent = 0;
const startMs = performance.now();
every(() => {
  for (; startMs + sent * blocks * 20 <= performance.now(); sent += 1) {
    broadcast.inlet.postMessage({ kind: "block", frame: sent * blocks * framesPerBlock, samples: stereo.slice() });
  }
}, 10);

const { url } = await listen(doors);
process.send?.({ url, slug: channel.slug });
