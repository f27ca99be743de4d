import { readFile } from "node:fs/promises";
import { cartsStripId, type StripId } from "../../schemas/ids.ts";
import { framesPerBlock } from "../../schemas/programme.ts";
import { Limiter } from "../mixer/limiter.ts";
import type { FinishedRecording } from "../recorder/finished-recording.ts";
import type { RecordedMix } from "../recorder/recorded-mix.ts";
import { parseRides } from "../recorder/ride-records.ts";
import { RemixedVoice } from "./remixed-voice.ts";
import { SoundReader } from "./sound-reader.ts";

/** Gives the next 20 ms of a programme, interleaved stereo; the array is written again by the next call. */
export type BlockSource = AsyncDisposable & { next(): Promise<Float32Array> };

/**
 * The programme mixed once more from its tracks and carts, without some strips: each voice through the chain it had, ridden as it was, and all of
 * them through a limiter. Its frames are the programme's. Disposing it ends its decoders.
 */
export async function mixTracks(
  { tracks }: Pick<FinishedRecording, "tracks">,
  mix: RecordedMix,
  without: ReadonlySet<StripId>,
): Promise<BlockSource> {
  await using opening = new AsyncDisposableStack();
  const kept = Map.groupBy(tracks, ({ stripId }) => stripId);
  const voices = new Map(
    [...kept].flatMap(([stripId, ofStrip]) =>
      without.has(stripId) ? [] : [[stripId, opening.use(new RemixedVoice(ofStrip))] as const],
    ),
  );
  const addCarts = openCarts(without.has(cartsStripId) ? [] : mix.carts, opening);
  const follow = followMix(mix, await readFile(mix.ridesPath).catch(() => Buffer.alloc(0)), voices);
  const limiter = new Limiter();
  const bus = new Float32Array(2 * framesPerBlock);
  let frame = 0;
  const next = async () => {
    bus.fill(0);
    follow(frame);
    for (const voice of voices.values()) await voice.mixInto(bus, frame);
    await addCarts(bus, frame);
    limiter.process(bus);
    frame += framesPerBlock;
    return bus;
  };
  const open = opening.move();
  return { next, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** Tells the voices, block by block, how they were treated and ridden. */
function followMix({ numbers, treatments }: RecordedMix, rides: Buffer, voices: ReadonlyMap<StripId, RemixedVoice>) {
  const records = parseRides(rides);
  let ride = records.next();
  let treated = 0;
  return (frame: number) => {
    for (let each = treatments[treated]; each !== undefined && each.frame <= frame; each = treatments[++treated]) {
      voices.get(each.stripId)?.treat(each.treatment);
    }
    while (ride.done !== true && ride.value.frame <= frame) {
      const stripId = numbers.get(ride.value.number);
      if (stripId !== undefined) voices.get(stripId)?.ride(ride.value.gains);
      ride = records.next();
    }
  };
}

function openCarts(carts: RecordedMix["carts"], opening: AsyncDisposableStack) {
  const files = carts.map(({ frame, path }) => ({ frame, reader: opening.use(new SoundReader(path, 2)) }));
  const block = new Float32Array(2 * framesPerBlock);
  return async (bus: Float32Array, frame: number) => {
    const file = files.findLast((each) => each.frame <= frame);
    if (file === undefined) return;
    await file.reader.read(frame - file.frame, block);
    for (let index = 0; index < bus.length; index++) bus[index] = bus[index]! + block[index]!;
  };
}
