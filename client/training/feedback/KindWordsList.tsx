import { For, Show } from "solid-js";
import { useI18n } from "../../i18n/I18n.tsx";
import type { Feedback } from "./read-feedback.ts";

/** What classmates who were asked say of the take: their sentences only. */
export function KindWordsList(props: { feedback: Feedback; nameOf: (pupilId: string) => string }) {
  const { t } = useI18n();
  const kind = () => props.feedback.review.assessments.filter(({ words }) => words.length > 0);
  return (
    <Show when={kind().length > 0}>
      <section aria-label={t("feedback.kind")}>
        <h3>{t("feedback.kind")}</h3>
        <ul class="said">
          <For each={kind()}>
            {(said) => (
              <li class="kind-said">
                <b>{props.nameOf(said.pupilId ?? "")}</b>
                <For each={said.words}>
                  {({ starter, text }) => (
                    <p>
                      {t(`progress.starter_${starter}`)} {text}
                    </p>
                  )}
                </For>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
