import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Switch } from "../ui/Switch.tsx";
import { chooseLowData, isLowData } from "./low-data.ts";

/** Lets a listener save data: the lighter rendition of a live show. Kept on the device. */
export function LowDataSwitch() {
  const { t } = useI18n();
  return (
    <section class="card low-data" aria-label={t("channel.lowData")}>
      <Icon name="leaf" />
      <Switch isOn={isLowData()} hint={t("channel.lowDataHint")} onChange={chooseLowData}>
        <b>{t("channel.lowData")}</b>
      </Switch>
    </section>
  );
}
