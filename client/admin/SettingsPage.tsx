import { createResource } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { RoomUse } from "../ui/RoomUse.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { ClassRooms } from "./ClassRooms.tsx";
import { QuotaForm } from "./QuotaForm.tsx";

async function readRooms() {
  const [school, classes] = await Promise.all([api.school.readRoom(), api.school.readClassRooms()]);
  return { school, classes };
}

/** How much of the disk the school and its classes take, of what, and how much they may. */
export function SettingsPage() {
  const { t } = useI18n();
  const [rooms, { refetch, mutate }] = createResource(readRooms);
  const choose = async (quotaBytes: number | null) => {
    const school = await api.school.setQuota(quotaBytes);
    mutate((known) => known && { ...known, school });
  };
  return (
    <>
      <SchoolHead title={t("school.settings")} hint={t("school.settingsHint")} />
      <Loaded from={rooms} onRetry={() => void refetch()} lines={5}>
        {(found) => (
          <>
            <div class="two-columns wide-side">
              <RoomUse room={found().school} title={t("school.room")} advice={t("school.roomAdvice")} />
              <section class="panel" aria-labelledby="room-limit">
                <div class="panel-head">
                  <h2 id="room-limit">{t("school.limit")}</h2>
                </div>
                <QuotaForm room={found().school} hint={t("school.quotaHint")} onChoose={choose} />
              </section>
            </div>
            <ClassRooms rooms={found().classes} onChanged={() => void refetch()} />
          </>
        )}
      </Loaded>
    </>
  );
}
