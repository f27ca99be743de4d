import { createResource, onMount } from "solid-js";
import { api, ApiError } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { PublicBar } from "../ui/PublicBar.tsx";
import { DayDial } from "./DayDial.tsx";
import { ListenDoor } from "./ListenDoor.tsx";
import { PupilDoor } from "./PupilDoor.tsx";
import { StaffDoor } from "./StaffDoor.tsx";
import "./doors.css";

async function findSession() {
  try {
    return await api.session.read();
  } catch (error) {
    // A visitor has none, and without a network the doors still show.
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** The three doors: pupils, teachers, listeners, under the day's dial. */
export function HomePage() {
  const { t } = useI18n();
  const [pages, { refetch }] = createResource(() => api.channels.listPublic());
  const [session, { mutate }] = createResource(findSession);
  const here = () => (session.state === "ready" ? session.latest : undefined);
  const shown = () => (pages.state === "ready" || pages.state === "refreshing" ? pages.latest : []);
  onMount(() => (document.title = t("doors.title")));
  const forget = async () => {
    await api.session.close();
    mutate(undefined);
  };
  return (
    <div class="public-page home">
      <PublicBar />
      <div class="home-parts">
        <DayDial pages={shown()} isLoading={pages.loading || pages.state === "errored"} />
        <main class="doors" id="content">
          <PupilDoor session={here()} onForget={forget} />
          <StaffDoor session={here()} onForget={forget} />
          <ListenDoor pages={pages} isFamily={here()?.kind === "family"} onRetry={() => void refetch()} />
        </main>
      </div>
      <footer class="home-foot">{t("doors.promise")}</footer>
    </div>
  );
}
