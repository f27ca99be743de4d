import { createSignal } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { schoolYearAt } from "../ui/school-year.ts";
import { ClassroomForm } from "./ClassroomForm.tsx";

/** The key that creates one class; `onCreated` once it is there. */
export function NewClassroom(props: { onCreated: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [isOpen, setOpen] = createSignal(false);
  const create = async (words: { name: string; schoolYear: string }) => {
    await api.classrooms.create(words);
    staff.refresh();
    setOpen(false);
    props.onCreated();
  };
  return (
    <>
      <Button look="primary" icon="plus" onClick={() => setOpen(true)}>
        {t("classroom.create")}
      </Button>
      <Dialog isOpen={isOpen()} title={t("classroom.create")} onClose={() => setOpen(false)}>
        <ClassroomForm
          first={{ name: "", schoolYear: schoolYearAt(new Date()) }}
          go={t("classroom.createGo")}
          onSubmit={create}
        />
      </Dialog>
    </>
  );
}
