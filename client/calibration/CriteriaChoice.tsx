import { For } from "solid-js";
import type { AnchorSettings } from "../../schemas/anchors.ts";
import { LevelChoice } from "../ui/LevelChoice.tsx";

type ChoiceProps = {
  name: string;
  criteria: AnchorSettings["criteria"];
  levels: readonly (number | undefined)[];
  onChoose: (index: number, level: number) => void;
};

/** A level for each criterion. */
export function CriteriaChoice(props: ChoiceProps) {
  return (
    <For each={props.criteria}>
      {(criterion, index) => (
        <LevelChoice
          name={`${props.name}-${index()}`}
          question={criterion.title}
          levels={criterion.levels.map((word) => ({ word }))}
          chosen={props.levels[index()]}
          onChoose={(level) => props.onChoose(index(), level)}
        />
      )}
    </For>
  );
}
