// Runs in the browser's sound thread: hands on what a microphone gives, and computes nothing, so that the sound is never late.
const blockSamples = 2_048;

class VoiceTap extends AudioWorkletProcessor {
  #block = new Float32Array(blockSamples);
  #filled = 0;

  process([input]: Float32Array[][]): boolean {
    const [samples] = input ?? [];
    for (const sample of samples ?? []) {
      this.#block[this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled === blockSamples) this.#send();
    }
    return true;
  }

  #send() {
    this.port.postMessage(this.#block, [this.#block.buffer]);
    this.#block = new Float32Array(blockSamples);
    this.#filled = 0;
  }
}

registerProcessor("voice-tap", VoiceTap);
