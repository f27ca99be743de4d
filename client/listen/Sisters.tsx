import { For, Show } from "solid-js";
import type { SisterChannel } from "../../schemas/channels.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { DrawnCover } from "../ui/Cover.tsx";

/** Other radios of the station that this one names. */
export function Sisters(props: { sisters: readonly SisterChannel[] }) {
  const { t } = useI18n();
  return (
    <Show when={props.sisters.length > 0}>
      <section class="sisters" aria-labelledby="sisters-title">
        <h2 id="sisters-title">{t("channel.sisters")}</h2>
        <ul class="episodes">
          <For each={props.sisters}>
            {(sister) => (
              <li>
                <DrawnCover bird={sister.bird} colour={sister.colour} />
                <div>
                  <a href={`/chaines/${sister.slug}`}>{sister.title}</a>
                  <span class="said">{sister.author}</span>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
