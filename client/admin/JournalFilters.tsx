import { For } from "solid-js";
import type { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import { Act, type JournalQuery } from "../../schemas/journal.ts";
import type { StaffMember } from "../../schemas/staff.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { actName } from "./journal-words.ts";

/** What is chosen: an empty text is no choice. */
export type Chosen = Record<"from" | "to" | "act" | "accountId" | "classroomId", string>;

/** Nothing chosen: everything is shown. */
export const everything: Chosen = { from: "", to: "", act: "", accountId: "", classroomId: "" };

/** The choice as it is asked of the station. */
export const queryOf = (chosen: Chosen): JournalQuery =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));

type Option = { value: string; name: string };

function ChoiceField(props: {
  label: string;
  all: string;
  value: string;
  options: Option[];
  onChoose: (value: string) => void;
}) {
  return (
    <Field label={props.label}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={props.value}
          onChange={(event) => props.onChoose(event.currentTarget.value)}
        >
          <option value="">{props.all}</option>
          <For each={props.options}>{({ value, name }) => <option value={value}>{name}</option>}</For>
        </select>
      )}
    </Field>
  );
}

/** Which acts are shown: by day, act, person and class. */
export function JournalFilters(props: {
  chosen: Chosen;
  staff: readonly StaffMember[];
  classrooms: readonly ClassroomOverview[];
  onChoose: (chosen: Chosen) => void;
}) {
  const { t } = useI18n();
  const choose = (name: keyof Chosen) => (value: string) => props.onChoose({ ...props.chosen, [name]: value });
  const acts = () =>
    Act.options
      .map((act) => ({ value: act, name: actName(t, act) }))
      .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <form class="panel journal-filters" aria-label={t("journal.filters")} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t("journal.from")}
        type="date"
        value={props.chosen.from}
        onChange={(event) => choose("from")(event.currentTarget.value)}
      />
      <TextField
        label={t("journal.to")}
        type="date"
        value={props.chosen.to}
        onChange={(event) => choose("to")(event.currentTarget.value)}
      />
      <ChoiceField
        label={t("journal.person")}
        all={t("journal.everybody")}
        value={props.chosen.accountId}
        options={props.staff.map(({ id, displayName }) => ({ value: id, name: displayName }))}
        onChoose={choose("accountId")}
      />
      <ChoiceField
        label={t("journal.classroom")}
        all={t("journal.allClasses")}
        value={props.chosen.classroomId}
        options={props.classrooms.map(({ id, name }) => ({ value: id, name }))}
        onChoose={choose("classroomId")}
      />
      <ChoiceField
        label={t("journal.act")}
        all={t("journal.allActs")}
        value={props.chosen.act}
        options={acts()}
        onChoose={choose("act")}
      />
      <Button icon="undo" onClick={() => props.onChoose(everything)}>
        {t("journal.reset")}
      </Button>
    </form>
  );
}
