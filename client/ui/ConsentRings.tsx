import { Show } from "solid-js";
import type { PupilConsent } from "../../schemas/consent.ts";
import { useI18n } from "../i18n/I18n.tsx";
import "./consent-rings.css";

/** How far a voice may go: rings that are drawn one by one, barred for nobody, dashed without an answer; and the word, or others that say it. */
export function ConsentRings(props: { consent: Pick<PupilConsent, "scope" | "standing">; words?: string }) {
  const { t } = useI18n();
  const isWaiting = () => props.consent.standing !== "answered";
  const word = () => (props.consent.standing === "answered" ? props.consent.scope : props.consent.standing);
  return (
    <span class={`reach ${isWaiting() ? "waiting" : props.consent.scope}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <circle class="voice" cx="16" cy="16" r="3" />
        <Show
          when={isWaiting()}
          fallback={
            <>
              <circle class="ring near" cx="16" cy="16" r="6.5" />
              <circle class="ring middle" cx="16" cy="16" r="10.5" />
              <circle class="ring far" cx="16" cy="16" r="14.5" />
            </>
          }
        >
          <circle class="dashes" cx="16" cy="16" r="10.5" />
        </Show>
        {props.consent.scope === "none" && !isWaiting() && <path class="bar" d="M6 6l20 20" />}
      </svg>
      {props.words ?? t(`consent.${word()}`)}
    </span>
  );
}
