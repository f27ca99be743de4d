import { A } from "@solidjs/router";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "./Empty.tsx";
import { PublicBar } from "./PublicBar.tsx";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useI18n();
  return (
    <div class="public-page">
      <PublicBar />
      <main id="content">
        <Empty
          level={1}
          title={t("frame.notFoundTitle")}
          action={
            <A class="btn primary" href="/">
              {t("frame.goHome")}
            </A>
          }
        >
          {t("advice.request.not_found")}
        </Empty>
      </main>
    </div>
  );
}
