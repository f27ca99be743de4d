import { For } from "solid-js";
import type { ClassRoom, RetentionPlan } from "../../schemas/retention.ts";
import { useI18n } from "../i18n/I18n.tsx";

const kinds = ["tracks", "recordings", "episodes"] as const;
const whole = (room: Pick<ClassRoom, (typeof kinds)[number]>) => room.tracks + room.recordings + room.episodes;

/** The room that each class takes on the disk. */
export function RoomTable(props: { plan: RetentionPlan }) {
  const { t, formats } = useI18n();
  return (
    <section class="panel" aria-labelledby="room-title">
      <div class="panel-head">
        <h2 id="room-title">{t("retention.room")}</h2>
      </div>
      <div class="scroll-x" tabindex="0" role="group" aria-labelledby="room-title">
        <table class="table room-table">
          <thead>
            <tr>
              <th scope="col">{t("retention.classroom")}</th>
              <For each={kinds}>
                {(kind) => (
                  <th scope="col" class="number">
                    {t(`retention.${kind}`)}
                  </th>
                )}
              </For>
              <th scope="col" class="number">
                {t("retention.total")}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.plan.classes}>
              {(room) => (
                <tr>
                  <th scope="row">{room.name}</th>
                  <For each={kinds}>{(kind) => <td class="number">{formats().room(room[kind])}</td>}</For>
                  <td class="number">
                    <b>{formats().room(whole(room))}</b>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  );
}
