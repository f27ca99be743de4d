/** A piece of a strip's chain: changes a mono block of 20 ms in place. `close` gives back what it holds outside the heap. */
export type Stage = { process(block: Float32Array): void; close?(): void };

/** A stage with a switch: it fades in and out over one block, so that no step is heard, and costs nothing while it is off. */
export class SwitchedStage {
  readonly #make: () => Stage;
  #isOn = false;
  #stage: Stage | undefined;

  /** `make` is called each time the stage is switched on: it begins anew. */
  constructor(make: () => Stage) {
    this.#make = make;
  }

  /** Takes effect with the next block. */
  switch(isOn: boolean): void {
    this.#isOn = isOn;
  }

  /** Changes the block, if the stage is on. */
  process(block: Float32Array): void {
    const wasOn = this.#stage !== undefined;
    if (!this.#isOn && !wasOn) return;
    this.#stage ??= this.#make();
    if (this.#isOn === wasOn) this.#stage.process(block);
    else this.#fade(this.#stage, block);
    if (!this.#isOn) this.rest();
  }

  /** Nothing is heard for a while: lets go of the past, so that none of it is heard afterwards. */
  rest(): void {
    this.#stage?.close?.();
    this.#stage = undefined;
  }

  #fade(stage: Stage, block: Float32Array): void {
    const dry = block.slice();
    stage.process(block);
    for (let frame = 0; frame < block.length; frame++) {
      const share = (frame + 1) / block.length;
      const wet = this.#isOn ? share : 1 - share;
      block[frame] = (block[frame] ?? 0) * wet + (dry[frame] ?? 0) * (1 - wet);
    }
  }
}
