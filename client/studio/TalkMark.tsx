import { createSignal, Show } from "solid-js";
import type { StripId } from "../../schemas/ids.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Desk } from "./desk.ts";

/** A sign beside the bird of whoever speaks, heard or not: a shape, not only a colour. */
export function TalkMark(props: { stripId: StripId; desk: Desk }) {
  const { t } = useI18n();
  const [isTalking, setIsTalking] = createSignal(false);
  props.desk.frames.onFrame(() => setIsTalking(props.desk.levels().strips[props.stripId]?.isTalking === true));
  return (
    <Show when={isTalking()}>
      <span class="talk-mark">
        <Icon name="talk" />
        <span class="sr-only">{t("sound.talking")}</span>
      </span>
    </Show>
  );
}
