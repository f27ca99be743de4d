import { createResource, createSignal, For, Show } from "solid-js";
import type { Cart, ShowPads } from "../../schemas/carts.ts";
import type { CartId, ShowId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { SortableList } from "../ui/SortableList.tsx";
import "./carts.css";

type PadArrangerProps = { showId: ShowId; shelf: readonly Cart[]; onEdit?: (cartId: CartId) => void };

/** Which sounds of the class are on a show's pads, and in which order; what is changed holds at once, also on air. */
export function PadArranger(props: PadArrangerProps) {
  const [pads, { refetch, mutate }] = createResource(
    () => props.showId,
    (id) => api.shows.readPads(id),
  );
  return (
    <Loaded from={pads} onRetry={() => void refetch()}>
      {(found) => <Arranged {...props} pads={found()} onPads={mutate} />}
    </Loaded>
  );
}

function Arranged(props: PadArrangerProps & { pads: ShowPads; onPads: (pads: ShowPads) => void }) {
  const { t } = useI18n();
  const [thrown, setThrown] = createSignal<unknown>();
  // Quick moves follow each other to the server; the list shows them at once.
  let sending = Promise.resolve();
  const choose = (cartIds: CartId[] | null) => {
    if (cartIds !== null) props.onPads({ cartIds, isOwn: true });
    sending = sending.then(async () => {
      try {
        const kept = await (cartIds === null
          ? api.shows.clearPads(props.showId)
          : api.shows.setPads(props.showId, cartIds));
        if (cartIds === null) props.onPads(kept);
        setThrown(undefined);
      } catch (error) {
        setThrown(() => error);
      }
    });
  };
  const on = () => props.pads.cartIds.flatMap((id) => props.shelf.find((cart) => cart.id === id) ?? []);
  const off = () => props.shelf.filter(({ id }) => !props.pads.cartIds.includes(id));
  return (
    <div class="stack pad-arranger">
      <p class="small quiet">{t("carts.padsHint")}</p>
      <h3>{t("carts.onPads")}</h3>
      <Show when={on().length > 0} fallback={<p class="small quiet">{t("carts.padsEmpty")}</p>}>
        <SortableList
          items={on()}
          label={t("carts.onPads")}
          hint={t("carts.moveHint")}
          handleLabel={({ title }, place) => t("carts.move", { title, place, count: on().length })}
          moved={({ title }, place) => t("carts.moved", { title, place })}
          onOrder={(carts) => choose(carts.map(({ id }) => id))}
        >
          {(cart, index) => (
            <>
              <PadName cart={cart} place={index() + 1} onEdit={props.onEdit} />
              <Button
                look="bare"
                size="square"
                icon="close"
                aria-label={t("carts.removePad", { title: cart.title })}
                onClick={() => choose(props.pads.cartIds.filter((id) => id !== cart.id))}
              />
            </>
          )}
        </SortableList>
      </Show>
      <h3>{t("carts.offPads")}</h3>
      <Show when={off().length > 0} fallback={<p class="small quiet">{t("carts.shelfEmpty")}</p>}>
        <ul class="sortable">
          <For each={off()}>
            {(cart) => (
              <li>
                <PadName cart={cart} place={undefined} onEdit={props.onEdit} />
                <Button
                  icon="plus"
                  size="square"
                  aria-label={t("carts.addPad", { title: cart.title })}
                  onClick={() => choose([...props.pads.cartIds, cart.id])}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Show when={props.pads.isOwn}>
        <Button look="bare" icon="undo" onClick={() => choose(null)}>
          {t("carts.padsOfClass")}
        </Button>
      </Show>
    </div>
  );
}

function PadName(props: { cart: Cart; place: number | undefined; onEdit: ((cartId: CartId) => void) | undefined }) {
  const { t, formats } = useI18n();
  return (
    <div class={`pad-name v${props.cart.colour}`}>
      <Show when={props.onEdit} fallback={<b>{props.cart.title}</b>}>
        {(edit) => (
          <button
            type="button"
            class="link-key"
            aria-label={t("carts.change", { title: props.cart.title })}
            onClick={() => edit()(props.cart.id)}
          >
            {props.cart.title}
          </button>
        )}
      </Show>
      <span class="small quiet">
        {t(`carts.${props.cart.kind}`)}, {formats().clock(Math.max(1, Math.round(props.cart.durationSeconds)))}
      </span>
      <Show when={props.place !== undefined && props.place <= 9}>
        <kbd aria-hidden="true">{props.place}</kbd>
      </Show>
    </div>
  );
}
