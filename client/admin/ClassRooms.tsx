import { createSignal, For, Show } from "solid-js";
import { fullnessOf, usedIn, type ClassroomRoom } from "../../schemas/school-room.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { QuotaForm } from "./QuotaForm.tsx";
import "./class-rooms.css";
import "./classes.css";

/** What each class takes of the disk, and the limit that an admin gives it. */
export function ClassRooms(props: { rooms: readonly ClassroomRoom[]; onChanged: () => void }) {
  const { t } = useI18n();
  const [changed, setChanged] = createSignal<ClassroomRoom>();
  const choose = async (quotaBytes: number | null) => {
    await api.classrooms.setQuota(changed()!.classroomId, quotaBytes);
    setChanged(undefined);
    props.onChanged();
  };
  return (
    <section class="panel class-rooms" aria-labelledby="class-rooms">
      <div class="panel-head">
        <h2 id="class-rooms">{t("school.byClass")}</h2>
      </div>
      <div class="scroll-x" tabindex="0" role="group" aria-labelledby="class-rooms">
        <table class="table class-table">
          <thead>
            <tr>
              <th scope="col">{t("school.class")}</th>
              <th scope="col" class="number">
                {t("school.room")}
              </th>
              <th scope="col" class="number">
                {t("school.limit")}
              </th>
              <th scope="col">
                <span class="sr-only">{t("staff.actions")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rooms}>{(room) => <Row room={room} onChange={() => setChanged(room)} />}</For>
          </tbody>
        </table>
      </div>
      <Dialog
        isOpen={changed() !== undefined}
        title={t("school.limitOf", { name: changed()?.name ?? "" })}
        onClose={() => setChanged(undefined)}
      >
        <Show when={changed()} keyed>
          {(room) => <QuotaForm room={room} hint={t("school.classQuotaHint")} onChoose={choose} />}
        </Show>
      </Dialog>
    </section>
  );
}

function Row(props: { room: ClassroomRoom; onChange: () => void }) {
  const { t, formats } = useI18n();
  const fullness = () => fullnessOf(props.room);
  return (
    <tr>
      <td>{props.room.name}</td>
      <td class="number">
        <Show when={fullness() !== "free"}>
          <Chip look={fullness() === "full" ? "danger" : "waiting"}>
            {t(fullness() === "full" ? "school.atLimit" : "school.nearLimit")}
          </Chip>{" "}
        </Show>
        {formats().room(usedIn(props.room))}
      </td>
      <td class="number">
        <Show when={props.room.quotaBytes} fallback={<span class="quiet">{t("school.noLimit")}</span>}>
          {(quota) => formats().room(quota())}
        </Show>
      </td>
      <td class="number">
        <Button
          look="bare"
          size="square"
          icon="pencil"
          aria-label={t("school.limitOf", { name: props.room.name })}
          onClick={() => props.onChange()}
        />
      </td>
    </tr>
  );
}
