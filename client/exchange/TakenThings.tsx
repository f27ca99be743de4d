import { For, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { ClassExchange, Replay } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

type TakenProps = {
  classroomId: ClassroomId;
  exchange: ClassExchange;
  channels: readonly Channel[];
  onChanged: () => void;
};

/** The rundowns that the class took, and the episodes of others that are heard in its channels. */
export function TakenThings(props: TakenProps) {
  const { t } = useI18n();
  const say = useToasts();
  const removing = createAttempt(async (remove: () => Promise<unknown>) => {
    await remove();
    say(t("exchange.removed"));
    props.onChanged();
  });
  const channelOf = ({ channelId }: Replay) => props.channels.find(({ id }) => id === channelId)?.title ?? "";
  const isEmpty = () => props.exchange.templates.length + props.exchange.replays.length === 0;
  return (
    <section class="panel" aria-labelledby="taken-title">
      <div class="panel-head">
        <h2 id="taken-title">{t("exchange.fromOthers")}</h2>
      </div>
      <Show when={removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Show when={!isEmpty()} fallback={<p class="panel-body quiet">{t("exchange.fromOthersNone")}</p>}>
        <ul class="row-list">
          <For each={props.exchange.templates}>
            {(template) => (
              <Taken
                title={template.title}
                credit={template.credit}
                more={t("exchange.kind_rundown")}
                onRemove={() =>
                  void removing.attempt(() => api.exchange.removeTemplate(props.classroomId, template.id))
                }
              />
            )}
          </For>
          <For each={props.exchange.replays}>
            {(replay) => (
              <Taken
                title={replay.title}
                credit={replay.credit}
                more={
                  replay.isOut ? t("exchange.replayHeard", { channel: channelOf(replay) }) : t("exchange.replayGone")
                }
                onRemove={() => void removing.attempt(() => api.exchange.endReplay(replay.channelId, replay.episodeId))}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function Taken(props: { title: string; credit: string; more: string; onRemove: () => void }) {
  const { t } = useI18n();
  return (
    <li>
      <div class="what">
        <b>{props.title}</b>
        <p class="small quiet">
          {props.more} · {t("exchange.creditLine", { credit: props.credit })}
        </p>
      </div>
      <Button
        look="bare"
        icon="bin"
        aria-label={t("exchange.removeOf", { title: props.title })}
        onClick={() => props.onRemove()}
      >
        {t("exchange.remove")}
      </Button>
    </li>
  );
}
