import { For } from "solid-js";
import type { Cart, CartKind } from "../../schemas/carts.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { ColourPicker } from "../ui/AvatarPicker.tsx";
import { Field, TextField } from "../ui/Field.tsx";

/** What a teacher says of a cart. */
export type CartWords = Pick<Cart, "title" | "kind" | "colour">;

const kinds = ["jingle", "sting", "theme", "bed"] as const satisfies CartKind[];

/** Name, use and colour of a cart. */
export function CartFields(props: { words: CartWords; onChange: (part: Partial<CartWords>) => void }) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t("library.cartTitle")}
        required
        maxlength={120}
        value={props.words.title}
        onInput={(event) => props.onChange({ title: event.currentTarget.value })}
      />
      <Field label={t("library.cartKind")}>
        {(ids) => (
          <select
            {...ids}
            class="input"
            value={props.words.kind}
            onChange={(event) => props.onChange({ kind: event.currentTarget.value as CartKind })}
          >
            <For each={kinds}>{(kind) => <option value={kind}>{t(`library.${kind}`)}</option>}</For>
          </select>
        )}
      </Field>
      <ColourPicker
        legend={t("library.cartColour")}
        colour={props.words.colour}
        onColour={(colour) => props.onChange({ colour })}
      />
    </>
  );
}
