import { createSignal, Show, untrack } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { placeQuery } from "../../schemas/listening-wish.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { Switch } from "../ui/Switch.tsx";

/** Below it one shares the episode as a whole. */
const leastSeconds = 5;

/** The address of an episode, at the place that is heard where one wants it: to copy, or by what the device shares with. */
export function ShareForm(props: { channel: Channel; episode: Episode; position: number }) {
  const { t, formats } = useI18n();
  // The sound may go on while one shares.
  const place = untrack(() => Math.floor(props.position));
  const [isHere, setHere] = createSignal(place >= leastSeconds);
  const address = () =>
    `${location.origin}/chaines/${props.channel.slug}/${props.episode.id}${isHere() ? placeQuery(place) : ""}`;
  const canSend = "share" in navigator;
  const send = () =>
    // Who closes the sheet has changed their mind.
    void navigator.share({ title: props.episode.title, url: address() }).catch(() => undefined);
  return (
    <div class="stack">
      <Show when={props.channel.visibility !== "public"}>
        <p class="small quiet">{t("player.sharePrivate")}</p>
      </Show>
      <Show when={place >= leastSeconds}>
        <Switch isOn={isHere()} onChange={setHere}>
          {t("player.shareFrom", { clock: formats().clock(place) })}
        </Switch>
      </Show>
      <CopyField label={t("player.shareAddress")} value={address()} />
      <Show when={canSend}>
        <Button look="primary" icon="share" isWide onClick={send}>
          {t("player.shareSend")}
        </Button>
      </Show>
    </div>
  );
}
