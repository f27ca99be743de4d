import { createEffect, createMemo, Match, on, Switch } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { CartForm } from "../carts/CartForm.tsx";
import { PadArranger } from "../carts/PadArranger.tsx";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import type { PadPanelKey, PadPanelView } from "./pad-panel.ts";

/** Where sounds are changed and put in order during a show: over the left column, never over strips, pads, on air or Couper. */
export function PadPanel(props: { view: PadPanelView; snapshot: StudioSnapshot; panel: PadPanelKey }) {
  const { t } = useI18n();
  let title!: HTMLHeadingElement;
  const cart = createMemo(() => {
    const { view } = props;
    return view.kind === "cart" ? props.snapshot.carts.find(({ id }) => id === view.cartId) : undefined;
  });
  createEffect(
    on(
      () => props.view,
      () => {
        title.focus();
      },
    ),
  );
  const words = () => {
    const shown = cart();
    return shown === undefined ? t("studio.padsPanel") : t("carts.change", { title: shown.title });
  };
  return (
    <section
      class="panel pad-panel"
      role="dialog"
      aria-label={words()}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.panel.close();
      }}
    >
      <div class="panel-head">
        <h2 ref={title} tabIndex={-1}>
          {words()}
        </h2>
        <Button
          look="bare"
          size="square"
          icon="close"
          class="push"
          aria-label={t("frame.close")}
          onClick={() => {
            props.panel.close();
          }}
        />
      </div>
      <div class="column-body">
        <Switch
          fallback={
            <PadArranger
              showId={props.snapshot.showId}
              shelf={props.snapshot.carts}
              onEdit={(cartId) => {
                props.panel.open({ kind: "cart", cartId });
              }}
            />
          }
        >
          <Match when={cart()}>
            {(shown) => (
              <CartForm
                cart={shown()}
                shelf={props.snapshot.carts}
                isFolded
                onSaved={() => {
                  props.panel.close();
                }}
              />
            )}
          </Match>
        </Switch>
      </div>
    </section>
  );
}
