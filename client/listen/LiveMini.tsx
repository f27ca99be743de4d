import { Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import type { LiveListening } from "./create-live-listening.ts";

/** On a phone, the live show at the foot of the page while it is listened to: what is being said, and the key that pauses it. */
export function LiveMini(props: { channel: Channel; listening: LiveListening }) {
  const { t } = useI18n();
  return (
    <Show when={props.listening.onAir()}>
      {(onAir) => (
        <section class="mini-player live-mini" aria-label={t("channel.miniLive")}>
          <ChannelCover channel={props.channel} />
          <div>
            <b dir="auto">{onAir().title}</b>
            <small>{props.listening.sound.phase() === "coming" ? t("channel.buffering") : props.channel.title}</small>
          </div>
          <Button
            look="primary"
            size="square"
            icon="pause"
            aria-label={t("channel.pause")}
            onClick={() => props.listening.sound.pause()}
          />
        </section>
      )}
    </Show>
  );
}
