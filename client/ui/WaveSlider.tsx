import { createEffect, createMemo, createSignal, For, onCleanup, onMount } from "solid-js";
import "./wave-slider.css";

type WaveSliderProps = {
  label: string;
  /** The position in words: "2 min 46 sur 8 min 04, Rencontre avec le gardien". */
  text: string;
  /** Heights of 0 to 1 for as many bars as are asked for; an empty list draws a quiet line. */
  bars: (count: number) => readonly number[];
  lengthSeconds: number;
  positionSeconds: number;
  /** Instants marked under the wave. */
  marks: readonly number[];
  onSeek: (seconds: number) => void;
};

const pitch = 6;
const height = 72;
const stepSeconds = 15;

/** A waveform that is also the place in it: press or drag to go there, arrows by 15 s. Time runs left to right in every language. */
export function WaveSlider(props: WaveSliderProps) {
  let slider!: HTMLDivElement;
  const width = createWidth(() => slider);
  const path = createMemo(() => drawBars(props.bars(Math.max(1, Math.floor(width() / pitch)))));
  const share = (seconds: number) => (props.lengthSeconds > 0 ? Math.min(1, seconds / props.lengthSeconds) : 0);
  const seekTo = (event: PointerEvent) => {
    const box = slider.getBoundingClientRect();
    props.onSeek(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * props.lengthSeconds);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    slider.setPointerCapture(event.pointerId);
    seekTo(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.key, props.positionSeconds, props.lengthSeconds);
    if (place === undefined) return;
    event.preventDefault();
    props.onSeek(place);
  };
  return (
    <div
      ref={(element) => {
        slider = element;
        place(element, "--played", () => share(props.positionSeconds));
      }}
      class="wave-slider"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={Math.round(props.lengthSeconds)}
      aria-valuenow={Math.round(props.positionSeconds)}
      aria-valuetext={props.text}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => slider.hasPointerCapture(event.pointerId) && seekTo(event)}
      onKeyDown={onKeyDown}
    >
      <svg class="waveform" viewBox={`0 0 ${Math.max(1, width())} ${height}`} aria-hidden="true">
        <path d={path()} />
      </svg>
      <svg class="waveform played" viewBox={`0 0 ${Math.max(1, width())} ${height}`} aria-hidden="true">
        <path d={path()} />
      </svg>
      <For each={props.marks}>
        {(mark) => <i class="mark" ref={(element) => place(element, "--at", () => share(mark))} />}
      </For>
      <b class="playhead" />
    </div>
  );
}

/** Keeps a place, as a share of the width, in a property of an element: by script, since the pages' policy lets no style come with the text. */
const place = (element: HTMLElement, name: string, share: () => number) =>
  createEffect(() => element.style.setProperty(name, `${share() * 100}%`));

function drawBars(bars: readonly number[]): string {
  return bars
    .map((bar, index) => {
      const half = Math.max(0.01, bar * (height / 2 - 3));
      return `M${index * pitch + pitch / 2} ${(height / 2 - half).toFixed(1)}V${(height / 2 + half).toFixed(1)}`;
    })
    .join("");
}

function placeOf(key: string, position: number, length: number): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: position - stepSeconds,
    ArrowDown: position - stepSeconds,
    ArrowRight: position + stepSeconds,
    ArrowUp: position + stepSeconds,
    PageDown: position - stepSeconds * 4,
    PageUp: position + stepSeconds * 4,
    Home: 0,
    End: length,
  };
  return places[key];
}

function createWidth(element: () => HTMLElement) {
  const [width, setWidth] = createSignal(0);
  onMount(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });
  return width;
}
