import { A } from "@solidjs/router";
import { onCleanup, Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { ComfortKey } from "../ui/ComfortPanel.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { createPupilSession, type PupilSession } from "./pupil-session.ts";
import { Message } from "../ui/Message.tsx";
import "./training.css";

type FrameProps = {
  /** What the page is about, beside the key that leads back. */
  title: string;
  back: { href: string; label: string };
  steps?: JSX.Element;
  children: (session: PupilSession) => JSX.Element;
};

/** The frame of a pupil's exercises: back, where one is, and whose page it is. Whoever is no pupil is led to the door. */
export function PupilFrame(props: FrameProps) {
  const { t } = useI18n();
  const [found, { refetch }] = createPupilSession();
  // With the network back, the page is what the station says again.
  const back = () => found.latest?.isKept === true && void refetch();
  addEventListener("online", back);
  onCleanup(() => removeEventListener("online", back));
  const pupil = () => (found.state === "ready" ? found.latest.pupil : undefined);
  return (
    <div class="training">
      <header class="training-bar">
        <A class="btn bare square" href={props.back.href} aria-label={props.back.label}>
          <Icon name="left" isMirrored />
        </A>
        <span class="strong bar-title">{props.title}</span>
        {props.steps}
        <span class="push row tight">
          <Show when={pupil()}>
            {(session) => (
              <>
                <BirdAvatar bird={session().pupil.bird} colour={session().pupil.colour} size="s" />
                <span class="strong bar-name">{session().pupil.firstName}</span>
              </>
            )}
          </Show>
          <ComfortKey />
        </span>
      </header>
      <main class="training-page">
        <Loaded from={found} onRetry={() => void refetch()} title={props.title}>
          {(session) => (
            <Show when={session().pupil} fallback={<NoPupil />}>
              {(known) => (
                <>
                  <Show when={session().isKept}>
                    <Message look="info" title={t("training.offline")}>
                      {t("training.offlineHint")}
                    </Message>
                  </Show>
                  {props.children(known())}
                </>
              )}
            </Show>
          )}
        </Loaded>
      </main>
    </div>
  );
}

function NoPupil() {
  const { t } = useI18n();
  return (
    <Empty
      level={1}
      title={t("training.notYours")}
      action={
        <A class="btn primary tall" href="/entrer">
          {t("training.enter")}
        </A>
      }
    >
      {t("training.notYoursHint")}
    </Empty>
  );
}
