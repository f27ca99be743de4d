import { createSignal, For, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { endOf, soundbiteSeconds } from "../../schemas/soundbite-span.ts";
import { mostSoundbites, type Soundbite } from "../../schemas/soundbites.ts";
import type { Player } from "../audio/create-player.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { SoundbiteForm } from "./SoundbiteForm.tsx";

type SoundbitesCardProps = { episode: Episode; player: Player; onChanged: (episode: Episode) => void };

/** Extracts that make families want to hear the rest: marked while one listens, saved at once. */
export function SoundbitesCard(props: SoundbitesCardProps) {
  const { t, formats } = useI18n();
  const say = useToasts();
  const [isMarking, setMarking] = createSignal(false);
  const saving = createAttempt(async (soundbites: Soundbite[]) => {
    props.onChanged(await api.episodes.change(props.episode.id, { soundbites }));
    setMarking(false);
    say(t("frame.saved"));
  });
  const listen = (soundbite: Soundbite) => {
    props.player.seek(soundbite.startSeconds);
    if (!props.player.isPlaying()) void props.player.play();
  };
  const without = (soundbite: Soundbite) => props.episode.soundbites.filter((each) => each !== soundbite);
  return (
    <section class="panel" aria-labelledby="soundbites-title">
      <div class="panel-head">
        <h2 id="soundbites-title">{t("soundbites.title")}</h2>
      </div>
      <div class="panel-body stack">
        <p class="small quiet">{t("soundbites.hint", { ...soundbiteSeconds })}</p>
        <Show when={props.episode.lostSoundbites.length > 0}>
          <Message
            look="warning"
            title={t("soundbites.lost", { titles: props.episode.lostSoundbites.join(", ") })}
            action={
              <Button onClick={() => void saving.attempt([...props.episode.soundbites])}>{t("soundbites.seen")}</Button>
            }
          >
            {t("soundbites.lostHint")}
          </Message>
        </Show>
        <ul class="stack tight soundbite-list">
          <For each={props.episode.soundbites}>
            {(soundbite) => (
              <li class="row tight">
                <Button
                  size="square"
                  icon="play"
                  aria-label={t("player.soundbitePlay", { title: soundbite.title })}
                  onClick={() => listen(soundbite)}
                />
                <span>
                  <b dir="auto">{soundbite.title}</b>
                  <small class="quiet">
                    {formats().clock(soundbite.startSeconds)} – {formats().clock(endOf(soundbite))}
                  </small>
                </span>
                <Button
                  look="bare"
                  size="square"
                  icon="bin"
                  class="push"
                  aria-label={t("soundbites.remove", { title: soundbite.title })}
                  onClick={() => void saving.attempt(without(soundbite))}
                />
              </li>
            )}
          </For>
        </ul>
        <Show
          when={isMarking()}
          fallback={
            <Show when={props.episode.soundbites.length < mostSoundbites}>
              <Button icon="plus" isWide onClick={() => setMarking(true)}>
                {t("soundbites.add")}
              </Button>
            </Show>
          }
        >
          <SoundbiteForm
            player={props.player}
            isBusy={saving.isBusy()}
            onDone={(soundbite) => void saving.attempt([...props.episode.soundbites, soundbite])}
            onClose={() => setMarking(false)}
          />
        </Show>
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </section>
  );
}
