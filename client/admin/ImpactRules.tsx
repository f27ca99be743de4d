import { useI18n } from "../i18n/I18n.tsx";
import { Message } from "../ui/Message.tsx";

/** Why a figure is not there. */
export function ImpactRules(props: { isOfRegion?: boolean }) {
  const { t } = useI18n();
  return (
    <Message look="info" title={t("impact.rules")}>
      <p>{t("impact.rulesText")}</p>
      <p class="small quiet">{t(props.isOfRegion === true ? "impact.regionRules" : "impact.smallText")}</p>
    </Message>
  );
}
