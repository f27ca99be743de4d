import { createSignal, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { liveAddressesOf } from "../audio/live/live-source.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Lamp } from "../ui/Chip.tsx";
import { Refused } from "../ui/Message.tsx";
import type { LiveListening, OnAir } from "./create-live-listening.ts";
import { LiveKeys, LiveWord, NearSwitch } from "./LiveKeys.tsx";
import { firstNow } from "./page-clock.ts";
import "./live.css";

const tickMs = 20_000;

/** What a channel's page says of its show around the air: about to begin, live with the keys to listen, or just over. */
export function LiveBanner(props: { listening: LiveListening; slug: string; onEpisode: () => void }) {
  const isBeginning = () => props.listening.live().state === "countdown";
  return (
    <Show when={props.listening.onAir()}>
      {(onAir) => (
        <Switch fallback={<Live listening={props.listening} slug={props.slug} onAir={onAir()} />}>
          <Match when={isBeginning()}>
            <Beginning onAir={onAir()} />
          </Match>
          <Match when={props.listening.isOver() && !props.listening.sound.isWanted()}>
            <Over onAir={onAir()} hasEpisode={props.listening.episode() !== undefined} onEpisode={props.onEpisode} />
          </Match>
        </Switch>
      )}
    </Show>
  );
}

function Beginning(props: { onAir: OnAir }) {
  const { t } = useI18n();
  return (
    <section class="live beginning" aria-label={t("channel.liveBegins")}>
      <Lamp look="taping" icon="clock" isStatus>
        {t("channel.liveBegins")}
      </Lamp>
      <div>
        <h2>{props.onAir.showTitle}</h2>
        <p>{t("channel.liveBeginsHint")}</p>
      </div>
    </section>
  );
}

function Live(props: { listening: LiveListening; slug: string; onAir: OnAir }) {
  const { t, count, formats } = useI18n();
  const [now, setNow] = createSignal(firstNow());
  onMount(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    onCleanup(() => clearInterval(timer));
  });
  const said = () => {
    const { showTitle, title, since, listeners } = props.onAir;
    return [
      ...(title === showTitle ? [] : [showTitle]),
      t("channel.liveSince", { ago: formats().since(since, now()) }),
      ...(listeners === "few" ? [t("channel.fewListeners")] : []),
      ...(typeof listeners === "number" && listeners > 0 ? [count("channel.listeners", listeners)] : []),
    ].join(" · ");
  };
  // Over for the station; what this page has fetched is still to be heard.
  const isEnding = () => props.onAir.state === "ending" || props.listening.isOver();
  return (
    <section class="live" aria-label={t("channel.live")}>
      <Lamp look="on" icon="waves" isStatus>
        {isEnding() ? t("channel.liveEnding") : t("channel.live")}
      </Lamp>
      <div>
        <h2>{props.onAir.title}</h2>
        <p>{said()}</p>
      </div>
      {/* For who has no script, or waits for it. */}
      <audio class="plain-sound" controls preload="none" src={liveAddressesOf(props.slug).mp3} />
      <LiveKeys sound={props.listening.sound} />
      <LiveWord sound={props.listening.sound} />
      <Show when={props.listening.canBeNear()}>
        <NearSwitch sound={props.listening.sound} />
      </Show>
      <Show when={props.listening.refusal()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </section>
  );
}

function Over(props: { onAir: OnAir; hasEpisode: boolean; onEpisode: () => void }) {
  const { t } = useI18n();
  return (
    <section class="live over" aria-label={t("channel.liveOver")}>
      <div role="status">
        <h2>{t("channel.liveOver")}</h2>
        <p>{props.hasEpisode ? t("channel.liveEpisode") : t("channel.liveEpisodeLater")}</p>
      </div>
      <Show when={props.hasEpisode}>
        <Button look="primary" size="tall" icon="play" onClick={() => props.onEpisode()}>
          {t("channel.playOf", { title: props.onAir.showTitle })}
        </Button>
      </Show>
    </section>
  );
}
