import { For, Show } from "solid-js";
import { fullnessOf, usedIn, type SchoolRoom } from "../../schemas/school-room.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Message } from "./Message.tsx";
import "./room-use.css";

const kinds = ["recordings", "episodes", "carts"] as const;

/** How much of the disk a school or a class takes, of what, and of how much; `advice` is what to do near the limit. */
export function RoomUse(props: { room: SchoolRoom; title: string; advice: string }) {
  const { t, formats } = useI18n();
  const fullness = () => fullnessOf(props.room);
  const share = () => Math.min(1, usedIn(props.room) / (props.room.quotaBytes ?? Infinity));
  return (
    <section class="panel" aria-labelledby="room-used">
      <div class="panel-head">
        <h2 id="room-used">{props.title}</h2>
        <b class="push">{formats().room(usedIn(props.room))}</b>
      </div>
      <div class="panel-body stack">
        <Show when={fullness() !== "free"}>
          <Message look="warning" title={t(fullness() === "full" ? "school.roomFull" : "school.roomNear")}>
            {props.advice}
          </Message>
        </Show>
        <Show when={props.room.quotaBytes}>
          {(quota) => (
            <>
              <div class="progress" style={{ "--done": `${share() * 100}%` }} aria-hidden="true">
                <i />
              </div>
              <p>{t("school.roomOf", { share: formats().percent(share()), quota: formats().room(quota()) })}</p>
            </>
          )}
        </Show>
        <dl class="room-kinds">
          <For each={kinds}>
            {(kind) => (
              <div class="row">
                <dt>{t(`school.${kind}`)}</dt>
                <dd class="push">{formats().room(props.room[kind])}</dd>
              </div>
            )}
          </For>
        </dl>
      </div>
    </section>
  );
}
