import type { Page } from "playwright-core";

/** Makes a page note what its audio elements play; to be called before the page is opened. Whatever the page plays can then be measured. */
export async function noteSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { onsets: [] as number[], levelAt: (pitch: number): number => (pitch > 0 ? -200 : 0) };
    Object.assign(globalThis, { heardSound: noted });
    const ears = new WeakSet<object>();
    const hear = (audio: HTMLMediaElement) => {
      const sounding = audio.srcObject ?? audio;
      if (ears.has(sounding)) return;
      ears.add(sounding);
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 4_096;
      analyser.smoothingTimeConstant = 0;
      // What comes over WebRTC is heard from its stream: Chromium gives nothing of it to an element's source.
      if (audio.srcObject instanceof MediaStream) context.createMediaStreamSource(audio.srcObject).connect(analyser);
      else context.createMediaElementSource(audio).connect(analyser).connect(context.destination);
      const bins = new Float32Array(analyser.frequencyBinCount);
      noted.levelAt = (pitch) => {
        analyser.getFloatFrequencyData(bins);
        return bins[Math.round((pitch * analyser.fftSize) / context.sampleRate)] ?? -200;
      };
      const samples = new Float32Array(256);
      let quietSince = performance.now();
      setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        const isSounding = samples.some((sample) => Math.abs(sample) > 0.02);
        const now = performance.now();
        if (isSounding && now - quietSince > 400) noted.onsets.push(performance.timeOrigin + now);
        if (isSounding) quietSince = now;
      }, 5);
    };
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      hear(this);
      return play.call(this);
    };
  });
}

/** Levels of some pitches in what the page plays at this moment, in dB; −200 when it plays nothing. */
export const heardLevels = (page: Page, pitches: readonly number[]): Promise<number[]> =>
  page.evaluate<number[]>(`[${pitches.join()}].map((pitch) => Math.max(-200, globalThis.heardSound.levelAt(pitch)))`);

/** Instants, in ms since 1970, at which the page began to sound after a silence. */
export const heardOnsets = (page: Page): Promise<number[]> => page.evaluate<number[]>("globalThis.heardSound.onsets");

/** Begins to watch a pitch in what the page plays: by how much it ever stands out from what is beside it. See {@link stoodOut}. */
export const watchPitch = (page: Page, pitch: number, beside: number): Promise<void> =>
  page.evaluate(
    ([watched, other]) => {
      const { heardSound } = globalThis as unknown as {
        heardSound: { levelAt(pitch: number): number; most: number[] };
      };
      heardSound.most = [];
      setInterval(() => {
        const surroundings = Math.max(-90, heardSound.levelAt(other));
        heardSound.most.push(Math.max(-90, heardSound.levelAt(watched)) - surroundings);
      }, 100);
    },
    [pitch, beside] as const,
  );

/** How often a watched pitch was looked at, and the decibels by which it stood out most. */
export async function stoodOut(page: Page): Promise<{ looks: number; mostDb: number }> {
  const most = await page.evaluate<number[]>("globalThis.heardSound.most");
  return { looks: most.length, mostDb: Math.max(...most) };
}
