import { createEffect, createSignal, on, Show, untrack } from "solid-js";
import type { Cart, CartSettings } from "../../schemas/carts.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { CartFields, ForPupilsSwitch } from "./CartFields.tsx";
import { RightsFields } from "./RightsFields.tsx";
import { SoundFields } from "./SoundFields.tsx";
import "./carts.css";

const settingsOf = (cart: Cart): CartSettings => ({
  ...{ title: cart.title, kind: cart.kind, colour: cart.colour, mode: cart.mode, gainDb: cart.gainDb },
  ...{ fadeOutSeconds: cart.fadeOutSeconds, nextCartId: cart.nextCartId, isForPupils: cart.isForPupils },
  rights: cart.rights,
});

/** Everything that can be set of a cart. */
export function CartForm(props: {
  cart: Cart;
  shelf: readonly Cart[];
  /** Beside a desk: what is changed more rarely lies folded, and what is left fits. */
  isFolded?: boolean;
  onSaved: (cart: Cart) => void;
}) {
  const { t } = useI18n();
  const [settings, setSettings] = createSignal(untrack(() => settingsOf(props.cart)));
  createEffect(
    on(
      () => props.cart.id,
      () => setSettings(settingsOf(props.cart)),
      { defer: true },
    ),
  );
  const change = (part: Partial<CartSettings>) => setSettings({ ...settings(), ...part });
  const saving = createAttempt(async () => props.onSaved(await api.carts.change(props.cart.id, settings())));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  const rarer = () => (
    <>
      <SoundFields cart={props.cart} shelf={props.shelf} settings={settings()} onChange={change} />
      <RightsFields rights={settings().rights} onRights={(rights) => change({ rights })} />
      <ForPupilsSwitch words={settings()} onChange={change} />
    </>
  );
  return (
    <form class="stack cart-form" onSubmit={submit}>
      <CartFields words={settings()} onChange={change}>
        <Show when={props.isFolded} fallback={rarer()}>
          <details>
            <summary>{t("carts.rarer")}</summary>
            <div class="stack">{rarer()}</div>
          </details>
        </Show>
      </CartFields>
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
}
