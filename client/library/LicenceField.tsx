import { For, Show } from "solid-js";
import { isFree, licenceName, licenceUrl, type FreeLicence } from "../../schemas/licence-terms.ts";
import { Licence } from "../../schemas/licences.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Field } from "../ui/Field.tsx";

type LicenceFieldProps = {
  licence: Licence | null;
  /** The channel's, for an episode that may follow it. */
  ofChannel?: Licence;
  isBusy: boolean;
  onChoose: (licence: Licence | null) => void;
};

const asChannel = "";

/** On what terms listeners may use something again. */
export function LicenceField(props: LicenceFieldProps) {
  const { t } = useI18n();
  const nameOf = (licence: Licence) => (isFree(licence) ? licenceName(licence) : t("channel.allRights"));
  const free = () => {
    const licence = props.licence ?? props.ofChannel;
    return licence !== undefined && isFree(licence) ? licence : undefined;
  };
  const choose = (value: string) => props.onChoose(value === asChannel ? null : Licence.parse(value));
  return (
    <div class="stack tight">
      <Field
        label={t("soundbites.licence")}
        hint={t(free() === undefined ? "soundbites.licenceHint" : "soundbites.licenceFree")}
      >
        {(ids) => (
          <select
            {...ids}
            class="input"
            disabled={props.isBusy}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <Show when={props.ofChannel}>
              {(ofChannel) => (
                <option value={asChannel} selected={props.licence === null}>
                  {t("soundbites.licenceAsChannel", { licence: nameOf(ofChannel()) })}
                </option>
              )}
            </Show>
            <For each={Licence.options}>
              {(licence) => (
                <option value={licence} selected={licence === props.licence}>
                  {nameOf(licence)}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Show when={free()}>{(licence) => <Terms licence={licence()} />}</Show>
    </div>
  );
}

function Terms(props: { licence: FreeLicence }) {
  const { t, language } = useI18n();
  return (
    <a class="small" href={`${licenceUrl(props.licence)}deed.${language()}`} target="_blank" rel="noopener">
      {t("soundbites.licenceTerms", { licence: licenceName(props.licence) })}
    </a>
  );
}
