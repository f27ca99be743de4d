import { For, Show } from "solid-js";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { starters, type Draft } from "./create-draft.ts";

/** Beginnings of kind sentences: the one that is touched becomes a field to go on in. */
export function KindWordsFields(props: { draft: Draft; name: string }) {
  const { t } = useI18n();
  const fields: Partial<Record<(typeof starters)[number], HTMLTextAreaElement>> = {};
  const open = (starter: (typeof starters)[number]) => {
    props.draft.write(starter, "");
    fields[starter]?.focus();
  };
  return (
    <section class="kind-fields" aria-labelledby="kind-words">
      <h2 id="kind-words">{t("feedback.wordsAsked")}</h2>
      <p class="quiet">{t("feedback.wordsHint")}</p>
      <For each={starters}>
        {(starter) => (
          <Show
            when={props.draft.words[starter] !== undefined}
            fallback={
              <Button icon="plus" onClick={() => open(starter)}>
                {t(`progress.starter_${starter}`)}
              </Button>
            }
          >
            <TextArea
              ref={(field: HTMLTextAreaElement) => (fields[starter] = field)}
              label={t(`progress.starter_${starter}`)}
              rows={2}
              maxLength={300}
              value={props.draft.words[starter] ?? ""}
              onInput={(event) => props.draft.write(starter, event.currentTarget.value)}
            />
          </Show>
        )}
      </For>
      <p class="quiet small">{t("feedback.whoReads", { name: props.name })}</p>
    </section>
  );
}
