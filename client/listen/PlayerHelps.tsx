import { createSignal, Show } from "solid-js";
import type { ChannelPage } from "../../schemas/listening.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { Player } from "../audio/create-player.ts";
import { createSleep } from "../audio/create-sleep.ts";
import { canKeep } from "../audio/kept-episodes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { KeepForm } from "./KeepForm.tsx";
import { ShareForm } from "./ShareForm.tsx";
import { SleepForm } from "./SleepForm.tsx";
import "./player-helps.css";

type HelpsProps = { page: ChannelPage; episode: Episode; player: Player; onStop: () => void };

/** What one may want besides listening: an end that comes by itself, the address to send, the episode without a network. */
export function PlayerHelps(props: HelpsProps) {
  const { t, formats } = useI18n();
  const [opened, setOpened] = createSignal<"sleep" | "share" | "keep">();
  const sleep = createSleep({
    position: () => props.player.position(),
    speed: () => props.player.speed(),
    setVolume: (share) => props.player.setVolume(share),
    pause: () => props.onStop(),
  });
  const close = () => setOpened(undefined);
  const sleepWord = () =>
    sleep.end() === undefined ? t("player.sleep") : t("player.sleepLeft", { clock: formats().clock(sleep.left()) });
  return (
    <div class="player-helps">
      <Button look="bare" icon="clock" aria-haspopup="dialog" onClick={() => setOpened("sleep")}>
        {sleepWord()}
      </Button>
      <Button look="bare" icon="share" aria-haspopup="dialog" onClick={() => setOpened("share")}>
        {t("player.share")}
      </Button>
      <Show when={canKeep()}>
        <Button look="bare" icon="leaf" aria-haspopup="dialog" onClick={() => setOpened("keep")}>
          {t("player.keep")}
        </Button>
      </Show>
      <Dialog isOpen={opened() === "sleep"} title={t("player.sleepTitle")} onClose={close}>
        <SleepForm episode={props.episode} player={props.player} sleep={sleep} onDone={close} />
      </Dialog>
      <Dialog isOpen={opened() === "share"} title={t("player.shareTitle")} onClose={close}>
        <ShareForm channel={props.page.channel} episode={props.episode} position={props.player.position()} />
      </Dialog>
      <Dialog isOpen={opened() === "keep"} title={t("player.keepTitle")} onClose={close}>
        <KeepForm page={props.page} episode={props.episode} />
      </Dialog>
    </div>
  );
}
