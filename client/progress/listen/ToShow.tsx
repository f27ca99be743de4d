import { A } from "@solidjs/router";
import { createResource, createSignal, For, Show } from "solid-js";
import type { ClassroomId, ShowId, TakeId } from "../../../schemas/ids.ts";
import { api, type ClassShow } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Field } from "../../ui/Field.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Message, Refused } from "../../ui/Message.tsx";

/** Where the teacher decides that a take is heard in a show: it becomes a part of that show's rundown. */
export function ToShow(props: { takeId: TakeId; classroomId: ClassroomId }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  const [shows, { refetch }] = createResource(
    () => (isOpen() ? props.classroomId : undefined),
    async (id) => (await api.classrooms.listShows(id)).filter(({ show }) => show.state !== "ended"),
  );
  return (
    <details class="take-part folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("progress.toShow")}</summary>
      <p class="quiet small">{t("progress.toShowHint")}</p>
      <Show when={isOpen()}>
        <Loaded from={shows} onRetry={() => void refetch()} lines={1}>
          {(found) => (
            <Show when={found().length > 0} fallback={<p class="quiet">{t("progress.toShowNone")}</p>}>
              <ShowChoice takeId={props.takeId} shows={found()} />
            </Show>
          )}
        </Loaded>
      </Show>
    </details>
  );
}

function ShowChoice(props: { takeId: TakeId; shows: readonly ClassShow[] }) {
  const { t, formats } = useI18n();
  const [picked, setPicked] = createSignal<string>();
  const [done, setDone] = createSignal<ShowId>();
  const chosen = () => props.shows.find(({ show }) => show.id === picked()) ?? props.shows[0];
  const adding = createAttempt(async ({ show }: ClassShow) => {
    await api.takes.addToShow(props.takeId, show.id);
    setDone(show.id);
  });
  const label = ({ show }: ClassShow) =>
    show.scheduledAt === null ? show.title : `${show.title}, ${formats().moment(show.scheduledAt)}`;
  const add = () => {
    const show = chosen();
    if (show !== undefined) void adding.attempt(show);
  };
  return (
    <>
      <div class="to-show">
        <Field label={t("progress.toShowWhich")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={chosen()?.show.id}
              onChange={({ currentTarget }) => setPicked(currentTarget.value)}
            >
              <For each={props.shows}>{(each) => <option value={each.show.id}>{label(each)}</option>}</For>
            </select>
          )}
        </Field>
        <Button icon="plus" isBusy={adding.isBusy()} onClick={add}>
          {t("progress.toShowAdd")}
        </Button>
      </div>
      <Show when={done()}>
        {(showId) => (
          <Message
            look="good"
            title={t("progress.toShowDone")}
            action={
              <A class="btn" href={`/emissions/${showId()}/conducteur`}>
                {t("progress.toShowOpen")}
              </A>
            }
          />
        )}
      </Show>
      <Show when={adding.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </>
  );
}
