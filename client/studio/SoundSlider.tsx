import { createUniqueId, Show } from "solid-js";
import { createHeldValue } from "./create-held-value.ts";

/** A setting of the sound between two ends, with its value in words. Two taps bring it back to where it began. */
export function SoundSlider(props: {
  label: string;
  hint?: string;
  value: number;
  least: number;
  most: number;
  step: number;
  first: number;
  inWords: (value: number) => string;
  onValue: (value: number) => void;
}) {
  const id = createUniqueId();
  const held = createHeldValue(
    () => props.value,
    (value) => {
      props.onValue(value);
    },
  );
  const share = () => (100 * (held.value() - props.least)) / (props.most - props.least);
  return (
    <label class="field sound-slider">
      <span class="legend">
        {props.label}
        <b aria-hidden="true">{props.inWords(held.value())}</b>
      </span>
      <input
        type="range"
        class="range"
        min={props.least}
        max={props.most}
        step={props.step}
        style={{ "--v": String(share()) }}
        value={held.value()}
        aria-valuetext={props.inWords(held.value())}
        aria-describedby={props.hint === undefined ? undefined : id}
        onInput={(event) => {
          held.move(event.currentTarget.valueAsNumber);
        }}
        onDblClick={() => {
          held.move(props.first);
        }}
      />
      <Show when={props.hint}>
        <small class="hint" id={id}>
          {props.hint}
        </small>
      </Show>
    </label>
  );
}
