import type { Cart } from "../../schemas/carts.ts";
import { CartForm } from "../carts/CartForm.tsx";
import { useI18n } from "../i18n/I18n.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useToasts } from "../ui/Toasts.tsx";

type ChangeCartProps = {
  cart: Cart;
  shelf: readonly Cart[];
  isOpen: boolean;
  onClose: () => void;
  onChanged: () => void;
};

/** Changes what is set of a cart. */
export function ChangeCart(props: ChangeCartProps) {
  const { t } = useI18n();
  const say = useToasts();
  const keep = () => {
    say(t("carts.saved"));
    props.onChanged();
    props.onClose();
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      title={t("carts.change", { title: props.cart.title })}
      onClose={() => props.onClose()}
    >
      <CartForm cart={props.cart} shelf={props.shelf} onSaved={keep} />
    </Dialog>
  );
}
