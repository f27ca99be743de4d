import { For, type JSX } from "solid-js";

/** A few exclusive choices side by side. */
export function Choice<Word extends string>(props: {
  label: JSX.Element;
  chosen: Word | undefined;
  choices: Readonly<Record<Word, string>>;
  onChoose: (word: Word) => void;
}) {
  return (
    <fieldset class="choice">
      <legend class="legend">{props.label}</legend>
      <div class="segments">
        <For each={Object.keys(props.choices) as Word[]}>
          {(word) => (
            <button type="button" aria-pressed={word === props.chosen} onClick={() => props.onChoose(word)}>
              {props.choices[word]}
            </button>
          )}
        </For>
      </div>
    </fieldset>
  );
}
