import { Show } from "solid-js";
import "./desk-band.css";
import "./desk-columns.css";
import "./desk-strips.css";
import "./desk-page.css";
import "./technician.css";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { Refused } from "../ui/Message.tsx";
import { Announcer } from "./Announcer.tsx";
import { CartPads } from "./CartPads.tsx";
import { CountdownVeil } from "./CountdownVeil.tsx";
import type { Participation } from "./create-participation.ts";
import { createTalkback } from "./create-talkback.ts";
import { createTicker } from "./create-ticker.ts";
import { createTuning, makeMay, type Desk } from "./desk.ts";
import { DeskBand } from "./DeskBand.tsx";
import type { Frames } from "./frames.ts";
import { LeaveQuestion } from "./LeaveQuestion.tsx";
import { hearLevels } from "./levels-feed.ts";
import { pupilPlace } from "./path.ts";
import { createPadPanel } from "./pad-panel.ts";
import { RundownFollow } from "./RundownFollow.tsx";
import { StripRow } from "./StripRow.tsx";

type Props = { snapshot: StudioSnapshot; participation: Participation; frames: Frames; onLeave: () => void };

/** The desk in a pupil technician's hands: strips and carts as lent; on air, end, dump and people stay with the teacher, visibly. */
export function TechnicianDesk(props: Props) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- a participation is the page's one and never changes.
  const { studio, voice, leaving } = props.participation;
  const desk: Desk = {
    studio,
    levels: hearLevels(studio.signalling),
    padPanel: createPadPanel(),
    // eslint-disable-next-line solid/reactivity -- the page's one loop never changes.
    frames: props.frames,
    talkback: createTalkback(studio, () => false),
    may: makeMay(studio),
    ...createTuning(),
  };
  const onAirAt = () => {
    const now = props.snapshot.transmission;
    return now.state === "countdown" ? now.onAirAt : undefined;
  };
  const countdown = createTicker(studio.signalling.clock, onAirAt);
  const place = () => pupilPlace(studio.ownStrip(), props.snapshot, voice.isMuted() || voice.isMutedBySystem());
  const open = () => props.snapshot.strips.filter((strip) => strip.isOpen && strip.peerId !== null);
  return (
    <div ref={keepFocus} class="desk technician">
      <Announcer snapshot={props.snapshot} />
      <LeaveQuestion leaving={leaving} question={t("floor.leavePupil")} />
      <DeskBand snapshot={props.snapshot} desk={desk} />
      <main class="technician-plan">
        <div class={`own-state ${place()}`} role="status">
          <b>{t(`studio.place_${place()}`)}</b>
          <span>{t("floor.lentText")}</span>
          <button
            type="button"
            class="btn"
            onClick={() => {
              props.onLeave();
            }}
          >
            {t("floor.backToStage")}
          </button>
        </div>
        <div class="beside">
          <Show when={props.snapshot.rundown.lines.length > 0}>
            <RundownFollow snapshot={props.snapshot} desk={desk} />
          </Show>
          <div class="console">
            <StripRow snapshot={props.snapshot} desk={desk} />
            <Show when={studio.trouble()}>{(trouble) => <Refused thrown={trouble().thrown} />}</Show>
            <CartPads snapshot={props.snapshot} desk={desk} />
          </div>
        </div>
      </main>
      <Show when={onAirAt()}>
        <CountdownVeil secondsLeft={-countdown()} open={open()} />
      </Show>
    </div>
  );
}
