import { For, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { StaffRole } from "../../schemas/people.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";

const roles = ["teacher", "admin"] as const satisfies readonly StaffRole[];

/** As what somebody is in the school, and in which of its classes. */
export function RoleFields(props: {
  role: StaffRole;
  onRole: (role: StaffRole) => void;
  classroomIds: readonly ClassroomId[];
  onClassrooms: (ids: readonly ClassroomId[]) => void;
}) {
  const { t } = useI18n();
  const staff = useStaff();
  const toggle = (id: ClassroomId, isChosen: boolean) =>
    props.onClassrooms(isChosen ? [...props.classroomIds, id] : props.classroomIds.filter((each) => each !== id));
  return (
    <>
      <fieldset class="stack tight">
        <legend class="legend">{t("staff.role")}</legend>
        <For each={roles}>
          {(each) => (
            <label class="check">
              <input type="radio" name="role" checked={props.role === each} onChange={() => props.onRole(each)} />
              <span>
                {t(`staff.${each}`)}
                <small class="hint">{t(`staff.${each}Means`)}</small>
              </span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={staff.classrooms().length > 0}>
        <fieldset class="stack tight">
          <legend class="legend">{t("staff.itsClasses")}</legend>
          <For each={staff.classrooms()}>
            {({ id, name }) => (
              <label class="check">
                <input
                  type="checkbox"
                  checked={props.classroomIds.includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                <span>{name}</span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
    </>
  );
}
