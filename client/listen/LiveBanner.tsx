import type { Show } from "../../schemas/shows.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Lamp } from "../ui/Chip.tsx";

/** Said only while a show of the channel is on air. */
export function LiveBanner(props: { show: Show }) {
  const { t } = useI18n();
  return (
    <section class="live" aria-label={t("channel.live")}>
      <Lamp look="on" icon="waves" isStatus>
        {t("channel.live")}
      </Lamp>
      <div>
        <h2>{props.show.title}</h2>
        <p>{t("channel.liveNow")}</p>
      </div>
    </section>
  );
}
