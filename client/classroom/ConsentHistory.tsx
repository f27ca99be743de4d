import { For } from "solid-js";
import type { VoiceConsent } from "../../schemas/consent.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** Every answer of a family, the newest first; none is ever taken away. */
export function ConsentHistory(props: { answers: readonly VoiceConsent[] }) {
  const { t, formats } = useI18n();
  const words = ({ scope, givenBy, givenOn, endsOn, recordedBy, means }: VoiceConsent) => {
    const blanks = { scope: t(`consent.${scope}`), who: givenBy, day: formats().date(givenOn) };
    const end = scope === "none" ? "" : ` ${t("consent.until", { end: formats().date(endsOn) })}`;
    const by = recordedBy === null ? "" : ` ${t("consent.writtenBy", { name: recordedBy })}`;
    const way = means === "familyLink" ? ` ${t("consent.byLink")}` : by;
    return `${t("consent.line", blanks)}${end}${way}`;
  };
  return (
    <section class="small">
      <h3>{t("consent.history")}</h3>
      <ol class="history">
        <For each={props.answers}>{(answer) => <li>{words(answer)}</li>}</For>
      </ol>
    </section>
  );
}
