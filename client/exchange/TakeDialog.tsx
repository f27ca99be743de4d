import { createSignal, For, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { ClassExchange, Offer } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

type TakeProps = {
  classroomId: ClassroomId;
  channels: readonly Channel[];
  /** What is to be taken; closed without one. */
  offer: Offer | undefined;
  onClose: () => void;
  onTaken: (exchange: ClassExchange) => void;
};

/** Says what becomes of an offer that is taken, and whose it stays; an episode also asks for the channel in which it is heard. */
export function TakeDialog(props: TakeProps) {
  const { t } = useI18n();
  const say = useToasts();
  const [channelId, setChannelId] = createSignal<string>();
  const channel = () => props.channels.find(({ id }) => id === channelId()) ?? props.channels[0];
  const taking = createAttempt(async ({ id, kind }: Offer) => {
    const into = kind === "episode" ? (channel()?.id ?? null) : null;
    props.onTaken(await api.exchange.take(props.classroomId, id, into));
    say(t("exchange.done"));
    props.onClose();
  });
  return (
    <Dialog
      isOpen={props.offer !== undefined}
      title={t("exchange.takeTitle", { title: props.offer?.title ?? "" })}
      onClose={() => {
        taking.forget();
        props.onClose();
      }}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("frame.cancel")}</Button>
          <Button
            look="primary"
            icon="download"
            isBusy={taking.isBusy()}
            onClick={() => props.offer && void taking.attempt(props.offer)}
          >
            {t("exchange.take")}
          </Button>
        </>
      }
    >
      <Show when={props.offer}>
        {(offer) => (
          <div class="stack">
            <p>{t(`exchange.take_${offer().kind}`)}</p>
            <p>
              {t("exchange.takeCredit")} <b>{offer().credit}</b>
            </p>
            <Show when={offer().kind === "episode"}>
              <Field label={t("exchange.channel")}>
                {(ids) => (
                  <select {...ids} class="input" onChange={(event) => setChannelId(event.currentTarget.value)}>
                    <For each={props.channels}>{(each) => <option value={each.id}>{each.title}</option>}</For>
                  </select>
                )}
              </Field>
            </Show>
            <Show when={taking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
