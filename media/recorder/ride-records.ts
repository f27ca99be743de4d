import { framesPerBlock } from "../../schemas/programme.ts";

/** A strip's gains in one block, as a recording keeps them: the strip by its number, the gains as factors at the end of each 5 ms. */
export type RideRecord = { frame: number; number: number; gains: readonly number[] };

/** Bytes of a record: the block and the strip's number (32 bits each), four gains in hundredths of a dB (16 bits each). */
const recordBytes = 16;
const off = -32_768;
const slices = 4;

/** The records as bytes, to be appended to what is there. */
export function formatRides(rides: readonly RideRecord[]): Buffer {
  const bytes = Buffer.alloc(recordBytes * rides.length);
  rides.forEach(({ frame, number, gains }, index) => {
    const at = index * recordBytes;
    bytes.writeUInt32LE(frame / framesPerBlock, at);
    bytes.writeUInt32LE(number, at + 4);
    for (let slice = 0; slice < slices; slice++)
      bytes.writeInt16LE(hundredthsOf(gains[slice] ?? 0), at + 8 + 2 * slice);
  });
  return bytes;
}

/** What {@link formatRides} made; a last record that a crash cut is left out. */
export function* parseRides(bytes: Buffer): Generator<RideRecord> {
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    const gains = Array.from({ length: slices }, (_, slice) => factorOf(bytes.readInt16LE(at + 8 + 2 * slice)));
    yield { frame: bytes.readUInt32LE(at) * framesPerBlock, number: bytes.readUInt32LE(at + 4), gains };
  }
}

const hundredthsOf = (gain: number): number =>
  gain <= 0 ? off : Math.max(off + 1, Math.min(32_767, Math.round(2_000 * Math.log10(gain))));
const factorOf = (hundredths: number): number => (hundredths === off ? 0 : 10 ** (hundredths / 2_000));
