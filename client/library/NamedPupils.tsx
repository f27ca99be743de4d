import { For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import { initialOf, withInitial } from "./typed-text.ts";

/** First names of the class that the station found in a text, and a key for each to write its initial instead. */
export function NamedPupils(props: { names: readonly string[]; typed: string; onInitial: (name: string) => void }) {
  const { t, count } = useI18n();
  const still = () => props.names.filter((name) => withInitial(props.typed, name) !== props.typed);
  return (
    <Show when={still().length > 0}>
      <Message look="warning" title={count("transcript.named", still().length)}>
        <p>{t("transcript.namedHint")}</p>
        <div class="row wrap">
          <For each={still()}>
            {(name) => (
              <Button onClick={() => props.onInitial(name)}>
                {t("transcript.initial", { name, initial: initialOf(name) })}
              </Button>
            )}
          </For>
        </div>
      </Message>
    </Show>
  );
}
