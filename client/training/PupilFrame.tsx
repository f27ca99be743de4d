import { A } from "@solidjs/router";
import { createEffect, onCleanup, Show, untrack, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { ComfortKey } from "../ui/ComfortPanel.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { createPupilSession, type PupilSession } from "./pupil-session.ts";
import { Message } from "../ui/Message.tsx";
import "./training.css";

const againMs = 5_000;

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
  // With the network back, the page is what the station says again; browsers tell of a network before it is there, and only once.
  createEffect(() => {
    if (found.latest?.isKept !== true) return;
    const askAgain = () => void refetch();
    const timer = setInterval(askAgain, againMs);
    addEventListener("online", askAgain);
    onCleanup(() => {
      clearInterval(timer);
      removeEventListener("online", askAgain);
    });
  });
  const pupil = () => (found.state === "ready" || found.state === "refreshing" ? found.latest.pupil : undefined);
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
            <>
              <Show when={session().isKept}>
                <Message look="info" title={t("training.offline")}>
                  {t("training.offlineHint")}
                </Message>
              </Show>
              <Show when={session().pupil?.pupil.id} keyed fallback={<NoPupil />}>
                <Own session={session().pupil!}>{props.children}</Own>
              </Show>
            </>
          )}
        </Loaded>
      </main>
    </div>
  );
}

/** One pupil's page, which stays as it is when the station answers again: they may be speaking. */
function Own(props: { session: PupilSession; children: FrameProps["children"] }) {
  return <>{untrack(() => props.children(props.session))}</>;
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
