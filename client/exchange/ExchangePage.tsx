import { createResource, createSignal, onMount, Show } from "solid-js";
import type { ClassExchange } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { Catalogue } from "./Catalogue.tsx";
import { OfferDialog } from "./OfferDialog.tsx";
import { OwnOffers } from "./OwnOffers.tsx";
import { TakenThings } from "./TakenThings.tsx";
import "./exchange.css";

const readPage = async (id: ClassroomId) => {
  const [exchange, { channels }] = await Promise.all([api.exchange.read(id), api.classrooms.read(id)]);
  return { exchange, channels };
};

/** What classes give each other: the catalogue of the others, what this class offers, and what it has taken. */
export function ExchangePage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [found, { refetch, mutate }] = createResource(() => staff.classroom()?.id, readPage);
  const [isOffering, setOffering] = createSignal(false);
  const onExchange = (exchange: ClassExchange) => mutate((known) => known && { ...known, exchange });
  onMount(() => (document.title = `${t("exchange.title")} — Antenne`));
  return (
    <Show when={staff.classroom()?.id} keyed>
      {(classroomId) => (
        <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("exchange.title")}>
          {(page) => (
            <>
              <PageHead title={t("exchange.title")} hint={t("exchange.hint")} back={{ href: "/classe" }}>
                <Button look="primary" icon="share" onClick={() => setOffering(true)}>
                  {t("exchange.offer")}
                </Button>
              </PageHead>
              <div class="stack exchange">
                <Catalogue classroomId={classroomId} channels={page().channels} onTaken={onExchange} />
                <OwnOffers classroomId={classroomId} offers={page().exchange.offers} onChanged={() => void refetch()} />
                <TakenThings
                  classroomId={classroomId}
                  exchange={page().exchange}
                  channels={page().channels}
                  onChanged={() => void refetch()}
                />
                <Message look="info" title={t("exchange.rulesTitle")}>
                  <p>{t("exchange.rules")}</p>
                  <p>{t("exchange.rulesVoices")}</p>
                </Message>
              </div>
              <OfferDialog
                classroomId={classroomId}
                channels={page().channels}
                isOpen={isOffering()}
                onClose={() => setOffering(false)}
                onOffered={onExchange}
              />
            </>
          )}
        </Loaded>
      )}
    </Show>
  );
}
