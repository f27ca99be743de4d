import { Show } from "solid-js";
import { isFree, licenceName, licenceUrl, type FreeLicence } from "../../schemas/licence-terms.ts";
import type { Licence } from "../../schemas/licences.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** On what terms one may use an episode again, with the way to what that means. */
export function LicenceLine(props: { licence: Licence }) {
  const { t } = useI18n();
  const free = () => (isFree(props.licence) ? props.licence : undefined);
  return (
    <p class="licence tiny quiet">
      <Show when={free()} fallback={t("channel.allRights")}>
        {(licence) => <FreeLink licence={licence()} />}
      </Show>
    </p>
  );
}

function FreeLink(props: { licence: FreeLicence }) {
  const { t, language } = useI18n();
  return (
    <>
      {t("channel.licence")}{" "}
      <a href={`${licenceUrl(props.licence)}deed.${language()}`} rel="license noopener" target="_blank">
        {licenceName(props.licence)}
      </a>
    </>
  );
}
