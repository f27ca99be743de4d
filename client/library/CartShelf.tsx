import { createResource, createSignal, For, onCleanup, Show } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { AddCart } from "./AddCart.tsx";
import { ChangeCart } from "./ChangeCart.tsx";

/** The sounds that the desk can fire. */
export function CartShelf(props: { classroomId: ClassroomId }) {
  const { t } = useI18n();
  const [carts, { refetch }] = createResource(
    () => props.classroomId,
    (id) => api.classrooms.listCarts(id),
  );
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
      <Loaded from={carts} onRetry={() => void refetch()}>
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={
              <Empty level={3} title={t("library.cartNone")} icon="note">
                {t("library.cartNoneHint")}
              </Empty>
            }
          >
            <ul>
              <For each={found()}>
                {(cart) => <CartRow cart={cart} listening={listening} onChanged={() => void refetch()} />}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <AddCart
        classroomId={props.classroomId}
        isOpen={isAdding()}
        onClose={() => setAdding(false)}
        onAdded={() => void refetch()}
      />
    </section>
  );
}

type Listening = ReturnType<typeof createListeningToOne>;

/** Hears one cart at a time. */
function createListeningToOne() {
  const audio = new Audio();
  const [heard, setHeard] = createSignal<string>();
  audio.onended = () => setHeard(undefined);
  audio.onerror = () => setHeard(undefined);
  onCleanup(() => audio.pause());
  const toggle = (cart: Cart) => {
    const isStopping = heard() === cart.id;
    audio.pause();
    setHeard(isStopping ? undefined : cart.id);
    if (isStopping) return;
    audio.src = api.carts.soundUrl(cart.id);
    void audio.play().catch(() => setHeard(undefined));
  };
  return { heard, toggle };
}

function CartRow(props: { cart: Cart; listening: Listening; onChanged: () => void }) {
  const { t, formats } = useI18n();
  const [asked, setAsked] = createSignal<"change" | "remove">();
  const isHeard = () => props.listening.heard() === props.cart.id;
  const title = () => ({ title: props.cart.title });
  const remove = async () => {
    await api.carts.remove(props.cart.id);
    props.onChanged();
  };
  return (
    <li class={`cart-row v${props.cart.colour}`}>
      <Button
        size="square"
        icon={isHeard() ? "stop" : "play"}
        aria-label={isHeard() ? t("library.cartStop", title()) : t("library.cartListen", title())}
        onClick={() => props.listening.toggle(props.cart)}
      />
      <div>
        <b>{props.cart.title}</b>
        <span class="small quiet">{formats().clock(props.cart.durationSeconds)}</span>
      </div>
      <Chip>{t(`library.${props.cart.kind}`)}</Chip>
      <Button
        look="bare"
        size="square"
        icon="pencil"
        aria-label={t("library.cartChange", title())}
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
    </li>
  );
}
