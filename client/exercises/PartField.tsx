import { createResource, For, Show } from "solid-js";
import { isSameText, longestTakeSeconds, type ExerciseSettings } from "../../schemas/exercises.ts";
import type { ClassroomId, ShowId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Message } from "../ui/Message.tsx";

type PartProps = {
  classroomId: ClassroomId;
  settings: ExerciseSettings;
  onChange: (change: Partial<ExerciseSettings>) => void;
};

/** The part of a show that is being prepared: its text is taken over, and the teacher is told once it has changed there. */
export function PartField(props: PartProps) {
  const { t, formats } = useI18n();
  const [shows] = createResource(
    () => props.classroomId,
    async (id) => (await api.classrooms.listShows(id)).filter(({ show }) => show.state !== "ended"),
  );
  const [items] = createResource(
    () => props.settings.part?.showId,
    async (id) => (await api.shows.readRundown(id)).items,
  );
  const list = () => (items.state === "ready" ? items.latest : []);
  const item = () => list().find(({ id }) => id === props.settings.part?.itemId);
  const takeShow = async (id: string) => {
    const found = shows.latest?.find(({ show }) => show.id === id)?.show.id;
    if (found === undefined) props.onChange({ part: null });
    else take(found, (await api.shows.readRundown(found)).items[0]);
  };
  const take = (showId: ShowId, chosen: RundownItem | undefined) => {
    if (chosen === undefined) return;
    const { title } = props.settings;
    const isTaken = title.trim() === "" || list().some((each) => each.title === title);
    props.onChange({
      part: { showId, itemId: chosen.id },
      title: isTaken ? chosen.title : title,
      text: chosen.prompterText,
      targetSeconds: Math.min(longestTakeSeconds, Math.max(10, chosen.plannedSeconds)),
    });
  };
  return (
    <>
      <div class="form-pair">
        <Field label={t("exercises.field_show")} hint={t("exercises.field_showHint")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={props.settings.part?.showId ?? ""}
              onChange={({ currentTarget }) => void takeShow(currentTarget.value)}
            >
              <option value="">{t("exercises.noShow")}</option>
              <For each={shows.latest}>
                {({ show }) => (
                  <option value={show.id} selected={show.id === props.settings.part?.showId}>
                    {show.scheduledAt === null ? show.title : `${show.title}, ${formats().moment(show.scheduledAt)}`}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <Show when={props.settings.part}>
          {(part) => (
            <Field label={t("exercises.field_item")}>
              {(ids) => (
                <select
                  {...ids}
                  class="input"
                  value={part().itemId}
                  onChange={({ currentTarget }) =>
                    take(
                      part().showId,
                      list().find(({ id }) => id === currentTarget.value),
                    )
                  }
                >
                  <For each={list()}>
                    {({ id, title }) => (
                      <option value={id} selected={id === part().itemId}>
                        {title}
                      </option>
                    )}
                  </For>
                </select>
              )}
            </Field>
          )}
        </Show>
      </div>
      <Show when={props.settings.part !== null && items.state === "ready"}>
        <Show when={item()} fallback={<Message look="warning" title={t("exercises.partGone")} />}>
          {(found) => (
            <Show when={!isSameText(found().prompterText, props.settings.text)}>
              <Message
                look="info"
                title={t("exercises.partChanged")}
                action={
                  <Button onClick={() => props.onChange({ text: found().prompterText })}>
                    {t("exercises.partTake")}
                  </Button>
                }
              >
                {t("exercises.partChangedHint")}
              </Message>
            </Show>
          )}
        </Show>
      </Show>
    </>
  );
}
