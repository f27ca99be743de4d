import { createEffect, createResource, createSignal, For, on, Show, untrack } from "solid-js";
import type { Family } from "../../../schemas/families.ts";
import type { ClassroomId, PupilId } from "../../../schemas/ids.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { useStaff } from "../../staff.ts";
import { BirdAvatar } from "../../ui/BirdAvatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Field } from "../../ui/Field.tsx";
import { Refused } from "../../ui/Message.tsx";

/** The children of a family, and how another one of the teacher's classes comes in. */
export function Siblings(props: { family: Family; onChanged: () => void }) {
  const { t } = useI18n();
  const removing = createAttempt(async (pupilId: PupilId) => {
    await api.families.removeChild(props.family.id, pupilId);
    props.onChanged();
  });
  return (
    <section class="stack tight">
      <h3>{t("families.siblings")}</h3>
      <ul class="siblings">
        <For each={props.family.children}>
          {(child) => (
            <li>
              <BirdAvatar bird={child.bird} colour={child.colour} size="s" />
              <span>
                {child.firstName} <span class="quiet">{child.classroomName}</span>
              </span>
              <Button
                look="bare"
                size="square"
                icon="close"
                aria-label={t("families.removeChild", { name: child.firstName })}
                onClick={() => void removing.attempt(child.id)}
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.family.children.length === 1}>
        <p class="small quiet">{t("families.lastChild")}</p>
      </Show>
      <Show when={removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <AddSibling family={props.family} onChanged={() => props.onChanged()} />
    </section>
  );
}

function AddSibling(props: { family: Family; onChanged: () => void }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [classroomId, setClassroomId] = createSignal<ClassroomId | undefined>(untrack(() => staff.classroom()?.id));
  const [pupilId, setPupilId] = createSignal<PupilId>();
  const [page] = createResource(classroomId, (id) => api.classrooms.read(id));
  const here = () => new Set(props.family.children.map(({ id }) => id));
  const candidates = () => (page.state === "ready" ? page.latest.pupils.filter(({ id }) => !here().has(id)) : []);
  createEffect(on(classroomId, () => setPupilId(undefined), { defer: true }));
  const adding = createAttempt(async () => {
    const chosen = pupilId();
    if (chosen === undefined) return;
    await api.families.addChild(props.family.id, chosen);
    setPupilId(undefined);
    props.onChanged();
  });
  return (
    <details>
      <summary>{t("families.addChild")}</summary>
      <div class="row wrap add-sibling">
        <Show when={staff.classrooms().length > 1}>
          <Field label={t("families.addFrom")}>
            {(ids) => (
              <select
                {...ids}
                class="input"
                value={classroomId()}
                onChange={({ currentTarget: { value } }) =>
                  setClassroomId(staff.classrooms().find(({ id }) => id === value)?.id)
                }
              >
                <For each={staff.classrooms()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
              </select>
            )}
          </Field>
        </Show>
        <Field label={t("families.addChoose")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={pupilId() ?? ""}
              onChange={({ currentTarget: { value } }) => setPupilId(candidates().find(({ id }) => id === value)?.id)}
            >
              <option value="" />
              <For each={candidates()}>{({ id, firstName }) => <option value={id}>{firstName}</option>}</For>
            </select>
          )}
        </Field>
        <Button isBusy={adding.isBusy()} disabled={pupilId() === undefined} onClick={() => void adding.attempt()}>
          {t("families.addGo")}
        </Button>
      </div>
      <Show when={adding.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </details>
  );
}
