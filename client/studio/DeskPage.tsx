import { A, useParams } from "@solidjs/router";
import { createMemo, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import "../styles/desk.css";
import "./live-parts.css";
import "./desk-band.css";
import "./desk-columns.css";
import "./desk-strips.css";
import "./desk-page.css";
import type { ShowId } from "../../schemas/ids.ts";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { Refused } from "../ui/Message.tsx";
import { CartPads } from "./CartPads.tsx";
import { CountdownVeil } from "./CountdownVeil.tsx";
import { refusalCode } from "./create-studio.ts";
import { createFrames } from "./frames.ts";
import { createParticipation, type Participation } from "./create-participation.ts";
import { createTalkback } from "./create-talkback.ts";
import { createTicker } from "./create-ticker.ts";
import { createTuning, makeMay, type Desk } from "./desk.ts";
import { DeskBand } from "./DeskBand.tsx";
import { DeskSideColumns } from "./DeskSideColumns.tsx";
import { DeskSkeleton } from "./DeskSkeleton.tsx";
import { EndedPanel } from "./EndedPanel.tsx";
import { createPadPanel } from "./pad-panel.ts";
import { PadPanel } from "./PadPanel.tsx";
import { hearLevels } from "./levels-feed.ts";
import { Announcer } from "./Announcer.tsx";
import { LeaveQuestion } from "./LeaveQuestion.tsx";
import { SafetyBar } from "./SafetyBar.tsx";
import { TalkbackKeys } from "./TalkbackKeys.tsx";
import { StripRow } from "./StripRow.tsx";

/** The desk (régie) of one show, for its teacher. */
export function DeskPage() {
  const params = useParams<{ showId: string }>();
  return (
    <Show when={params.showId as ShowId} keyed>
      {(showId) => <DeskOf showId={showId} />}
    </Show>
  );
}

function DeskOf(props: { showId: ShowId }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the page is made anew for every show.
  const participation = createParticipation(props.showId, { needsCheck: false });
  const { studio } = participation;
  const desk: Desk = {
    studio,
    levels: hearLevels(studio.signalling),
    frames: createFrames(),
    talkback: createTalkback(studio, () => participation.voice.sent() !== undefined),
    padPanel: createPadPanel(),
    may: makeMay(studio),
    ...createTuning(),
  };
  const before = document.title;
  document.title = `${t("studio.deskTitle")} — ${t("frame.appName")}`;
  onCleanup(() => (document.title = before));
  const refusal = () => {
    const presence = studio.presence();
    return presence.state === "refused" ? presence : undefined;
  };
  return (
    <Switch fallback={<DeskSkeleton />}>
      <Match when={refusalCode(refusal()?.thrown) === "show.ended"}>
        <main class="page">
          <EndedPanel showId={props.showId} jobId={undefined} signalling={studio.signalling} />
        </main>
      </Match>
      <Match when={refusal()}>{(refused) => <DeskRefused thrown={refused().thrown} onRetry={studio.enter} />}</Match>
      <Match when={studio.presence().state === "replaced"}>
        <DeskReplaced onEnter={studio.enter} />
      </Match>
      <Match when={studio.snapshot()}>
        {(snapshot) => <DeskScreen snapshot={snapshot()} desk={desk} participation={participation} />}
      </Match>
    </Switch>
  );
}

function DeskRefused(props: { thrown: unknown; onRetry: () => void }) {
  const { t } = useI18n();
  return (
    <main class="page stack">
      <h1>{t("studio.deskTitle")}</h1>
      <Refused
        thrown={props.thrown}
        action={
          <Button
            onClick={() => {
              props.onRetry();
            }}
          >
            {t("frame.retry")}
          </Button>
        }
      />
      <A href="/emissions">{t("frame.navShows")}</A>
    </main>
  );
}

function DeskReplaced(props: { onEnter: () => void }) {
  const { t } = useI18n();
  return (
    <main class="page stack">
      <h1>{t("studio.deskElsewhere")}</h1>
      <p>{t("studio.deskElsewhereText")}</p>
      <div>
        <Button
          look="primary"
          size="tall"
          onClick={() => {
            props.onEnter();
          }}
        >
          {t("studio.deskHere")}
        </Button>
      </div>
    </main>
  );
}

function DeskScreen(props: { snapshot: StudioSnapshot; desk: Desk; participation: Participation }) {
  const { t, formats } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the page has one desk for as long as it is there.
  const { studio } = props.desk;
  const transmission = () => props.snapshot.transmission;
  const onAirAt = () => {
    const now = transmission();
    return now.state === "countdown" ? now.onAirAt : undefined;
  };
  const elapsed = createTicker(studio.signalling.clock, onAirAt);
  const ended = createMemo(() => {
    const now = transmission();
    return now.state === "ended" ? now : undefined;
  });
  const [isFolded, setIsFolded] = createSignal(false);
  const open = () => props.snapshot.strips.filter((strip) => strip.isOpen && strip.peerId !== null);
  return (
    <div
      ref={keepFocus}
      class="desk"
      classList={{
        crowded: props.snapshot.strips.filter(({ place }) => place === "floor").length > 7,
        folded: isFolded(),
      }}
    >
      <Announcer snapshot={props.snapshot} />
      <Show when={!studio.signalling.isConnected()}>
        <p class="desk-alert" role="alert">
          {t("studio.serverLost")}
        </p>
      </Show>
      <Show when={props.snapshot.isDiskLow}>
        <p class="desk-alert" role="alert">
          {t("studio.diskLow")}
        </p>
      </Show>
      <Show when={ended() === undefined && props.snapshot.endsAt}>
        {(endsAt) => (
          <p class="desk-alert" role="alert">
            {t("studio.endsSoon", { time: formats().time(endsAt()) })}
          </p>
        )}
      </Show>
      <LeaveQuestion leaving={props.participation.leaving} question={t("floor.leaveDesk")} />
      <DeskBand snapshot={props.snapshot} desk={props.desk} />
      <Show
        when={!ended()}
        fallback={
          <main class="after">
            <EndedPanel showId={props.snapshot.showId} jobId={ended()?.jobId} signalling={studio.signalling} />
          </main>
        }
      >
        <main class="plan">
          <DeskSideColumns
            snapshot={props.snapshot}
            desk={props.desk}
            participation={props.participation}
            onFolded={setIsFolded}
          >
            <div class="console">
              <StripRow snapshot={props.snapshot} desk={props.desk} />
              <Show when={studio.trouble()}>{(trouble) => <Refused thrown={trouble().thrown} />}</Show>
              <CartPads snapshot={props.snapshot} desk={props.desk} />
            </div>
          </DeskSideColumns>
          <Show when={props.desk.padPanel.view()}>
            {(view) => <PadPanel view={view()} snapshot={props.snapshot} panel={props.desk.padPanel} />}
          </Show>
        </main>
        <SafetyBar snapshot={props.snapshot} desk={props.desk}>
          <TalkbackKeys talkback={props.desk.talkback} />
        </SafetyBar>
      </Show>
      <Show when={onAirAt()}>
        <CountdownVeil
          secondsLeft={-elapsed()}
          open={open()}
          onCancel={() => void studio.tell("cancelCountdown", {})}
        />
      </Show>
    </div>
  );
}
