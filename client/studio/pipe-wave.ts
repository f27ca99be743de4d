import { heightOf } from "./meter-scale.ts";

/** How loud the programme was, `age` seconds ago; 0 to 100. */
export type Bar = { age: number; height: number };

const barSeconds = 0.1;
const rememberedSeconds = 32;

/** Remembers how loud the programme was, a tenth of a second for each bar. */
export function makeLoudnessTrail() {
  const bars: { at: number; height: number }[] = [];
  return {
    /** Takes the level of now, in seconds of the frames' clock. */
    add(now: number, peakDbfs: number) {
      const height = heightOf(peakDbfs);
      const at = Math.floor(now / barSeconds) * barSeconds;
      const last = bars.at(-1);
      if (last?.at === at) last.height = Math.max(last.height, height);
      else bars.push({ at, height });
      while (bars[0] !== undefined && bars[0].at < now - rememberedSeconds) bars.shift();
    },
    /** The bars that are at least `youngest` and at most `oldest` seconds old. */
    between: (now: number, youngest: number, oldest: number): Bar[] =>
      bars.map(({ at, height }) => ({ age: now - at, height })).filter(({ age }) => age >= youngest && age <= oldest),
  };
}

/** Draws bars from the right, where now is, to the left; the canvas is as wide as `seconds`. */
export function drawPipe(canvas: HTMLCanvasElement, bars: readonly Bar[], seconds: number) {
  const ratio = globalThis.devicePixelRatio;
  const [width, height] = [canvas.clientWidth * ratio, canvas.clientHeight * ratio];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null || width === 0) return;
  context.clearRect(0, 0, width, height);
  context.fillStyle = getComputedStyle(canvas).color;
  const step = (width * barSeconds) / seconds;
  for (const bar of bars) {
    const tall = Math.max(2 * ratio, (height * bar.height) / 100);
    const x = width - (bar.age / seconds) * width;
    context.fillRect(x, (height - tall) / 2, Math.max(ratio, step * 0.65), tall);
  }
}
