import { Match, Switch } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Chip } from "../ui/Chip.tsx";
import type { EditedRundown } from "./create-rundown.ts";

/** Whether what one sees is kept: one word, always there. */
export function SavingWord(props: { rundown: Pick<EditedRundown, "saving"> }) {
  const { t } = useI18n();
  return (
    <span role="status" class="saving-word">
      <Switch fallback={<Chip>{t("rundown.saving")}</Chip>}>
        <Match when={props.rundown.saving() === "saved"}>
          <Chip look="ready" icon="tick">
            {t("rundown.saved")}
          </Chip>
        </Match>
        <Match when={props.rundown.saving() === "waiting"}>
          <Chip>{t("rundown.unsaved")}</Chip>
        </Match>
        <Match when={props.rundown.saving() === "failed"}>
          <Chip look="danger" icon="octagon">
            {t("rundown.failed")}
          </Chip>
        </Match>
      </Switch>
    </span>
  );
}
