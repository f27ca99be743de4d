import { For, Show, type JSX } from "solid-js";
import "./level-choice.css";

/** What a level is called, and what is heard at it where that is told apart. */
export type LevelWords = { word: string; heard?: string | undefined };

type ChoiceProps = {
  name: string;
  question: JSX.Element;
  levels: readonly LevelWords[];
  chosen: number | null | undefined;
  isDone?: boolean;
  onChoose: (level: number) => void;
};

/** One thing that was listened for: its levels in words, as bars of growing height. */
export function LevelChoice(props: ChoiceProps) {
  return (
    <fieldset class="level-choice">
      <legend>{props.question}</legend>
      <div class="levels">
        <For each={props.levels}>
          {(level, place) => (
            <label>
              <input
                type="radio"
                name={props.name}
                checked={props.chosen === place() + 1}
                disabled={props.isDone}
                onChange={() => props.onChoose(place() + 1)}
              />
              <span class="bars" aria-hidden="true">
                <For each={props.levels}>{(_, bar) => <i classList={{ full: bar() <= place() }} />}</For>
              </span>
              {level.word}
              <Show when={level.heard}>
                <span class="level-heard">{level.heard}</span>
              </Show>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
