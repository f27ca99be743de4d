import { createEffect, createMemo, onMount, Show } from "solid-js";
import type { Pupil } from "../../../schemas/people.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";
import { createSound } from "../../audio/create-sound.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { BirdAvatar } from "../../ui/BirdAvatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Message } from "../../ui/Message.tsx";

type PlayerProps = { invitation: PeerInvitation; name: string; speaker: Pupil | undefined };

const backSeconds = 5;

/** Who speaks, in which exercise, and the keys to listen. */
export function PeerPlayer(props: PlayerProps) {
  const { t, formats } = useI18n();
  const sound = createSound();
  const url = createMemo(() => api.peers.soundUrl(props.invitation.id));
  createEffect(() => sound.load([{ url: url(), mimeType: "audio/mpeg" }], 0));
  // Whoever came by a link that is gone now, and does not see, begins here.
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());
  const toggle = () => (sound.isPlaying() ? sound.pause() : void sound.play());
  return (
    <section class="panel big peer-player" aria-labelledby="peer">
      <div class="row">
        <Show when={props.speaker}>
          {(speaker) => <BirdAvatar bird={speaker().bird} colour={speaker().colour} size="l" />}
        </Show>
        <div>
          <h1 id="peer" ref={heading} tabIndex={-1}>
            {t("feedback.listenTo", { name: props.name })}
          </h1>
          <p class="quiet">{props.invitation.exerciseTitle}</p>
        </div>
      </div>
      <p>{t("feedback.listenHint")}</p>
      <div class="row wrap">
        <Button
          look="primary"
          size="tall"
          icon={sound.isPlaying() ? "pause" : "play"}
          isBusy={sound.isWaiting()}
          onClick={toggle}
        >
          {t(sound.isPlaying() ? "feedback.pause" : "feedback.listen")}
        </Button>
        <Button
          size="square"
          icon="back"
          aria-label={t("feedback.back")}
          onClick={() => sound.seek(Math.max(0, sound.position() - backSeconds))}
        />
        <span class="figures">{formats().clock(sound.position())}</span>
      </div>
      <Show when={sound.isLost()}>
        <Message look="trouble" title={t("feedback.soundLost")} />
      </Show>
    </section>
  );
}
