import { createEffect, createResource, createSignal, For, on, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { ClassExchange, OfferKind, OfferReach } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api, ApiError } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, TextArea, TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { readSources, type Source } from "./read-sources.ts";

type OfferProps = {
  classroomId: ClassroomId;
  channels: readonly Channel[];
  isOpen: boolean;
  onClose: () => void;
  onOffered: (exchange: ClassExchange) => void;
};

/** Offers something of the class to others: what, under which name, to whom. */
export function OfferDialog(props: OfferProps) {
  const { t } = useI18n();
  const [sources, { refetch }] = createResource(
    () => props.isOpen && props.classroomId,
    (id) => readSources(id, props.channels),
  );
  return (
    <Dialog isOpen={props.isOpen} title={t("exchange.offerTitle")} onClose={() => props.onClose()}>
      <Loaded from={sources} onRetry={() => void refetch()}>
        {(found) => <OfferForm {...props} sources={found()} />}
      </Loaded>
    </Dialog>
  );
}

function OfferForm(props: OfferProps & { sources: Readonly<Record<OfferKind, readonly Source[]>> }) {
  const { t } = useI18n();
  const say = useToasts();
  const [kind, setKind] = createSignal<OfferKind>("rundown");
  const [sourceId, setSourceId] = createSignal<string>();
  const [typed, setTyped] = createSignal<string>();
  const [words, setWords] = createSignal("");
  const [reach, setReach] = createSignal<OfferReach>("school");
  const [areNamesSeen, setNamesSeen] = createSignal(false);
  const listed = () => props.sources[kind()];
  const source = () => listed().find(({ id }) => id === sourceId()) ?? listed()[0];
  const title = () => typed() ?? source()?.title ?? "";
  const offering = createAttempt(async (sourceIdNow: string) => {
    const wanted = { kind: kind(), title: title(), words: words(), reach: reach(), areNamesSeen: areNamesSeen() };
    props.onOffered(await api.exchange.offer(props.classroomId, { ...wanted, sourceId: sourceIdNow }));
    say(t("exchange.offered"));
    props.onClose();
  });
  // Other words may name others.
  createEffect(on([title, words, source], () => setNamesSeen(false), { defer: true }));
  const isNamed = () => {
    const thrown = offering.thrown();
    return thrown instanceof ApiError && thrown.code === "offer.names";
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = source();
    if (chosen !== undefined) void offering.attempt(chosen.id);
  };
  const choose = (next: OfferKind) => {
    setKind(next);
    setSourceId(undefined);
    setTyped(undefined);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Choice
        label={t("exchange.what")}
        chosen={kind()}
        choices={{
          rundown: t("exchange.kind_rundown"),
          series: t("exchange.kind_series"),
          cart: t("exchange.kind_cart"),
          episode: t("exchange.kind_episode"),
        }}
        onChoose={choose}
      />
      <p class="small quiet">{t(`exchange.about_${kind()}`)}</p>
      <Show when={listed().length > 0} fallback={<Message look="info" title={t("exchange.sourceNone")} />}>
        <Field label={t(`exchange.source_${kind()}`)}>
          {(ids) => (
            <select {...ids} class="input" onChange={(event) => setSourceId(event.currentTarget.value)}>
              <For each={listed()}>{(each) => <option value={each.id}>{each.title}</option>}</For>
            </select>
          )}
        </Field>
        <TextField
          label={t("exchange.offerName")}
          required
          maxLength={120}
          value={title()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <TextArea
          label={t("exchange.words")}
          hint={t("exchange.wordsHint")}
          rows={3}
          maxLength={2_000}
          value={words()}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <Choice
          label={t("exchange.reach")}
          chosen={reach()}
          choices={{ school: t("exchange.reach_school"), region: t("exchange.reach_region") }}
          onChoose={setReach}
        />
        <Show when={offering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Show when={isNamed()}>
          <Switch isOn={areNamesSeen()} onChange={setNamesSeen}>
            {t("exchange.namesSeen")}
          </Switch>
        </Show>
        <div class="form-end">
          <Button look="primary" type="submit" class="push" icon="share" isBusy={offering.isBusy()}>
            {t("exchange.offer")}
          </Button>
        </div>
      </Show>
    </form>
  );
}
