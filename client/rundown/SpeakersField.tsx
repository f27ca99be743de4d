import { For, Show } from "solid-js";
import type { RundownSpeaker } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { ItemFormProps } from "./item-form-props.ts";
import { nameOfSpeaker } from "./read-class.ts";

/** Who speaks in a part: keys that stay pressed, in the order of the class; the order of choosing is the order of speaking. */
export function SpeakersField(props: ItemFormProps) {
  const { t } = useI18n();
  const offered = (): readonly RundownSpeaker[] => [
    ...props.known.pupils.map(({ id }) => id),
    "teacher" as const,
    "everybody" as const,
  ];
  const toggle = (speaker: RundownSpeaker) => {
    const chosen = props.item.speakers;
    const speakers = chosen.includes(speaker) ? chosen.filter((each) => each !== speaker) : [...chosen, speaker];
    const { moves } = props.item;
    // Who is named is meant to be heard: a part that kept all microphones closed opens theirs.
    const opens = chosen.length === 0 && moves.microphones === "closed";
    props.onChange({ speakers, ...(opens ? { moves: { ...moves, microphones: "speakers" } } : {}) });
  };
  const pupil = (speaker: RundownSpeaker) => props.known.pupils.find(({ id }) => id === speaker);
  return (
    <fieldset class="rundown-speakers">
      <legend class="legend">{t("rundown.speakers")}</legend>
      <For each={offered()}>
        {(speaker) => (
          <button
            type="button"
            class="btn"
            aria-pressed={props.item.speakers.includes(speaker)}
            onClick={() => {
              toggle(speaker);
            }}
          >
            <Show when={pupil(speaker)} fallback={<Icon name={speaker === "teacher" ? "teacher" : "family"} />}>
              {(known) => <BirdAvatar bird={known().bird} colour={known().colour} size="xs" />}
            </Show>
            {nameOfSpeaker(speaker, props.known.pupils, t)}
          </button>
        )}
      </For>
    </fieldset>
  );
}
