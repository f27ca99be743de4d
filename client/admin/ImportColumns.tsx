import { createMemo, For } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Field } from "../ui/Field.tsx";
import type { Columns } from "./class-file/find-columns.ts";
import type { SheetRow } from "./class-file/read-sheet.ts";
import { SchoolYearField } from "./SchoolYearField.tsx";

type ImportColumnsProps = {
  rows: readonly SheetRow[];
  columns: Columns;
  onColumns: (columns: Columns) => void;
  schoolYear: string;
  onSchoolYear: (schoolYear: string) => void;
};

const kinds = ["classroom", "firstName", "surname"] as const;

/** Which column is which: as it was recognised, to be corrected. */
export function ImportColumns(props: ImportColumnsProps) {
  const { t } = useI18n();
  const wordsOf = (place: number) => {
    const { head } = props.columns;
    const title = props.rows[head]?.cells[place];
    const first = props.rows[head + 1]?.cells[place] ?? "";
    return title === undefined || title === "" ? t("school.columnLike", { place: place + 1, cell: first }) : title;
  };
  const places = createMemo(() => [...Array(Math.max(...props.rows.map(({ cells }) => cells.length))).keys()]);
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{t("school.columns")}</h2>
      </div>
      <div class="panel-body import-fields">
        <For each={kinds}>
          {(kind) => (
            <Field label={t(`school.${kind}Column`)} hint={t(`school.${kind}ColumnHint`)}>
              {(ids) => (
                <select
                  {...ids}
                  class="input"
                  onChange={({ currentTarget: { value } }) =>
                    props.onColumns({ ...props.columns, [kind]: value === "" ? undefined : Number(value) })
                  }
                >
                  <option value="" selected={props.columns[kind] === undefined}>
                    {t(kind === "surname" ? "school.noColumn" : "school.pickColumn")}
                  </option>
                  <For each={places()}>
                    {(place) => (
                      <option value={String(place)} selected={props.columns[kind] === place}>
                        {wordsOf(place)}
                      </option>
                    )}
                  </For>
                </select>
              )}
            </Field>
          )}
        </For>
        <SchoolYearField value={props.schoolYear} onChange={(schoolYear) => props.onSchoolYear(schoolYear)} />
        <label class="check">
          <input
            type="checkbox"
            checked={props.columns.head >= 0}
            onChange={(event) => props.onColumns({ ...props.columns, head: event.currentTarget.checked ? 0 : -1 })}
          />
          <span>{t("school.hasTitles")}</span>
        </label>
      </div>
    </section>
  );
}
