import { useI18n } from "../i18n/I18n.tsx";
import { TextField } from "../ui/Field.tsx";

/** Two years in a row, as `2026-2027`. */
export function isSchoolYear(typed: string): boolean {
  const [, first, second] = /^(\d{4})-(\d{4})$/.exec(typed) ?? [];
  return Number(second) === Number(first) + 1;
}

/** The school year of a class. */
export function SchoolYearField(props: { value: string; onChange: (schoolYear: string) => void }) {
  const { t } = useI18n();
  return (
    <TextField
      label={t("classroom.createYear")}
      error={isSchoolYear(props.value) ? undefined : t("classroom.createYearBad")}
      required
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value.trim())}
    />
  );
}
