import { createResource, createSignal, For, Show } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { ClassroomId, EpisodeId } from "../../schemas/ids.ts";
import { areUntold, asksForCredit, type PlayedSound } from "../../schemas/sound-rights.ts";
import { api } from "../api/api.ts";
import { RightsLine } from "../carts/RightsLine.tsx";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import { ChangeCart } from "./ChangeCart.tsx";

type PlayedSoundsProps = { episodeId: EpisodeId; classroomId: ClassroomId };

async function readSounds({ episodeId, classroomId }: PlayedSoundsProps) {
  const [sounds, shelf] = await Promise.all([
    api.episodes.listSounds(episodeId),
    api.classrooms.listCarts(classroomId),
  ]);
  return { sounds, shelf };
}

/** The sounds that were heard in the show, and by what right: before an episode goes out, what is not told can be told here. */
export function PlayedSounds(props: PlayedSoundsProps) {
  const { t } = useI18n();
  const [found, { refetch }] = createResource(
    () => ({ episodeId: props.episodeId, classroomId: props.classroomId }),
    readSounds,
  );
  const sounds = () => (found.state === "ready" || found.state === "refreshing" ? found.latest.sounds : []);
  const untold = () => sounds().filter(({ rights }) => areUntold(rights));
  return (
    <Show when={sounds().length > 0}>
      <section class="panel played-sounds" aria-labelledby="played-sounds-title">
        <div class="panel-head">
          <h2 id="played-sounds-title">{t("library.playedSounds")}</h2>
        </div>
        <Show when={untold().length > 0}>
          <Message look="warning" title={t("library.playedUntold")}>
            {untold()
              .map(({ title }) => title)
              .join(", ")}
          </Message>
        </Show>
        <ul>
          <For each={sounds()}>
            {(sound) => (
              <Sound
                sound={sound}
                cart={found.latest?.shelf.find(({ id }) => id === sound.cartId)}
                shelf={found.latest?.shelf ?? []}
                onChanged={() => void refetch()}
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

type SoundProps = { sound: PlayedSound; cart: Cart | undefined; shelf: readonly Cart[]; onChanged: () => void };

function Sound(props: SoundProps) {
  const { t, formats } = useI18n();
  const [isChanging, setChanging] = createSignal(false);
  const times = () => props.sound.startsAt.map((seconds) => formats().clock(seconds)).join(", ");
  return (
    <li>
      <div>
        <b>{props.sound.title}</b> <span class="quiet">{t("library.playedAt", { times: times() })}</span>
        <RightsLine rights={props.sound.rights} />
        <Show when={asksForCredit(props.sound.rights)}>
          <span class="small quiet">{t("library.playedCredited")}</span>
        </Show>
        <Show when={props.cart === undefined}>
          <span class="small quiet">{t("library.playedGone")}</span>
        </Show>
      </div>
      <Show when={props.cart}>
        {(cart) => (
          <>
            <Button
              look="bare"
              size="square"
              icon="pencil"
              aria-label={t("library.changeRightsOf", { title: props.sound.title })}
              onClick={() => setChanging(true)}
            />
            <ChangeCart
              cart={cart()}
              shelf={props.shelf}
              isOpen={isChanging()}
              onClose={() => setChanging(false)}
              onChanged={() => props.onChanged()}
            />
          </>
        )}
      </Show>
    </li>
  );
}
