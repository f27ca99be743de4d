import { For, Show } from "solid-js";
import type { Offer, OfferedSound } from "../../schemas/exchange.ts";
import type { ListeningToOne } from "../carts/create-listening-to-one.ts";
import { RightsLine } from "../carts/RightsLine.tsx";
import { useI18n } from "../i18n/I18n.tsx";
import { totalSeconds } from "../rundown/rundown-item.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";

/** What an offer is and whose, with its parts and a key for each of its sounds. */
export function OfferWords(props: { offer: Omit<Offer, "isTaken">; listening: ListeningToOne; isOwn?: boolean }) {
  const { t, count, formats } = useI18n();
  const offer = () => props.offer;
  return (
    <div class="what stack tight">
      <p class="row wrap">
        <b>{offer().title}</b>
        <Chip>{t(`exchange.kind_${offer().kind}`)}</Chip>
      </p>
      <Show when={!props.isOwn}>
        <span class="small quiet">{offer().credit}</span>
      </Show>
      <Show when={offer().words !== ""}>
        <p class="small offer-words">{offer().words}</p>
      </Show>
      <Show when={offer().parts.length > 0}>
        <details class="small">
          <summary>{t("exchange.parts", { length: formats().length(totalSeconds(offer().parts)) })}</summary>
          <ol class="offer-parts">
            <For each={offer().parts}>{(part) => <li>{part.title}</li>}</For>
          </ol>
        </details>
      </Show>
      <Show when={offer().kind === "series"}>
        <span class="small quiet">{count("exchange.sounds", offer().sounds.length)}</span>
      </Show>
      <For each={offer().sounds}>{(sound) => <Sound sound={sound} listening={props.listening} />}</For>
    </div>
  );
}

function Sound(props: { sound: OfferedSound; listening: ListeningToOne }) {
  const { t, formats } = useI18n();
  const isHeard = () => props.listening.heard() === props.sound.url;
  const title = () => ({ title: props.sound.title });
  return (
    <div class="row offer-sound">
      <Button
        size="square"
        icon={isHeard() ? "stop" : "play"}
        aria-label={isHeard() ? t("exchange.stop", title()) : t("exchange.listen", title())}
        onClick={() => props.listening.toggle(props.sound.url)}
      />
      <span class="small">
        {props.sound.title}{" "}
        <span class="quiet">{formats().clock(Math.max(1, Math.round(props.sound.durationSeconds)))}</span>
        <Show when={props.sound.rights}>{(rights) => <RightsLine rights={rights()} />}</Show>
      </span>
    </div>
  );
}
