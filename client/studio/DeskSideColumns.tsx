import { createEffect, createResource, Show, type JSX } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createNewcomers } from "../newcomers/create-newcomers.ts";
import { NewcomersAtDoor } from "../newcomers/NewcomersAtDoor.tsx";
import { createReplies } from "../replies/create-replies.ts";
import { RepliesBox } from "../replies/RepliesBox.tsx";
import { comfort } from "../ui/comfort.ts";
import { createMedia } from "../ui/create-media.ts";
import { Icon } from "../ui/Icon.tsx";
import { ready } from "../ui/ready.ts";
import type { Participation } from "./create-participation.ts";
import type { Desk, SideTab } from "./desk.ts";
import { DeskVoicePanel } from "./DeskVoicePanel.tsx";
import { EntryPanel } from "./EntryPanel.tsx";
import { ParticipantsPanel } from "./ParticipantsPanel.tsx";
import { RundownColumn } from "./RundownColumn.tsx";
import { SideTabs } from "./SideTabs.tsx";
import { SoundPanel } from "./SoundPanel.tsx";

// From here on there is a column for the participants beside the strips (ui/README: desk).
const wideDesk = "(min-width: 70rem)";
// From the seventh pupil on, the strips need that column's width.
const mostBesideColumn = 7;

/** The columns beside the console: tabs on the left, participants on the right where there is room, else as a tab. */
export function DeskSideColumns(props: {
  snapshot: StudioSnapshot;
  desk: Desk;
  participation: Participation;
  onFolded: (isFolded: boolean) => void;
  children: JSX.Element;
}) {
  const { t } = useI18n();
  const isWide = createMedia(wideDesk);
  const waiting = () => props.snapshot.strips.filter(({ place, peerId }) => place === "backstage" && peerId !== null);
  const onFloor = () => props.snapshot.strips.filter(({ place }) => place === "floor");
  const [show] = createResource(
    () => props.snapshot.showId,
    (showId) => api.shows.read(showId),
  );
  // eslint-disable-next-line solid/reactivity -- the desk's one conversation never changes.
  const { signalling } = props.desk.studio;
  const newcomers = createNewcomers(() => ready(show)?.channel.classroomId, signalling);
  const replies = createReplies(
    () => ready(show)?.channel.classroomId,
    signalling,
    () => props.snapshot.showId,
  );
  const hasWaitingReply = () => replies.list().some(({ state }) => state === "waiting");
  const hasHand = () => props.snapshot.strips.some(({ handRaisedAt }) => handRaisedAt !== null);
  const isFolded = () => !isWide() || onFloor().length > mostBesideColumn || comfort().text === "large";
  const tabs = (): readonly SideTab[] =>
    isFolded() ? ["rundown", "participants", "entry", "sound", "voice"] : ["rundown", "entry", "sound", "voice"];
  // Until somebody chooses: with a rundown one follows it, without one waits for those who come in.
  const first = () => (props.snapshot.rundown.lines.length > 0 ? "rundown" : "entry");
  const shown = () => tabs().find((tab) => tab === props.desk.sideTab()) ?? first();
  createEffect(() => {
    props.onFolded(isFolded());
  });
  const names = () => ({
    rundown: t("rundown.title"),
    entry: t("studio.tabEntry"),
    participants: t("floor.backstage"),
    sound: t("sound.tab"),
    voice: t("studio.tabVoice"),
  });
  // eslint-disable-next-line solid/reactivity -- the desk's one voice never changes.
  const { voice, sound, volume, setVolume } = props.participation;
  return (
    <>
      <section class="panel column left" aria-label={names()[shown()]}>
        <SideTabs
          tabs={tabs()}
          names={names()}
          shown={shown()}
          onShow={(tab) => props.desk.showSideTab(tab)}
          news={{
            rundown: hasWaitingReply(),
            voice: sound.isBlocked() || voice.microphone().state === "faulty",
            participants: hasHand() || props.snapshot.bleeds.length > 0 || newcomers.list().length > 0,
          }}
          counts={{ participants: waiting().length }}
        />
        <div class="column-body" role="tabpanel" id="desk-tab" aria-labelledby={`tab-${shown()}`} tabindex="0">
          <Show when={shown() === "rundown"}>
            <RepliesBox replies={replies} isNarrow />
            <RundownColumn snapshot={props.snapshot} desk={props.desk} />
          </Show>
          <Show when={shown() === "entry"}>
            <Show when={isFolded()}>
              <NewcomersAtDoor door={newcomers} isNarrow />
            </Show>
            <EntryPanel showId={props.snapshot.showId} />
          </Show>
          <Show when={shown() === "participants"}>
            <NewcomersAtDoor door={newcomers} isNarrow />
            <ParticipantsPanel snapshot={props.snapshot} desk={props.desk} />
          </Show>
          <Show when={shown() === "sound"}>
            <SoundPanel snapshot={props.snapshot} desk={props.desk} />
          </Show>
          <Show when={shown() === "voice"}>
            <DeskVoicePanel
              voice={voice}
              frames={props.desk.frames}
              listening={{
                volume: volume(),
                onVolume: setVolume,
                isBlocked: sound.isBlocked(),
                onUnlock: sound.unlock,
              }}
            />
          </Show>
        </div>
      </section>
      {props.children}
      <Show when={!isFolded()}>
        <section class="panel column right" aria-label={t("floor.backstage")}>
          <div class="panel-head">
            <h2>{t("floor.backstage")}</h2>
            <span class="chip waiting push">
              <Icon name="curtain" />
              {waiting().length}
            </span>
          </div>
          <div class="column-body">
            <NewcomersAtDoor door={newcomers} isNarrow />
            <ParticipantsPanel snapshot={props.snapshot} desk={props.desk} />
          </div>
        </section>
      </Show>
    </>
  );
}
