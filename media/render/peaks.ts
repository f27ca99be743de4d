/** Most points of a waveform: enough for the widest screen, small enough for a phone's first page. */
const mostPoints = 2_000;
const leastFramesPerPoint = 480;
const sampleRate = 48_000;

/** A waveform in audiowaveform's JSON format, version 2: min and max of each point in turn, 8 bit. */
export type Peaks = {
  version: 2;
  channels: 1;
  sample_rate: number;
  samples_per_pixel: number;
  bits: 8;
  length: number;
  data: number[];
};

/** Gathers the waveform of a programme of known length from its decoded sound, as it comes. */
export type PeaksGatherer = {
  /** Takes 16-bit little-endian mono at 48 kHz, cut anywhere. */
  add(bytes: Buffer): void;
  /** The whole waveform, exactly as long as the programme: what the decoder gave more is left out, what it gave less is silence. */
  finish(): Peaks;
};

/** Opens a gatherer for a programme of `durationSeconds`. */
export function gatherPeaks(durationSeconds: number): PeaksGatherer {
  const frames = Math.max(1, Math.round(durationSeconds * sampleRate));
  const framesPerPoint = Math.max(leastFramesPerPoint, Math.ceil(frames / mostPoints));
  const length = Math.ceil(frames / framesPerPoint);
  const lows = new Int16Array(length);
  const highs = new Int16Array(length);
  let frame = 0;
  let half = Buffer.alloc(0);

  function addSamples(samples: Int16Array): void {
    for (let index = 0; index < samples.length && frame < frames;) {
      const point = Math.floor(frame / framesPerPoint);
      const end = Math.min(samples.length, index + (point + 1) * framesPerPoint - frame);
      let low = lows[point]!;
      let high = highs[point]!;
      frame += end - index;
      for (; index < end; index += 1) {
        const sample = samples[index]!;
        if (sample < low) low = sample;
        if (sample > high) high = sample;
      }
      lows[point] = low;
      highs[point] = high;
    }
  }

  return {
    add: (bytes) => {
      const whole = half.length === 0 ? bytes : Buffer.concat([half, bytes]);
      const even = whole.length & ~1;
      half = Buffer.from(whole.subarray(even));
      // A copy, because a typed array must begin at an even byte.
      const aligned = new Uint8Array(whole.subarray(0, even));
      addSamples(new Int16Array(aligned.buffer, 0, even / 2));
    },
    finish: () => ({
      ...{ version: 2, channels: 1, sample_rate: sampleRate, samples_per_pixel: framesPerPoint, bits: 8, length },
      data: Array.from({ length: length * 2 }, (_, at) => (at % 2 === 0 ? lows[at / 2]! : highs[(at - 1) / 2]!) >> 8),
    }),
  };
}
