import { createUniqueId, For } from "solid-js";
import { birdShapes } from "../../schemas/bird-shapes.ts";
import type { Bird } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "./BirdAvatar.tsx";
import "./avatar-picker.css";

const birds = Object.keys(birdShapes) as Bird[];
const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Chooses a bird and a voice colour. Arrows move inside each row, as in any radio group. */
export function AvatarPicker(props: {
  bird: Bird;
  colour: number;
  onBird: (bird: Bird) => void;
  onColour: (colour: number) => void;
}) {
  const { t } = useI18n();
  const birdName = createUniqueId();
  return (
    <div class="avatar-picker">
      <fieldset>
        <legend class="legend">{t("birds.bird")}</legend>
        <div class="choices">
          <For each={birds}>
            {(bird) => (
              <label>
                <input type="radio" name={birdName} checked={bird === props.bird} onChange={() => props.onBird(bird)} />
                <BirdAvatar bird={bird} colour={props.colour} />
                <span class="sr-only">{t(`birds.${bird}`)}</span>
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <ColourPicker legend={t("birds.colour")} colour={props.colour} onColour={(colour) => props.onColour(colour)} />
    </div>
  );
}

/** Chooses one of the eight colours. */
export function ColourPicker(props: { legend: string; colour: number; onColour: (colour: number) => void }) {
  const { t } = useI18n();
  const name = createUniqueId();
  return (
    <fieldset class="avatar-picker">
      <legend class="legend">{props.legend}</legend>
      <div class="choices">
        <For each={colours}>
          {(colour) => (
            <label>
              <input
                type="radio"
                name={name}
                checked={colour === props.colour}
                onChange={() => props.onColour(colour)}
              />
              <span class={`bird v${colour} swatch`} aria-hidden="true">
                {colour}
              </span>
              <span class="sr-only">{t(`birds.colour${colour}`)}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
