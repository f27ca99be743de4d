import { For, Show } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { Channel } from "../../schemas/channels.ts";
import { CartId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Field } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

type InterludeCardProps = {
  channel: Channel;
  /** The class's sounds to choose from. */
  carts: readonly Cart[];
  onChanged: (channel: Channel) => void;
};

/** The address for radios, and what they hear between shows. */
export function InterludeCard(props: InterludeCardProps) {
  const { t } = useI18n();
  const say = useToasts();
  const address = () => `${location.origin}/live/${props.channel.slug}.mp3`;
  const chosen = () => props.carts.find(({ id }) => id === props.channel.interludeCartId)?.id;
  const choosing = createAttempt(async (id: string) => {
    const interludeCartId = id === "" ? null : CartId.parse(id);
    props.onChanged(await api.channels.change(props.channel.id, { interludeCartId }));
    say(t("library.channelSaved"));
  });
  return (
    <section class="panel cover-card" aria-labelledby="interlude-title">
      <h2 id="interlude-title">{t("library.radios")}</h2>
      <div class="radio-sets">
        <div class="stack tight">
          <CopyField label={t("library.radiosAddress")} value={address()} />
          <Show
            when={props.channel.visibility === "public"}
            fallback={<Message look="info" title={t("library.radiosClosed")} />}
          >
            <p class="small quiet">{t("library.radiosHint")}</p>
          </Show>
        </div>
        <Field
          label={t("library.interlude")}
          hint={chosen() === undefined ? t("library.interludeNoneHint") : t("library.interludeHint")}
        >
          {(ids) => (
            <select
              {...ids}
              class="input"
              disabled={choosing.isBusy()}
              onChange={(event) => void choosing.attempt(event.currentTarget.value)}
            >
              <option value="" selected={chosen() === undefined}>
                {t("library.interludeNone")}
              </option>
              <For each={props.carts}>
                {({ id, title }) => (
                  <option value={id} selected={id === chosen()}>
                    {title}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
      </div>
      <Show when={choosing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </section>
  );
}
