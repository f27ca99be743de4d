import { useParams, useSearchParams } from "@solidjs/router";
import { createResource, onMount } from "solid-js";
import { PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { PupilProgress } from "../../schemas/progress.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { sinceOf } from "./period.ts";
import { PupilCharts } from "./PupilCharts.tsx";
import { ShowsTable } from "./ShowsTable.tsx";
import "./progress.css";
import "./report.css";

/** A pupil's progress on paper, with a line for the family to sign. */
export function ReportPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const params = useParams<{ pupilId: string }>();
  const [search] = useSearchParams<{ depuis: string }>();
  const since = () => search.depuis ?? sinceOf("term", Date.now());
  const [found, { refetch }] = createResource(
    () => staff.classroom()?.id,
    async (classroomId) => {
      const id = PupilId.parse(params.pupilId);
      const [progress, { pupils }] = await Promise.all([
        api.progress.ofPupil(id, since()),
        api.classrooms.read(classroomId),
      ]);
      return { progress, pupil: pupils.find((pupil) => pupil.id === id) };
    },
  );
  onMount(() => (document.title = `${t("progress.reportTitle")} — Antenne`));
  return (
    <Loaded from={found} onRetry={() => void refetch()} lines={6} title={t("progress.reportTitle")}>
      {(here) => <Report {...here()} since={since()} />}
    </Loaded>
  );
}

function Report(props: { progress: PupilProgress; pupil: Pupil | undefined; since: string }) {
  const { t, formats } = useI18n();
  const staff = useStaff();
  const of = () =>
    t("progress.reportOf", {
      name: props.pupil?.firstName ?? "",
      classroom: staff.classroom()?.name ?? "",
      day: formats().date(props.since),
    });
  return (
    <div class="report">
      <PageHead title={t("progress.reportTitle")} hint={of()} back={{ href: "/suivi" }}>
        <Button look="primary" icon="print" onClick={() => print()}>
          {t("progress.print")}
        </Button>
      </PageHead>
      <div class="panel">
        <h2 class="sr-only">{t("progress.tabProgress")}</h2>
        {props.pupil === undefined ? undefined : (
          <PupilCharts pupil={props.pupil} progress={props.progress} onChanged={() => undefined} />
        )}
        <h2 class="report-shows">{t("progress.showsTitle")}</h2>
        <ShowsTable shows={props.progress.shows} />
        <p class="report-sign">{t("progress.reportSign")}</p>
      </div>
    </div>
  );
}
