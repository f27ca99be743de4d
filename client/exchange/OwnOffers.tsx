import { createSignal, For, Show } from "solid-js";
import type { OwnOffer } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { createListeningToOne } from "../carts/create-listening-to-one.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { OfferWords } from "./OfferWords.tsx";

/** What the class offers, to whom, how many have taken it, and a key to take it back. */
export function OwnOffers(props: { classroomId: ClassroomId; offers: readonly OwnOffer[]; onChanged: () => void }) {
  const { t, count } = useI18n();
  const say = useToasts();
  const listening = createListeningToOne();
  const [asked, setAsked] = createSignal<OwnOffer>();
  const takeBack = async () => {
    await api.exchange.takeBack(props.classroomId, asked()!.id);
    say(t("exchange.takenBack"));
    props.onChanged();
  };
  const taken = ({ classes }: OwnOffer) =>
    classes === 0 ? t("exchange.classesNone") : count("exchange.classes", classes);
  return (
    <section class="panel" aria-labelledby="own-offers-title">
      <div class="panel-head">
        <h2 id="own-offers-title">{t("exchange.own")}</h2>
      </div>
      <Show when={props.offers.length > 0} fallback={<p class="panel-body quiet">{t("exchange.ownNone")}</p>}>
        <ul class="row-list">
          <For each={props.offers}>
            {(offer) => (
              <li>
                <div class="what stack tight">
                  <OfferWords offer={offer} listening={listening} isOwn />
                  <span class="small quiet">
                    {t(`exchange.reach_${offer.reach}`)} · {taken(offer)}
                  </span>
                  <Show when={!offer.isOut}>
                    <span class="small row tight">
                      <Icon name="warning" />
                      {t("exchange.notOut")}
                    </span>
                  </Show>
                </div>
                <Button
                  icon="undo"
                  aria-label={t("exchange.takeBackOf", { title: offer.title })}
                  onClick={() => setAsked(offer)}
                >
                  {t("exchange.takeBack")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ConfirmDialog
        isOpen={asked() !== undefined}
        title={t("exchange.takeBackTitle", { title: asked()?.title ?? "" })}
        keep={t("frame.keep")}
        confirm={t("exchange.takeBack")}
        onClose={() => setAsked(undefined)}
        onConfirm={takeBack}
      >
        {t(asked()?.kind === "episode" ? "exchange.takeBackEpisode" : "exchange.takeBackText")}
      </ConfirmDialog>
    </section>
  );
}
