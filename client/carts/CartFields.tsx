import { For, type JSX } from "solid-js";
import type { CartKind, CartMode, CartSettings } from "../../schemas/carts.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { ColourPicker } from "../ui/AvatarPicker.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Switch } from "../ui/Switch.tsx";

/** What a teacher says of a cart when it comes. */
export type CartWords = Pick<CartSettings, "title" | "kind" | "colour" | "mode" | "isForPupils">;

const kinds = ["jingle", "sting", "theme", "bed"] as const satisfies CartKind[];
const modes = ["oneShot", "loop", "hold"] as const satisfies CartMode[];

/** Name, use, way of playing and colour of a cart, before whatever else is set of it. */
export function CartFields(props: {
  words: CartWords;
  onChange: (part: Partial<CartWords>) => void;
  children?: JSX.Element;
}) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t("carts.title")}
        required
        maxlength={120}
        value={props.words.title}
        onInput={(event) => props.onChange({ title: event.currentTarget.value })}
      />
      <div class="cart-uses">
        <Chosen
          label={t("carts.kind")}
          chosen={props.words.kind}
          choices={kinds}
          nameOf={(kind) => t(`carts.${kind}`)}
          onChoose={(kind) => props.onChange({ kind, ...(kind === "bed" ? { mode: "loop" } : {}) })}
        />
        <Chosen
          label={t("carts.mode")}
          chosen={props.words.mode}
          choices={modes}
          nameOf={(mode) => t(`carts.${mode}`)}
          onChoose={(mode) => props.onChange({ mode })}
        />
      </div>
      <ColourPicker
        legend={t("carts.colour")}
        colour={props.words.colour}
        onColour={(colour) => props.onChange({ colour })}
      />
      {props.children}
    </>
  );
}

/** Whether pupils at the desk may fire it. */
export function ForPupilsSwitch(props: {
  words: Pick<CartWords, "isForPupils">;
  onChange: (part: Pick<CartWords, "isForPupils">) => void;
}) {
  const { t } = useI18n();
  return (
    <Switch
      isOn={props.words.isForPupils}
      hint={t("carts.isForPupilsHint")}
      onChange={(isForPupils) => props.onChange({ isForPupils })}
    >
      {t("carts.isForPupils")}
    </Switch>
  );
}

function Chosen<Word extends CartKind | CartMode>(props: {
  label: string;
  chosen: Word;
  choices: readonly Word[];
  nameOf: (word: Word) => string;
  onChoose: (word: Word) => void;
}) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <select {...ids} class="input" onChange={(event) => props.onChoose(event.currentTarget.value as Word)}>
          <For each={props.choices}>
            {(word) => (
              <option value={word} selected={word === props.chosen}>
                {props.nameOf(word)}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
