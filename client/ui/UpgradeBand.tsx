import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { forgetMissingPart, isPartMissing } from "./reload-after-upgrade.ts";
import { Button } from "./Button.tsx";
import { Message } from "./Message.tsx";

/** In a studio or at a desk after an upgrade: a part of the page is gone, and whoever is there chooses when to load it anew. It lies over the page, so that no key moves from under a hand. */
export function UpgradeBand() {
  const { t } = useI18n();
  return (
    <Show when={isPartMissing()}>
      <div class="upgrade-note">
        <Message
          look="warning"
          title={t("studio.upgraded")}
          action={
            <Button look="bare" size="square" icon="close" aria-label={t("frame.close")} onClick={forgetMissingPart} />
          }
        >
          <p>{t("studio.upgradedHint")}</p>
          <Button onClick={() => location.reload()}>{t("frame.reload")}</Button>
        </Message>
      </div>
    </Show>
  );
}
