import { createResource, For, Show } from "solid-js";
import type { Channel, SisterChannel } from "../../schemas/channels.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

const mostSisters = 12;

/** Radios of the station that this one names to its listeners: only those that are open to everybody. */
export function SistersCard(props: { channel: Channel }) {
  const { t } = useI18n();
  const say = useToasts();
  const [found, { refetch, mutate }] = createResource(
    () => props.channel.slug,
    async (slug) => {
      const [radios, page] = await Promise.all([api.channels.listPublic(), api.channels.open(slug)]);
      return {
        others: radios.filter(({ channel }) => channel.slug !== slug),
        chosen: page.sisters.map(({ id }) => id),
      };
    },
  );
  const saving = createAttempt(async (chosen: SisterChannel["id"][]) => {
    await api.channels.change(props.channel.id, { sisters: chosen });
    mutate((known) => known && { ...known, chosen });
    say(t("library.channelSaved"));
  });
  const toggle = (chosen: ChannelId[], id: ChannelId) =>
    void saving.attempt(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <section class="panel" aria-labelledby="sisters-title">
      <div class="panel-head">
        <h2 id="sisters-title">{t("channel.sisters")}</h2>
      </div>
      <div class="panel-body stack">
        <p class="small quiet">{t("soundbites.sistersHint")}</p>
        <Loaded from={found} onRetry={() => void refetch()}>
          {(known) => (
            <Show when={known().others.length > 0} fallback={<p class="small">{t("soundbites.sistersNone")}</p>}>
              <ul class="stack tight">
                <For each={known().others}>
                  {({ channel, classroomName, school }) => (
                    <li>
                      <label class="check">
                        <input
                          type="checkbox"
                          checked={known().chosen.includes(channel.id)}
                          disabled={
                            saving.isBusy() ||
                            (known().chosen.length >= mostSisters && !known().chosen.includes(channel.id))
                          }
                          onChange={() => toggle(known().chosen, channel.id)}
                        />
                        <span>
                          {channel.title}
                          <small class="hint">
                            {classroomName}, {school.name}
                          </small>
                        </span>
                      </label>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Loaded>
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </section>
  );
}
