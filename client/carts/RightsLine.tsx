import { Match, Switch } from "solid-js";
import { areUntold, type SoundRights } from "../../schemas/sound-rights.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";

/** By what right a sound is played, in one line; a sign where nobody has told. */
export function RightsLine(props: { rights: SoundRights }) {
  const { t } = useI18n();
  const words = () => {
    const { rights } = props;
    if (rights.origin === "own") return t("carts.rightsOwn");
    return rights.origin === "free" ? t("carts.rightsFree", rights) : rights.note;
  };
  return (
    <Switch fallback={<span class="small quiet rights-line">{words()}</span>}>
      <Match when={areUntold(props.rights)}>
        <span class="small rights-line untold">
          <Icon name="warning" />
          {t("carts.untold")}
        </span>
      </Match>
    </Switch>
  );
}
