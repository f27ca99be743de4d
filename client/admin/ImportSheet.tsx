import { createMemo, createResource, createSignal, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { schoolYearAt } from "../ui/school-year.ts";
import { draftImport, type Draft } from "./class-file/draft-import.ts";
import { findColumns, type Columns } from "./class-file/find-columns.ts";
import type { SheetRow } from "./class-file/read-sheet.ts";
import { ImportColumns } from "./ImportColumns.tsx";
import { ImportFaults } from "./ImportFaults.tsx";
import { ImportPlan } from "./ImportPlan.tsx";
import { SendList } from "./SendList.tsx";
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
  const asked = () => (props.draft.pupils > 0 ? props.draft.list : undefined);
  const [plan, { refetch }] = createResource(asked, (list) => api.school.previewImport(list));
  return (
    <Show when={asked()} fallback={<ImportFaults unread={props.draft.faults} refused={[]} />}>
      <Loaded from={plan} onRetry={() => void refetch()} lines={5}>
        {(found) => {
          const added = () => found().classrooms.reduce((sum, { added }) => sum + added.length, 0);
          return (
            <div class="stack">
              <ImportFaults unread={props.draft.faults} refused={found().faults} />
              <SendList
                unread={props.draft.faults.length}
                leaveWord={count("school.leaveLines", props.draft.faults.length)}
                isShut={found().faults.length > 0}
                sendWord={added() > 0 ? count("school.importGo", added()) : t("school.importNothing")}
                onSend={() => props.onSend()}
              >
                <ImportPlan plan={found()} />
              </SendList>
            </div>
          );
        }}
      </Loaded>
    </Show>
  );
}
