import { For } from "solid-js";
import { Table } from "../../schemas/floor.ts";
import { useI18n } from "../i18n/I18n.tsx";

/** At which table a QR code will hang: devices that scan it there do not play each other. */
export function TableChoice(props: { table: Table | undefined; onChoose: (table: Table | undefined) => void }) {
  const { t } = useI18n();
  return (
    <label class="field table-choice">
      <span class="legend">{t("floor.codeFor")}</span>
      <select class="input" onChange={(event) => props.onChoose(Table.safeParse(event.currentTarget.value).data)}>
        <option value="" selected={props.table === undefined}>
          {t("floor.codeForAll")}
        </option>
        <For each={Table.options}>
          {(table) => (
            <option value={table} selected={props.table === table}>
              {t("floor.tableName", { table })}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
