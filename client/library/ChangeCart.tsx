import { createEffect, createSignal, on, Show, untrack } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { CartFields, type CartWords } from "./CartFields.tsx";

type ChangeCartProps = { cart: Cart; isOpen: boolean; onClose: () => void; onChanged: () => void };

const wordsOf = ({ title, kind, colour }: Cart): CartWords => ({ title, kind, colour });

/** Renames a cart, or gives it another use or colour. */
export function ChangeCart(props: ChangeCartProps) {
  const { t } = useI18n();
  const say = useToasts();
  const [words, setWords] = createSignal(untrack(() => wordsOf(props.cart)));
  createEffect(
    on(
      () => props.isOpen,
      () => setWords(wordsOf(props.cart)),
      { defer: true },
    ),
  );
  const saving = createAttempt(async () => {
    await api.carts.change(props.cart.id, words());
    say(t("library.cartSaved"));
    props.onChanged();
    props.onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      title={t("library.cartChange", { title: props.cart.title })}
      onClose={() => props.onClose()}
    >
      <form class="stack" onSubmit={submit}>
        <CartFields words={words()} onChange={(part) => setWords({ ...words(), ...part })} />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
            {t("frame.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
