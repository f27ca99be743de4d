import { A } from "@solidjs/router";
import { useI18n } from "../i18n/I18n.tsx";

/** The way in for podcasts from elsewhere. */
export function MovingCard() {
  const { t } = useI18n();
  return (
    <section class="panel cover-card" aria-labelledby="moving-title">
      <h2 id="moving-title">{t("podcasts.card")}</h2>
      <p class="small quiet">{t("podcasts.cardHint")}</p>
      <A class="btn" href="/chaine/reprise">
        {t("podcasts.title")}
      </A>
    </section>
  );
}
