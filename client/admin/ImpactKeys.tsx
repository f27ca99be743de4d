import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { saveText } from "../ui/save-text.ts";
import { impactCsv, type ImpactPeriod } from "./impact-csv.ts";

/** The figures to take away: as a file for a spreadsheet, and on paper. */
export function ImpactKeys(props: { periods: readonly ImpactPeriod[] }) {
  const { t } = useI18n();
  return (
    <>
      <Button icon="download" onClick={() => saveText(t("impact.file"), "text/csv", impactCsv(t, props.periods))}>
        {t("impact.csv")}
      </Button>
      <Button icon="print" onClick={() => print()}>
        {t("impact.print")}
      </Button>
    </>
  );
}
