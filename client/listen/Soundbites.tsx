import { For, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { passageQuery } from "../../schemas/listening-wish.ts";
import { endOf } from "../../schemas/soundbite-span.ts";
import type { Soundbite } from "../../schemas/soundbites.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { isPlainPress } from "./address.ts";
import type { createExtract } from "./create-extract.ts";

type SoundbitesProps = { slug: string; episode: Episode; extract: ReturnType<typeof createExtract> };

/** Extracts that make one want to hear the rest: each plays to its end and no further, and has an address of its own. */
export function Soundbites(props: SoundbitesProps) {
  const { t } = useI18n();
  return (
    <Show when={props.episode.soundbites.length > 0}>
      <section class="soundbites" aria-labelledby="soundbites-title">
        <h3 id="soundbites-title">{t("player.soundbites")}</h3>
        <ul>
          <For each={props.episode.soundbites}>{(soundbite) => <Line {...props} soundbite={soundbite} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Line(props: SoundbitesProps & { soundbite: Soundbite }) {
  const { t, formats } = useI18n();
  const say = useToasts();
  const place = () =>
    `/chaines/${props.slug}/${props.episode.id}${passageQuery(props.soundbite.startSeconds, endOf(props.soundbite))}`;
  const isHeard = () => props.extract.isOf(props.soundbite);
  const play = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    if (isHeard()) props.extract.stop();
    else props.extract.play(props.soundbite);
  };
  const share = (event: MouseEvent) => {
    // Over plain HTTP browsers do neither: the link leads to the very address that one would share.
    if (!isPlainPress(event) || !isSecureContext) return;
    event.preventDefault();
    const initialAddress = location.origin + place();
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(initialAddress);
      } catch {
        // Where copying is refused, the address is in the browser's own bar.
        globalThis.location.assign(initialAddress);
        return;
      }
      say(t("player.soundbiteCopied"));
    };
    // Who closes the sheet has changed their mind.
    const sent = "share" in navigator ? navigator.share({ title: props.soundbite.title, url: initialAddress }) : copy();
    void sent.catch(() => undefined);
  };
  return (
    <li>
      <a class="time-link" href={`${place()}#player`} aria-current={isHeard() ? "true" : undefined} onClick={play}>
        <span class="sr-only">
          {t(isHeard() ? "player.soundbiteStop" : "player.soundbitePlay", { title: props.soundbite.title })}
        </span>
        <span class="hour">{formats().clock(props.soundbite.durationSeconds)}</span>
        <span dir="auto" aria-hidden="true">
          {props.soundbite.title}
        </span>
        <Icon name={isHeard() ? "pause" : "play"} />
      </a>
      <a
        class="btn bare square"
        href={place()}
        aria-label={t("player.soundbiteShare", { title: props.soundbite.title })}
        onClick={share}
      >
        <Icon name="share" />
      </a>
    </li>
  );
}
