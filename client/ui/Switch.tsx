import { createUniqueId, Show, type JSX } from "solid-js";

/** Something that is on or off at once, without a key to confirm. */
export function Switch(props: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: string;
  children: JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={props.isOn}
        aria-describedby={props.hint === undefined ? undefined : id}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="rail" />
      <span>
        {props.children}
        <Show when={props.hint}>
          <small class="hint" id={id}>
            {props.hint}
          </small>
        </Show>
      </span>
    </label>
  );
}
