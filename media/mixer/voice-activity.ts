const aboveNoiseDb = 9;
const leastDbfs = -48;
const quietestNoiseDbfs = -70;
const noiseRisesDbPerBlock = 0.06;
const hangoverBlocks = 15;

/**
 * Tells from a microphone's level, block by block, whether somebody speaks: 9 dB above the noise of the room, which is the level
 * that comes back in every pause. A sound that goes on for ten seconds without one is noise too.
 */
export class VoiceActivity {
  #noiseDbfs = -60;
  #blocksLeft = 0;

  /** Takes the level of the next 20 ms. */
  hear(rmsDbfs: number): void {
    const noise = Math.min(rmsDbfs, this.#noiseDbfs + noiseRisesDbPerBlock);
    this.#noiseDbfs = Math.max(quietestNoiseDbfs, noise);
    const isVoice = rmsDbfs > Math.max(leastDbfs, this.#noiseDbfs + aboveNoiseDb);
    this.#blocksLeft = isVoice ? hangoverBlocks : Math.max(0, this.#blocksLeft - 1);
  }

  /** Until 300 ms after the last sound of a voice, so that words are not told apart. */
  get isTalking(): boolean {
    return this.#blocksLeft > 0;
  }
}
