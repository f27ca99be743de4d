import { createSignal, Show, type Resource } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { createListeningToOne, type ListeningToOne } from "../carts/create-listening-to-one.ts";
import { RightsLine } from "../carts/RightsLine.tsx";
import { SortableList } from "../ui/SortableList.tsx";
import "../carts/carts.css";
import { AddCart } from "./AddCart.tsx";
import { ChangeCart } from "./ChangeCart.tsx";

type CartShelfProps = {
  classroomId: ClassroomId;
  carts: Resource<Cart[]>;
  refetch: () => unknown;
  /** Shows them in another order, before the station knows it. */
  mutate: (order: Cart[]) => void;
};

/** The sounds that the desk can fire. */
export function CartShelf(props: CartShelfProps) {
  const { t } = useI18n();
  const arrange = (order: Cart[]) => {
    props.mutate(order);
    const ids = order.map(({ id }) => id);
    void api.classrooms.arrangeCarts(props.classroomId, ids).catch(() => props.refetch());
  };
  const [isAdding, setAdding] = createSignal(false);
  const listening = createListeningToOne();
  return (
    <section class="panel carts" aria-labelledby="carts-title">
      <div class="panel-head">
        <h2 id="carts-title">{t("library.carts")}</h2>
        <Button class="push" icon="plus" onClick={() => setAdding(true)}>
          {t("library.cartAdd")}
        </Button>
      </div>
      <p class="small quiet carts-hint">{t("library.cartsHint")}</p>
      <Loaded from={props.carts} onRetry={() => void props.refetch()}>
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={
              <Empty level={3} title={t("library.cartNone")} icon="note">
                {t("library.cartNoneHint")}
              </Empty>
            }
          >
            <SortableList
              items={found()}
              label={t("library.carts")}
              hint={t("carts.moveHint")}
              handleLabel={({ title }, place) => t("carts.move", { title, place, count: found().length })}
              moved={({ title }, place) => t("carts.moved", { title, place })}
              onOrder={arrange}
            >
              {(cart) => (
                <CartRow cart={cart} shelf={found()} listening={listening} onChanged={() => void props.refetch()} />
              )}
            </SortableList>
          </Show>
        )}
      </Loaded>
      <AddCart
        classroomId={props.classroomId}
        isOpen={isAdding()}
        onClose={() => setAdding(false)}
        onAdded={() => void props.refetch()}
      />
    </section>
  );
}

type CartRowProps = { cart: Cart; shelf: readonly Cart[]; listening: ListeningToOne; onChanged: () => void };

function CartRow(props: CartRowProps) {
  const { t, formats } = useI18n();
  const [asked, setAsked] = createSignal<"change" | "remove">();
  const isHeard = () => props.listening.heard() === api.carts.soundUrl(props.cart.id);
  const title = () => ({ title: props.cart.title });
  const length = () => formats().clock(Math.max(1, Math.round(props.cart.durationSeconds)));
  const way = () => (props.cart.mode === "oneShot" ? [] : [t(`carts.${props.cart.mode}`)]);
  const level = () => t("carts.gainValue", { gain: formats().decimal(props.cart.gainDb) });
  const remove = async () => {
    await api.carts.remove(props.cart.id);
    props.onChanged();
  };
  return (
    <div class={`cart-row v${props.cart.colour}`}>
      <Button
        size="square"
        icon={isHeard() ? "stop" : "play"}
        aria-label={isHeard() ? t("library.cartStop", title()) : t("library.cartListen", title())}
        onClick={() => props.listening.toggle(api.carts.soundUrl(props.cart.id))}
      />
      <div>
        <b>{props.cart.title}</b>
        <span class="small quiet">{[t(`carts.${props.cart.kind}`), length(), ...way(), level()].join(" · ")}</span>
        <RightsLine rights={props.cart.rights} />
      </div>
      <Button
        look="bare"
        size="square"
        icon="pencil"
        aria-label={t("carts.change", title())}
        onClick={() => setAsked("change")}
      />
      <Button
        look="bare"
        size="square"
        icon="bin"
        aria-label={t("library.cartRemove", title())}
        onClick={() => setAsked("remove")}
      />
      <ChangeCart
        cart={props.cart}
        shelf={props.shelf}
        isOpen={asked() === "change"}
        onClose={() => setAsked(undefined)}
        onChanged={() => props.onChanged()}
      />
      <ConfirmDialog
        isOpen={asked() === "remove"}
        title={t("library.cartRemoveTitle", title())}
        keep={t("frame.keep")}
        confirm={t("library.cartRemoveGo")}
        onClose={() => setAsked(undefined)}
        onConfirm={() => remove()}
      >
        {t("library.cartRemoveText")}
      </ConfirmDialog>
    </div>
  );
}
