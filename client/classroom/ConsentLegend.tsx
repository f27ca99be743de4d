import { For } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { scopes } from "./consent-words.ts";

/** What the rings mean. */
export function ConsentLegend() {
  const { t } = useI18n();
  return (
    <section class="panel" aria-labelledby="legend-title">
      <div class="panel-head">
        <h2 id="legend-title">{t("consent.legend")}</h2>
      </div>
      <dl class="reaches">
        <For each={scopes}>
          {(scope) => (
            <>
              <dt>
                <ConsentRings consent={{ scope, standing: "answered" }} />
              </dt>
              <dd>{t(`consent.${scope}Means`)}</dd>
            </>
          )}
        </For>
        <dt>
          <ConsentRings consent={{ scope: "none", standing: "unanswered" }} />
        </dt>
        <dd>{t("consent.unansweredMeans")}</dd>
      </dl>
    </section>
  );
}
