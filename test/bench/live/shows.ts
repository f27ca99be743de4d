// Child of live.bench.ts: some shows of four voices on air, mixed, delayed and, when asked, encoded in every way.
// Arguments: how many shows, and "all" or "none" of the outputs. Says the voices' ports; whenever asked, all late ticks so far.
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";
import { openStreamThread, type StreamThread } from "../../../media/stream/open-stream-thread.ts";
import type { MixerThread } from "../../../media/mixer/mixer.ts";
import type { StripId } from "../../../schemas/ids.ts";

const [shows, outputs] = [Number(process.argv[2]), process.argv[3]];
const voices = 4;

async function openShow(mixers: MixerThread, streams: StreamThread, show: number) {
  const mixer = await mixers.openMixer();
  const stream = await streams.openStream({ delaySeconds: 10, onFact: () => undefined });
  const ears: string[] = [];
  for (let voice = 0; voice < voices; voice++) {
    const stripId = `01890000-0000-7000-8000-0000000000${String(voice).padStart(2, "0")}` as StripId;
    const ssrc = 1_000 + show * voices + voice;
    await mixer.openStrip(stripId, { gainDb: 0, isOpen: true });
    const { port } = await mixer.openInput(stripId, { ssrc, payloadType: 100 });
    ears.push(`${port}:${ssrc}`);
  }
  mixer.onLevels(() => undefined);
  await mixer.openProgramme(stream.inlet!);
  if (outputs === "all") for (const output of ["audio", "voice", "mp3"] as const) await stream.startOutput(output);
  return { ears, mixer };
}

const [mixers, streams] = [await openMixerThread(), await openStreamThread()];
const opened: Awaited<ReturnType<typeof openShow>>[] = [];
for (let show = 0; show < shows; show++) opened.push(await openShow(mixers, streams, show));
process.send?.(opened.flatMap(({ ears }) => ears));
process.on("message", () => {
  void Promise.all(opened.map(({ mixer }) => mixer.stats())).then((stats) =>
    process.send?.(Math.max(...stats.map(({ lateTicks }) => lateTicks))),
  );
});
