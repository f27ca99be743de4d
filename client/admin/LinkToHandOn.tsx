import { Show } from "solid-js";
import type { StaffLink } from "../../schemas/staff.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Message } from "../ui/Message.tsx";

/** A link that was just made, shown this once. */
export function LinkToHandOn(props: { issued: { name: string; link: StaffLink } | undefined; onClose: () => void }) {
  const { t, formats } = useI18n();
  return (
    <Dialog
      isOpen={props.issued !== undefined}
      title={t("staff.linkFor", { name: props.issued?.name ?? "" })}
      onClose={() => props.onClose()}
    >
      <Show when={props.issued}>
        {(issued) => (
          <div class="stack">
            <Message
              look={issued().link.isMailed ? "good" : "info"}
              title={t(issued().link.isMailed ? "staff.linkMailed" : "staff.linkByHand")}
            >
              {t(issued().link.isMailed ? "staff.linkMailedHint" : "staff.linkByHandHint")}
            </Message>
            <p>{t("staff.linkHint", { moment: formats().moment(issued().link.expiresAt) })}</p>
            <CopyField label={t("staff.link")} value={issued().link.url} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}
