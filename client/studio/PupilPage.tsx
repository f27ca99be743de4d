import { A, useParams } from "@solidjs/router";
import { Match, onCleanup, Show, Switch } from "solid-js";
import "../styles/desk.css";
import "./live-parts.css";
import "./sound-check.css";
import "./pupil-page.css";
import "./pupil-small.css";
import type { ShowId } from "../../schemas/ids.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Refused } from "../ui/Message.tsx";
import { refusalCode } from "./create-studio.ts";
import { createFrames } from "./frames.ts";
import { createParticipation, type Participation } from "./create-participation.ts";
import { PupilEnd } from "./PupilEnd.tsx";
import { PupilSeat } from "./PupilSeat.tsx";
import { SoundCheck } from "./SoundCheck.tsx";

/** The studio of one show, for a pupil: sound check, then what is heard of them, in one colour and one word. */
export function PupilPage() {
  const params = useParams<{ showId: string }>();
  return (
    <Show when={params.showId as ShowId} keyed>
      {(showId) => <StudioOf showId={showId} />}
    </Show>
  );
}

function StudioOf(props: { showId: ShowId }) {
  const { t } = useI18n();
  const participation = createParticipation(props.showId, { needsCheck: true });
  const frames = createFrames();
  const { studio, voice } = participation;
  const before = document.title;
  document.title = `${t("studio.studioTitle")} — ${t("frame.appName")}`;
  onCleanup(() => (document.title = before));
  const refusal = () => {
    const presence = studio.presence();
    return presence.state === "refused" ? presence : undefined;
  };
  const isEnded = () =>
    refusalCode(refusal()?.thrown) === "show.ended" || studio.snapshot()?.transmission.state === "ended";
  return (
    <Switch fallback={<SoundCheck participation={participation} frames={frames} />}>
      <Match when={isEnded()}>
        <PupilEnd word="ended" />
      </Match>
      <Match when={studio.presence().state === "barred" || refusalCode(refusal()?.thrown) === "studio.barred"}>
        <PupilEnd word="barred" />
      </Match>
      <Match when={refusal()}>
        {(refused) => <PupilRefused thrown={refused().thrown} participation={participation} />}
      </Match>
      <Match when={studio.presence().state === "removed"}>
        <PupilEnd word="removed" onEnter={studio.enter} />
      </Match>
      <Match when={studio.presence().state === "replaced"}>
        <PupilEnd word="replaced" onEnter={studio.enter} />
      </Match>
      <Match when={voice.isChecked() && studio.snapshot()}>
        {(snapshot) => <PupilSeat snapshot={snapshot()} participation={participation} frames={frames} />}
      </Match>
    </Switch>
  );
}

function PupilRefused(props: { thrown: unknown; participation: Participation }) {
  const { t } = useI18n();
  return (
    <main class="page stack">
      <h1>{t("studio.studioTitle")}</h1>
      <Refused
        thrown={props.thrown}
        action={
          <Button
            onClick={() => {
              props.participation.studio.enter();
            }}
          >
            {t("frame.retry")}
          </Button>
        }
      />
      <A class="btn tall" href="/entrer">
        {t("studio.enterWithCode")}
      </A>
    </main>
  );
}
