import { createResource, createSignal, Show } from "solid-js";
import type { Table } from "../../schemas/floor.ts";
import type { ShowId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { codeLink } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { ready } from "../ui/ready.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TableChoice } from "../ui/TableChoice.tsx";

/** How pupils come in: the class's code and its QR, with what to do in one sentence. */
export function EntryPanel(props: { showId: ShowId }) {
  const { t } = useI18n();
  const [table, setTable] = createSignal<Table>();
  const [classroom] = createResource(
    () => props.showId,
    async (showId) => {
      const { channel } = await api.shows.read(showId);
      return (await api.classrooms.read(channel.classroomId)).classroom;
    },
  );
  return (
    <div class="entry">
      <Show when={classroom.state !== "errored"} fallback={<p class="small">{t("studio.codeMissing")}</p>}>
        <Show when={ready(classroom)} fallback={<Skeleton lines={4} />}>
          {(known) => (
            <>
              <p class="small quiet">{t("studio.entryAdvice")}</p>
              <QrCode address={codeLink(location.origin, known().code, table())} />
              <p class="code figures">{known().code}</p>
              <TableChoice table={table()} onChoose={setTable} />
              <p class="tiny quiet">{t("studio.entryAddress", { address: `${location.host}/entrer` })}</p>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}
