import { createUniqueId, For, Show } from "solid-js";
import { advisedGainDb, type Cart, type CartSettings } from "../../schemas/carts.ts";
import type { CartId } from "../../schemas/ids.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type SoundFieldsProps = {
  cart: Cart;
  /** The classroom's carts, among which one follows this one. */
  shelf: readonly Cart[];
  settings: CartSettings;
  onChange: (part: Partial<CartSettings>) => void;
};

/** How a cart sounds: its level beside voices, its fade-out, and what follows it. */
export function SoundFields(props: SoundFieldsProps) {
  const { t, formats } = useI18n();
  return (
    <>
      <GainField {...props} />
      <Field
        label={`${t("carts.fadeOut")}\u00a0: ${t("carts.fadeOutSeconds", { seconds: formats().decimal(props.settings.fadeOutSeconds) })}`}
      >
        {(ids) => (
          <input
            {...ids}
            class="range"
            type="range"
            min={0.1}
            max={10}
            step={0.1}
            style={{ "--v": ((props.settings.fadeOutSeconds - 0.1) / 9.9) * 100 }}
            value={props.settings.fadeOutSeconds}
            aria-valuetext={t("carts.fadeOutSeconds", { seconds: formats().decimal(props.settings.fadeOutSeconds) })}
            onInput={(event) => props.onChange({ fadeOutSeconds: event.currentTarget.valueAsNumber })}
          />
        )}
      </Field>
      <Show when={props.settings.mode === "oneShot"}>
        <Field label={t("carts.next")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              onChange={(event) => props.onChange({ nextCartId: (event.currentTarget.value || null) as CartId | null })}
            >
              <option value="">{t("carts.noNext")}</option>
              <For each={props.shelf.filter(({ id }) => id !== props.cart.id)}>
                {(other) => (
                  <option value={other.id} selected={other.id === props.settings.nextCartId}>
                    {other.title}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
      </Show>
    </>
  );
}

function GainField(props: SoundFieldsProps) {
  const { t, formats } = useI18n();
  const hintId = createUniqueId();
  const advised = () => advisedGainDb({ kind: props.settings.kind, measure: props.cart.measure });
  const said = (gainDb: number) => t("carts.gainValue", { gain: formats().decimal(gainDb) });
  const hint = () => {
    const lufs = props.cart.measure.integratedLufs;
    if (lufs === null) return t("carts.unmeasured");
    return t("carts.measured", { lufs: formats().decimal(lufs), gain: formats().decimal(advised()) });
  };
  return (
    <div>
      <Field label={`${t("carts.gain")}\u00a0: ${said(props.settings.gainDb)}`}>
        {(ids) => (
          <input
            {...ids}
            class="range"
            type="range"
            min={-40}
            max={20}
            step={0.1}
            style={{ "--v": ((props.settings.gainDb + 40) / 60) * 100 }}
            value={props.settings.gainDb}
            aria-valuetext={said(props.settings.gainDb)}
            aria-describedby={hintId}
            onInput={(event) => props.onChange({ gainDb: event.currentTarget.valueAsNumber })}
          />
        )}
      </Field>
      <p class="hint small" id={hintId}>
        {hint()}
      </p>
      <Show when={props.settings.gainDb !== advised()}>
        <Button look="bare" icon="undo" onClick={() => props.onChange({ gainDb: advised() })}>
          {t("carts.advised")}
        </Button>
      </Show>
    </div>
  );
}
