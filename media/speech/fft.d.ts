// fft.js carries no types.
declare module "fft.js" {
  /** A Fourier transform of one size, a power of two; complex numbers are pairs in one array. */
  class FFT {
    constructor(size: number);
    createComplexArray(): number[];
    /** Fills the first half of `out` with the spectrum of real `data`. */
    realTransform(out: number[], data: ArrayLike<number>): void;
  }
  export = FFT;
}
