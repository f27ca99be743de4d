// @jitsi/rnnoise-wasm carries no types. Its main entry and its "sync" build are asm.js, three times slower than the WebAssembly one.
declare module "@jitsi/rnnoise-wasm/dist/rnnoise.js" {
  /** RNNoise as it was compiled: pointers are byte addresses in the heap. */
  export type Rnnoise = {
    readonly HEAPF32: Float32Array;
    _malloc(bytes: number): number;
    _rnnoise_create(): number;
    _rnnoise_destroy(state: number): void;
    /** Denoises 480 samples in the range of 16-bit integers; returns how likely they are a voice. */
    _rnnoise_process_frame(state: number, output: number, input: number): number;
  };
  const createRNNWasmModule: (options: { wasmBinary: Uint8Array }) => Promise<Rnnoise>;
  export { createRNNWasmModule as default };
}
