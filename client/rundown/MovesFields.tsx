import { createUniqueId, For } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { CartId } from "../../schemas/ids.ts";
import type { RundownMoves, RundownSpeaker } from "../../schemas/rundown.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Field } from "../ui/Field.tsx";
import type { ItemFormProps } from "./item-form-props.ts";
import { nameOfSpeaker } from "./read-class.ts";

const mostSounds = 4;
// Steps that a teacher can tell apart by ear.
const levels = [-24, -18, -12, -9, -6, -3, 0, 3, 6] as const;

/** What the desk does by itself when the part begins: microphones, sounds, bed, faders. */
export function MovesFields(props: ItemFormProps) {
  const { t } = useI18n();
  const move = (change: Partial<RundownMoves>) => {
    props.onChange({ moves: { ...props.item.moves, ...change } });
  };
  const setGain = (speaker: RundownSpeaker, gainDb: number | null) => {
    const others = props.item.moves.gains.filter((each) => each.speaker !== speaker);
    move({ gains: gainDb === null ? others : [...others, { speaker, gainDb }] });
  };
  return (
    <details class="rundown-moves">
      <summary>{t("rundown.moves")}</summary>
      <div class="stack">
        <Choice
          label={t("rundown.microphones")}
          chosen={props.item.moves.microphones}
          choices={{
            speakers: t("rundown.microphones_speakers"),
            keep: t("rundown.microphones_keep"),
            closed: t("rundown.microphones_closed"),
          }}
          onChoose={(microphones) => {
            move({ microphones });
          }}
        />
        <SoundsField {...props} />
        <BedField
          {...props}
          onBed={(bed) => {
            move({ bed });
          }}
        />
        <Level
          label={t("rundown.soundsLevel")}
          gainDb={props.item.moves.cartsGainDb}
          onGain={(cartsGainDb) => {
            move({ cartsGainDb });
          }}
        />
        <For each={props.item.speakers}>
          {(speaker) => (
            <Level
              label={t("rundown.levelOf", { name: nameOfSpeaker(speaker, props.known.pupils, t) ?? "" })}
              gainDb={props.item.moves.gains.find((each) => each.speaker === speaker)?.gainDb ?? null}
              onGain={(gainDb) => {
                setGain(speaker, gainDb);
              }}
            />
          )}
        </For>
      </div>
    </details>
  );
}

/** Jingles, stings and themes that start with the part. */
function SoundsField(props: ItemFormProps) {
  const { t, formats } = useI18n();
  const fired = () => props.known.carts.filter(({ kind }) => kind !== "bed");
  const isFull = () => props.item.cartIds.length >= mostSounds;
  const toggle = ({ id }: Cart, isOn: boolean) => {
    const others = props.item.cartIds.filter((cartId) => cartId !== id);
    props.onChange({ cartIds: isOn ? [...others, id] : others });
  };
  return (
    <fieldset class="rundown-sounds">
      <legend class="legend">{t("rundown.sounds")}</legend>
      <For each={fired()} fallback={<p class="small quiet">{t("rundown.noSounds")}</p>}>
        {(cart) => (
          <label class="check">
            <input
              type="checkbox"
              checked={props.item.cartIds.includes(cart.id)}
              disabled={isFull() && !props.item.cartIds.includes(cart.id)}
              onChange={(event) => {
                toggle(cart, event.currentTarget.checked);
              }}
            />
            {cart.title} <small class="quiet">{formats().clock(cart.durationSeconds)}</small>
          </label>
        )}
      </For>
    </fieldset>
  );
}

function BedField(props: ItemFormProps & { onBed: (bed: RundownMoves["bed"]) => void }) {
  const { t } = useI18n();
  const beds = () => props.known.carts.filter(({ kind }) => kind === "bed");
  const chosen = (value: string): RundownMoves["bed"] =>
    beds().find(({ id }) => id === value)?.id ?? (value === "off" ? "off" : "keep");
  const isChosen = (bed: CartId | "keep" | "off") => props.item.moves.bed === bed;
  return (
    <Field label={t("rundown.bed")}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          onChange={(event) => {
            props.onBed(chosen(event.currentTarget.value));
          }}
        >
          <option value="keep" selected={isChosen("keep")}>
            {t("rundown.bedKeep")}
          </option>
          <option value="off" selected={isChosen("off")}>
            {t("rundown.bedOff")}
          </option>
          <For each={beds()}>
            {(bed) => (
              <option value={bed.id} selected={isChosen(bed.id)}>
                {bed.title}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}

/** Where a fader goes; by words and figures, for it is set beforehand and not by ear. */
function Level(props: { label: string; gainDb: number | null; onGain: (gainDb: number | null) => void }) {
  const { t } = useI18n();
  const id = createUniqueId();
  const words = (gainDb: number) =>
    t("rundown.decibels", { count: `${gainDb > 0 ? "+" : ""}${gainDb}`.replace("-", "\u2212") });
  const offered = () =>
    props.gainDb === null || levels.some((level) => level === props.gainDb)
      ? [...levels]
      : [...levels, props.gainDb].sort((one, other) => one - other);
  return (
    <div class="rundown-level">
      <label for={id}>{props.label}</label>
      <select
        id={id}
        class="input"
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.onGain(value === "" ? null : Number(value));
        }}
      >
        <option value="" selected={props.gainDb === null}>
          {t("rundown.levelKeep")}
        </option>
        <For each={offered()}>
          {(level) => (
            <option value={level} selected={props.gainDb === level}>
              {words(level)}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}
