import { createResource, createSignal, Show } from "solid-js";
import type { Table } from "../../schemas/floor.ts";
import type { ShowId } from "../../schemas/ids.ts";
import type { ShowCode } from "../../schemas/show-codes.ts";
import { api } from "../api/api.ts";
import { codeLink } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { ready } from "../ui/ready.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { TableChoice } from "../ui/TableChoice.tsx";

async function readCodes(showId: ShowId) {
  const { channel } = await api.shows.read(showId);
  const [{ classroom }, codes] = await Promise.all([
    api.classrooms.read(channel.classroomId),
    api.classrooms.listShowCodes(channel.classroomId),
  ]);
  return { dayCode: classroom.code, ofShow: codes.find((code) => code.showId === showId) };
}

/** How pupils come in: the class's code of the day or one that lasts as long as this show, and its QR, with what to do in one sentence. */
export function EntryPanel(props: { showId: ShowId }) {
  const { t } = useI18n();
  const [chosen, setChosen] = createSignal<"day" | "show">();
  const [codes, { mutate }] = createResource(() => props.showId, readCodes);
  // A show that has a code of its own was given it to be shown.
  const which = () => chosen() ?? (ready(codes)?.ofShow === undefined ? "day" : "show");
  return (
    <div class="entry">
      <Show when={codes.state !== "errored"} fallback={<p class="small">{t("studio.codeMissing")}</p>}>
        <Show when={ready(codes)} fallback={<Skeleton lines={4} />}>
          {(known) => (
            <>
              <Choice
                label={<span class="sr-only">{t("classroom.whichCode")}</span>}
                chosen={which()}
                choices={{ day: t("classroom.dayCode"), show: t("classroom.showCode") }}
                onChoose={setChosen}
              />
              <Show
                when={which() === "day"}
                fallback={
                  <CodeOfShow
                    showId={props.showId}
                    code={known().ofShow}
                    onGiven={(ofShow) => mutate({ ...known(), ofShow })}
                  />
                }
              >
                <CodeToShow code={known().dayCode} />
              </Show>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}

function CodeToShow(props: { code: string }) {
  const { t } = useI18n();
  const [table, setTable] = createSignal<Table>();
  return (
    <>
      <p class="small quiet">{t("studio.entryAdvice")}</p>
      <QrCode address={codeLink(location.origin, props.code, table())} />
      <p class="code figures">{props.code}</p>
      <TableChoice table={table()} onChoose={setTable} />
      <p class="tiny quiet">{t("studio.entryAddress", { address: `${location.host}/entrer` })}</p>
    </>
  );
}

/** The code that opens until this show has ended. It is taken away on the class page: here a slip would send pupils out on air. */
function CodeOfShow(props: { showId: ShowId; code: ShowCode | undefined; onGiven: (code: ShowCode) => void }) {
  const { t } = useI18n();
  const giving = createAttempt(async () => {
    props.onGiven(await api.shows.giveCode(props.showId));
  });
  return (
    <>
      <Show
        when={props.code}
        fallback={
          <>
            <p class="small quiet">{t("classroom.showCodeNone")}</p>
            <Button icon="plus" isWide isBusy={giving.isBusy()} onClick={() => void giving.attempt()}>
              {t("classroom.showCodeGive")}
            </Button>
          </>
        }
      >
        {(code) => (
          <>
            <CodeToShow code={code().code} />
            <p class="small">{t("classroom.showCodeUntil")}</p>
          </>
        )}
      </Show>
      <Show when={giving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </>
  );
}
