import type { JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { createHeldValue } from "./create-held-value.ts";
import {
  boundedGain,
  gainAfterKey,
  gainAtPosition,
  highestGainDb,
  lowestGainDb,
  positionOfGain,
} from "./gain-curve.ts";
import { gainInWords } from "./gain-words.ts";
import { makeWheelSteps } from "./wheel-steps.ts";

const capPixels = 28;
const doubleTapMs = 350;
// With Shift, hand and wheel move a tenth as far.
const finePart = 0.1;

/** A fader in dB beside its meter, with the gain under both. Dragging is relative, so that touching it changes nothing; two taps, or 0, bring it to unity. */
export function Fader(props: {
  label: string;
  gainDb: number;
  isClosed: boolean;
  /** Not to be moved from here: it shows only. */
  isLocked?: boolean;
  tabIndex: 0 | -1;
  onGain: (gainDb: number) => void;
  /** The meter. */
  children: JSX.Element;
}) {
  const { t, language } = useI18n();
  const fader = createHeldValue(
    () => props.gainDb,
    (gainDb) => {
      props.onGain(gainDb);
    },
  );
  let track!: HTMLDivElement;
  let grip: { y: number; position: number; pointer: number } | undefined;
  const wheel = makeWheelSteps();
  let tappedAt = Number.NEGATIVE_INFINITY;

  const take = (event: PointerEvent) => {
    if (props.isLocked === true) return;
    if (event.timeStamp - tappedAt < doubleTapMs) fader.move(0);
    tappedAt = event.timeStamp;
    track.setPointerCapture(event.pointerId);
    grip = { y: event.clientY, position: positionOfGain(fader.value()), pointer: event.pointerId };
  };
  const drag = (event: PointerEvent) => {
    if (grip?.pointer !== event.pointerId) return;
    const travel = track.clientHeight - capPixels;
    const moved = ((grip.y - event.clientY) / Math.max(1, travel)) * (event.shiftKey ? finePart : 1);
    if (Math.abs(grip.y - event.clientY) > 3) tappedAt = Number.NEGATIVE_INFINITY;
    if (moved !== 0) fader.move(gainAtPosition(Math.min(1, Math.max(0, grip.position + moved))));
  };
  const press = (event: KeyboardEvent) => {
    const next = gainAfterKey(fader.value(), event.key, event.shiftKey);
    if (props.isLocked === true || next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    // 0 means unity here, not the tenth jingle.
    event.stopPropagation();
    fader.move(next);
  };
  const turn = (event: WheelEvent) => {
    event.preventDefault();
    const steps = wheel.turn(event);
    if (steps !== 0 && props.isLocked !== true)
      fader.move(boundedGain(fader.value() - steps * (event.shiftKey ? finePart : 1)));
  };
  return (
    <>
      <div class="travel">
        {props.children}
        <div
          ref={track}
          class="fader"
          classList={{ closed: props.isClosed }}
          style={{ "--v": positionOfGain(fader.value()) * 100 }}
          role="slider"
          tabindex={props.tabIndex}
          data-control="fader"
          aria-orientation="vertical"
          aria-label={props.label}
          aria-disabled={props.isLocked === true ? "true" : undefined}
          aria-valuemin={lowestGainDb}
          aria-valuemax={highestGainDb}
          aria-valuenow={fader.value()}
          aria-valuetext={gainInWords(fader.value(), language(), t)}
          onPointerDown={take}
          onPointerMove={drag}
          onPointerUp={() => (grip = undefined)}
          onPointerCancel={() => (grip = undefined)}
          onKeyDown={press}
          on:wheel={{ handleEvent: turn, passive: false }}
        >
          <span class="ticks" />
          <span class="zero" />
          <span class="cap" />
        </div>
      </div>
      <output class="db" aria-hidden="true">
        {gainInWords(fader.value(), language(), t, "short")}
      </output>
    </>
  );
}
