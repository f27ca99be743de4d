import { createResource, createSignal, For, onCleanup, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { OfferKind, type ClassExchange, type Offer } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { createListeningToOne } from "../carts/create-listening-to-one.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { OfferWords } from "./OfferWords.tsx";
import { TakeDialog } from "./TakeDialog.tsx";

type CatalogueProps = {
  classroomId: ClassroomId;
  channels: readonly Channel[];
  onTaken: (exchange: ClassExchange) => void;
};

/** How long nobody types before what is typed is looked for. */
const pauseMs = 300;

/** What other classes offer: looked through, listened to, taken. */
export function Catalogue(props: CatalogueProps) {
  const { t } = useI18n();
  const [words, setWords] = createSignal("");
  const [kind, setKind] = createSignal<OfferKind>();
  const [offers, { refetch }] = createResource(
    () => ({ classroomId: props.classroomId, q: words(), kind: kind() }),
    ({ classroomId, q, kind: wanted }) =>
      api.exchange.search(classroomId, { ...(q !== "" && { q }), ...(wanted !== undefined && { kind: wanted }) }),
  );
  const listening = createListeningToOne();
  const [chosen, setChosen] = createSignal<Offer>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const type = (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => setWords(text.trim()), pauseMs);
  };
  const isAsked = () => words() !== "" || kind() !== undefined;
  return (
    <section class="panel" aria-labelledby="catalogue-title">
      <div class="panel-head">
        <h2 id="catalogue-title">{t("exchange.catalogue")}</h2>
      </div>
      <form class="exchange-search" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          type="search"
          label={t("exchange.search")}
          hint={t("exchange.searchHint")}
          maxLength={120}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <Field label={t("exchange.kind")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              onChange={(event) => setKind(OfferKind.options.find((each) => each === event.currentTarget.value))}
            >
              <option value="">{t("exchange.kindAll")}</option>
              <For each={OfferKind.options}>{(each) => <option value={each}>{t(`exchange.kind_${each}`)}</option>}</For>
            </select>
          )}
        </Field>
      </form>
      <Loaded from={offers} onRetry={() => void refetch()}>
        {(found) => (
          <Show when={found().length > 0} fallback={<Nothing isAsked={isAsked()} />}>
            <ul class="row-list">
              <For each={found()}>
                {(offer) => (
                  <li>
                    <OfferWords offer={offer} listening={listening} />
                    <Show when={offer.isTaken}>
                      <Chip look="ready" icon="tick">
                        {t("exchange.taken")}
                      </Chip>
                    </Show>
                    <Button
                      icon="download"
                      aria-label={t("exchange.takeOf", { title: offer.title })}
                      onClick={() => setChosen(offer)}
                    >
                      {t("exchange.take")}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
      <TakeDialog
        classroomId={props.classroomId}
        channels={props.channels}
        offer={chosen()}
        onClose={() => setChosen(undefined)}
        onTaken={(exchange) => {
          props.onTaken(exchange);
          void refetch();
        }}
      />
    </section>
  );
}

function Nothing(props: { isAsked: boolean }) {
  const { t } = useI18n();
  return (
    <Empty level={3} icon="share" title={t(props.isAsked ? "exchange.nothingFound" : "exchange.none")}>
      {t(props.isAsked ? "exchange.nothingFoundHint" : "exchange.noneHint")}
    </Empty>
  );
}
