import { createResource, createSignal, For, Show } from "solid-js";
import type { Classroom } from "../../schemas/people.ts";
import type { ShowCode } from "../../schemas/show-codes.ts";
import type { Show as RadioShow } from "../../schemas/shows.ts";
import { api } from "../api/api.ts";
import { codeLink } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Field } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { CodeBoard } from "./CodeBoard.tsx";

const soonest = ({ scheduledAt }: RadioShow) => (scheduledAt === null ? Infinity : Date.parse(scheduledAt));

async function readCodes(id: Classroom["id"]) {
  const [codes, listed] = await Promise.all([api.classrooms.listShowCodes(id), api.classrooms.listShows(id)]);
  const open = listed.map(({ show }) => show).filter(({ state }) => state !== "ended");
  const without = open.filter((show) => codes.every(({ showId }) => showId !== show.id));
  return { codes, without: without.toSorted((one, other) => soonest(one) - soonest(other)) };
}

/** Codes that open the class until one show has ended: those that there are, and one more. */
export function ShowCodes(props: { classroom: Classroom }) {
  const { t } = useI18n();
  const [found, { refetch }] = createResource(() => props.classroom.id, readCodes);
  return (
    <section class="panel" aria-labelledby="show-codes">
      <div class="panel-head">
        <h2 id="show-codes">{t("classroom.showCodes")}</h2>
      </div>
      <div class="panel-body stack">
        <p class="small quiet">{t("classroom.showCodesHint")}</p>
        <Loaded from={found} onRetry={() => void refetch()}>
          {(known) => (
            <>
              <Show when={known().codes.length > 0}>
                <ul class="show-codes">
                  <For each={known().codes}>
                    {(code) => <CodeLine code={code} classroom={props.classroom} onTaken={() => void refetch()} />}
                  </For>
                </ul>
              </Show>
              <Show when={known().without.length > 0}>
                <GiveCode shows={known().without} onGiven={() => void refetch()} />
              </Show>
            </>
          )}
        </Loaded>
      </div>
    </section>
  );
}

function CodeLine(props: { code: ShowCode; classroom: Classroom; onTaken: () => void }) {
  const { t } = useI18n();
  const [isOnBoard, setOnBoard] = createSignal(false);
  const [isAsking, setAsking] = createSignal(false);
  const take = async () => {
    await api.shows.takeCode(props.code.showId);
    props.onTaken();
  };
  return (
    <li>
      <b class="figures">{props.code.code}</b>
      <span class="small">{props.code.title}</span>
      <span class="row">
        <Button
          icon="teacher"
          aria-label={t("classroom.showCodeOnBoard", { title: props.code.title })}
          onClick={() => setOnBoard(true)}
        >
          {t("classroom.board")}
        </Button>
        <Button
          look="bare"
          aria-label={t("classroom.showCodeTakeOf", { title: props.code.title })}
          onClick={() => setAsking(true)}
        >
          {t("classroom.showCodeTake")}
        </Button>
      </span>
      <CodeBoard
        isOpen={isOnBoard()}
        classroom={{ ...props.classroom, code: props.code.code }}
        table={undefined}
        link={codeLink(location.origin, props.code.code)}
        onClose={() => setOnBoard(false)}
      />
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("classroom.showCodeTakeTitle")}
        keep={t("classroom.showCodeKeep")}
        confirm={t("classroom.showCodeTake")}
        onClose={() => setAsking(false)}
        onConfirm={take}
      >
        {t("classroom.showCodeTakeText")}
      </ConfirmDialog>
    </li>
  );
}

function GiveCode(props: { shows: readonly RadioShow[]; onGiven: () => void }) {
  const { t, formats } = useI18n();
  const [chosen, setChosen] = createSignal<string>();
  const show = () => props.shows.find(({ id }) => id === chosen()) ?? props.shows[0];
  const words = ({ title, scheduledAt }: RadioShow) =>
    scheduledAt === null ? t("classroom.showCodeNoTime", { title }) : `${title}, ${formats().moment(scheduledAt)}`;
  const giving = createAttempt(async () => {
    const id = show()?.id;
    if (id !== undefined) await api.shows.giveCode(id);
    props.onGiven();
  });
  return (
    <>
      <Field label={t("classroom.showCodeFor")}>
        {(ids) => (
          <select {...ids} class="input" onChange={(event) => setChosen(event.currentTarget.value)}>
            <For each={props.shows}>
              {(each) => (
                <option value={each.id} selected={each.id === show()?.id}>
                  {words(each)}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Button icon="plus" isWide isBusy={giving.isBusy()} onClick={() => void giving.attempt()}>
        {t("classroom.showCodeGive")}
      </Button>
      <Show when={giving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </>
  );
}
