import { createMemo, createResource, createSignal, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { schoolYearAt } from "../ui/school-year.ts";
import { draftImport, type Draft } from "./class-file/draft-import.ts";
import { findColumns, type Columns } from "./class-file/find-columns.ts";
import type { SheetRow } from "./class-file/read-sheet.ts";
import { ImportColumns } from "./ImportColumns.tsx";
import { ImportFaults } from "./ImportFaults.tsx";
import { ImportPlan } from "./ImportPlan.tsx";
import { isSchoolYear } from "./SchoolYearField.tsx";

/** A file that was read: its columns, what would be made of it, the lines that cannot be taken over, and the key that does it. */
export function ImportSheet(props: { rows: readonly SheetRow[]; onSend: (draft: Draft) => Promise<unknown> }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the page makes a new sheet for every file.
  const [columns, setColumns] = createSignal<Columns>(findColumns(props.rows));
  const [schoolYear, setSchoolYear] = createSignal(schoolYearAt(new Date()));
  const draft = createMemo(() => {
    const { classroom, firstName, ...rest } = columns();
    if (classroom === undefined || firstName === undefined || !isSchoolYear(schoolYear())) return undefined;
    return draftImport(props.rows, { ...rest, classroom, firstName }, schoolYear());
  });
  return (
    <div class="import-columns">
      <ImportColumns
        rows={props.rows}
        columns={columns()}
        onColumns={setColumns}
        schoolYear={schoolYear()}
        onSchoolYear={setSchoolYear}
      />
      <Show when={draft()} fallback={<Message look="info" title={t("school.pickColumns")} />} keyed>
        {(found) => <Preview draft={found} onSend={() => props.onSend(found)} />}
      </Show>
    </div>
  );
}

function Preview(props: { draft: Draft; onSend: () => Promise<unknown> }) {
  const { t, count } = useI18n();
  const [isLeaving, setLeaving] = createSignal(false);
  const asked = () => (props.draft.pupils > 0 ? props.draft.list : undefined);
  const [plan, { refetch }] = createResource(asked, (list) => api.school.previewImport(list));
  const sending = createAttempt(() => props.onSend());
  return (
    <Show when={asked()} fallback={<ImportFaults unread={props.draft.faults} refused={[]} />}>
      <Loaded from={plan} onRetry={() => void refetch()} lines={5}>
        {(found) => {
          const added = () => found().classrooms.reduce((sum, { added }) => sum + added.length, 0);
          const isFree = () => found().faults.length === 0 && (props.draft.faults.length === 0 || isLeaving());
          return (
            <div class="stack">
              <ImportFaults unread={props.draft.faults} refused={found().faults} />
              <Show when={props.draft.faults.length > 0}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isLeaving()}
                    onChange={(event) => setLeaving(event.currentTarget.checked)}
                  />
                  <span>{count("school.leaveLines", props.draft.faults.length)}</span>
                </label>
              </Show>
              <ImportPlan plan={found()} />
              <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
              <div class="form-end">
                <Button
                  look="primary"
                  size="tall"
                  class="push"
                  disabled={!isFree()}
                  isBusy={sending.isBusy()}
                  onClick={() => void sending.attempt()}
                >
                  {added() > 0 ? count("school.importGo", added()) : t("school.importNothing")}
                </Button>
              </div>
            </div>
          );
        }}
      </Loaded>
    </Show>
  );
}
