import { useNavigate } from "@solidjs/router";
import { createResource, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { YearForm } from "./YearForm.tsx";
import type { Leaving } from "./year-draft.ts";
import "./year.css";

async function readLeaving(): Promise<Leaving[]> {
  const classrooms = await api.classrooms.list();
  return Promise.all(classrooms.map(({ id }) => api.classrooms.read(id)));
}

/** Goes over to the next school year: what becomes of each class and of its pupils. */
export function YearPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const say = useToasts();
  const navigate = useNavigate();
  const [leaving, { refetch }] = createResource(readLeaving);
  const done = (schoolYear: string) => {
    staff.refresh();
    say(t("year.done", { year: schoolYear }));
    navigate("/ecole/classes");
  };
  return (
    <>
      <SchoolHead title={t("year.title")} hint={t("year.hint")} />
      <Loaded from={leaving} onRetry={() => void refetch()} lines={6}>
        {(found) => (
          <Show
            when={found().length > 0}
            fallback={
              <Empty title={t("school.noClass")} icon="school">
                {t("school.noClassHint")}
              </Empty>
            }
          >
            <YearForm leaving={found()} onDone={done} />
          </Show>
        )}
      </Loaded>
    </>
  );
}
