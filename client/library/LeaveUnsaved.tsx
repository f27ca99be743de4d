import { useI18n } from "../i18n/I18n.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createLeavingQuestion } from "../ui/create-leaving-question.ts";

/** Asks before a page is left whose words the station does not have yet. */
export function LeaveUnsaved(props: { isUnsaved: boolean }) {
  const { t } = useI18n();
  const leaving = createLeavingQuestion(() => props.isUnsaved);
  return (
    <ConfirmDialog
      isOpen={leaving.isAsked()}
      title={t("library.leaveQuestion")}
      keep={t("library.leaveStay")}
      confirm={t("library.leaveGo")}
      onClose={() => leaving.stay()}
      onConfirm={() => {
        leaving.leave();
        return Promise.resolve();
      }}
    >
      {t("library.leaveText")}
    </ConfirmDialog>
  );
}
