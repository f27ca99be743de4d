import { For, Show } from "solid-js";
import type { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** Classes whose year is over, each with the key that brings it back. */
export function ArchivedClasses(props: { classrooms: readonly ClassroomOverview[]; onRestored: () => void }) {
  const { t, count } = useI18n();
  const say = useToasts();
  const restoring = createAttempt(async ({ id, name }: ClassroomOverview) => {
    await api.school.restore(id);
    say(t("year.restored", { name }));
    props.onRestored();
  });
  return (
    <section class="panel archived" aria-label={t("year.archivedTitle")}>
      <div class="panel-head">
        <h2>{t("year.archivedTitle")}</h2>
      </div>
      <Show when={restoring.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <ul class="archived-list">
        <For each={props.classrooms}>
          {(classroom) => (
            <li class="row wrap">
              <span>
                <b>{classroom.name}</b>{" "}
                <span class="quiet small">
                  {classroom.schoolYear}, {count("school.pupilCount", classroom.pupils)}
                </span>
              </span>
              <Button
                class="push"
                icon="undo"
                aria-label={t("year.restoreOf", { name: classroom.name })}
                onClick={() => void restoring.attempt(classroom)}
              >
                {t("year.restore")}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
