// ITU-R BS.1770-4, annex 2: 48 coefficients in four phases; phases 2 and 3 are 1 and 0 backwards.
const outer = [
  0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875,
  -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
];
const inner = [
  -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625,
  -0.2003173828125, 0.1015625, -0.0582275390625, 0.033081054687, -0.018920898437,
];
const phases = [outer, inner, inner.toReversed(), outer.toReversed()].map((phase) => Float64Array.from(phase));

/** Samples that each phase looks at; the peak it finds lies between the sixth and the seventh of them. */
export const truePeakTaps = 12;

const worstGain = Math.max(...phases.map((phase) => phase.reduce((sum, tap) => sum + Math.abs(tap), 0)));

/**
 * Finds peaks between the samples of one channel (4× oversampling). A stretch whose samples are so small that no peak
 * between them could reach what is asked for is not searched.
 */
export class TruePeak {
  // Each sample stands twice, so that the last twelve are always side by side.
  readonly #recent = new Float64Array(2 * truePeakTaps);
  #place = 0;
  #sinceLarge = truePeakTaps;

  /** Takes the next sample; returns the true peak around the one six before, or 0 when it is certainly below `threshold`. */
  next(sample: number, threshold: number): number {
    this.#place = this.#place === 0 ? truePeakTaps - 1 : this.#place - 1;
    this.#recent[this.#place] = this.#recent[this.#place + truePeakTaps] = sample;
    this.#sinceLarge = Math.abs(sample) * worstGain >= threshold ? 0 : this.#sinceLarge + 1;
    return this.#sinceLarge < truePeakTaps ? this.#search() : 0;
  }

  #search(): number {
    let peak = 0;
    for (const phase of phases) {
      let sum = 0;
      for (let tap = 0; tap < truePeakTaps; tap++) sum += (phase[tap] ?? 0) * (this.#recent[this.#place + tap] ?? 0);
      peak = Math.max(peak, Math.abs(sum));
    }
    return peak;
  }
}
