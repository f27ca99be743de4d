import { createSignal, onCleanup, onMount } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import type { Frames } from "./frames.ts";
import { heightOf, moveNeedle, restingNeedle, zoneOf, type Needle, type Zone } from "./meter-scale.ts";

// Screen readers follow a meter like a clock: seldom, and only when the word changes.
const sayEverySeconds = 2;
const segmentPixels = 5.5;

const stops = [
  { from: 0, colour: "--vu-bas" },
  { from: 38, colour: "--vu-bon" },
  { from: 78, colour: "--vu-haut" },
  { from: 91, colour: "--vu-trop" },
] as const;

const tooLoudFrom = stops.at(-1)?.from ?? 100;

type Surface = { context: CanvasRenderingContext2D; length: number; breadth: number; colours: readonly string[] };

/** The canvas as a surface whose first axis is the level, whichever way the meter lies. */
function surfaceOf(canvas: HTMLCanvasElement, isHorizontal: boolean): Surface | undefined {
  const context = canvas.getContext("2d");
  const { width, height } = canvas.getBoundingClientRect();
  if (context === null || width === 0) return undefined;
  const scale = globalThis.devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  if (isHorizontal) context.setTransform(scale, 0, 0, scale, 0, 0);
  else context.setTransform(0, -scale, scale, 0, 0, canvas.height);
  const style = getComputedStyle(canvas);
  const colours = stops.map(({ colour }) => style.getPropertyValue(colour));
  return { context, length: isHorizontal ? width : height, breadth: isHorizontal ? height : width, colours };
}

/** What a needle looks like on a surface, in whole screen pixels: the same look needs no drawing. */
type Look = { lit: number; peak: number };

function lookOf({ length }: Surface, needle: Needle): Look {
  const scale = globalThis.devicePixelRatio;
  const pixels = (dbfs: number) => Math.round((heightOf(dbfs) / 100) * length * scale) / scale;
  return { lit: pixels(needle.dbfs), peak: pixels(needle.peakDbfs) };
}

function drawLook({ context, length, breadth, colours }: Surface, { lit, peak }: Look) {
  context.clearRect(0, 0, length, breadth);
  for (let at = 0; at < lit; at += segmentPixels) {
    const zone = stops.findLastIndex(({ from }) => (at / length) * 100 >= from);
    context.fillStyle = colours[zone] ?? "#fff";
    context.fillRect(at + 2, 2, Math.min(4, lit - at), breadth - 4);
  }
  if (peak <= 0) return;
  context.fillStyle = "#fff";
  // A peak that is too loud is a bar, not a line: told by its shape, whatever the eye makes of red.
  const thickness = (peak / length) * 100 >= tooLoudFrom ? 6 : 2;
  context.fillRect(peak - thickness / 2, 2, thickness, breadth - 4);
}

/** A level in dBFS, drawn on a canvas from what `read` gives at each frame, and said in words. */
export function LiveMeter(props: {
  label: string;
  read: () => number;
  frames: Frames;
  isHorizontal?: boolean;
  isDecorative?: boolean;
  describe?: (zone: Zone) => string;
}) {
  const { t } = useI18n();
  const [zone, setZone] = createSignal<Zone>("quiet");
  let canvas!: HTMLCanvasElement;
  let needle = restingNeedle;
  let loudest = -100;
  let saidAt = 0;
  const say = (now: number) => {
    loudest = Math.max(loudest, needle.dbfs);
    if (now - saidAt < sayEverySeconds) return;
    setZone(zoneOf(loudest));
    loudest = -100;
    saidAt = now;
  };
  onMount(() => {
    let surface = surfaceOf(canvas, props.isHorizontal === true);
    let drawn: Look | undefined;
    const observer = new ResizeObserver(() => {
      surface = surfaceOf(canvas, props.isHorizontal === true);
      drawn = undefined;
    });
    observer.observe(canvas.parentElement ?? canvas);
    onCleanup(() => {
      observer.disconnect();
    });
    props.frames.onFrame((now, seconds) => {
      needle = moveNeedle(needle, props.read(), now, seconds);
      say(now);
      if (surface === undefined) return;
      const look = lookOf(surface, needle);
      if (look.lit === drawn?.lit && look.peak === drawn.peak) return;
      drawLook(surface, look);
      drawn = look;
    });
  });
  const words = () => props.describe?.(zone()) ?? t(`studio.zone_${zone()}`);
  return (
    <div
      class="vu"
      classList={{ h: props.isHorizontal === true }}
      {...(props.isDecorative
        ? { "aria-hidden": true }
        : { role: "meter", "aria-label": props.label, "aria-valuemin": 0, "aria-valuemax": 3 })}
      aria-valuenow={props.isDecorative ? undefined : ["quiet", "good", "loud", "tooLoud"].indexOf(zone())}
      aria-valuetext={props.isDecorative ? undefined : words()}
    >
      <canvas ref={canvas} />
    </div>
  );
}
