import type { Strip } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";

/** *Écouter*: brings a strip, open or closed, into the desk's own headphones. Nobody else hears it. */
export function CueKey(props: { strip: Strip; desk: Desk; tabIndex: 0 | -1 }) {
  const { t } = useI18n();
  return (
    <button
      type="button"
      class="btn cue"
      data-control="cue"
      tabindex={props.tabIndex}
      aria-pressed={props.strip.isCued}
      aria-label={t("sound.cueOf", { name: props.strip.name })}
      onClick={() => void props.desk.studio.tell("cueStrip", { stripId: props.strip.id, isCued: !props.strip.isCued })}
    >
      <Icon name="headphones" />
      {t("sound.cue")}
    </button>
  );
}
