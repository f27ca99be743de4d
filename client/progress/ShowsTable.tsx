import { For, Show } from "solid-js";
import type { PupilProgress } from "../../schemas/progress.ts";
import type { ShowVoice } from "../../schemas/turns.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";

type Row = PupilProgress["shows"][number];

/** What a pupil had of each show: time, share, turns, how soon they reply, and what they did there. */
export function ShowsTable(props: { shows: readonly Row[] }) {
  const { t } = useI18n();
  return (
    <Show
      when={props.shows.length > 0}
      fallback={
        <Empty level={3} title={t("progress.noShows")}>
          {t("progress.noShowsHint")}
        </Empty>
      }
    >
      <div class="scroll shows-of-pupil" tabIndex={0} role="region" aria-label={t("progress.showsTitle")}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("progress.show")}</th>
              <th scope="col">{t("progress.spoken")}</th>
              <th scope="col">{t("progress.share")}</th>
              <th scope="col">{t("progress.turns")}</th>
              <th scope="col">{t("progress.longest")}</th>
              <th scope="col">{t("progress.overlap")}</th>
              <th scope="col">{t("progress.reply")}</th>
              <th scope="col">{t("progress.roles")}</th>
            </tr>
          </thead>
          <tbody>
            <For each={[...props.shows].reverse()}>{(show) => <ShowRow show={show} />}</For>
          </tbody>
        </table>
      </div>
    </Show>
  );
}

function ShowRow(props: { show: Row }) {
  const { t, formats } = useI18n();
  const roles = () => props.show.roles.map((role) => t(`progress.role_${role}`)).join(", ");
  return (
    <tr>
      <th scope="row">
        {props.show.title}
        <br />
        <span class="quiet small">{formats().day(props.show.recordedAt)}</span>
      </th>
      <Show when={props.show.voice} fallback={<td colSpan={6}>{t("progress.silent")}</td>}>
        {(voice) => <Figures voice={voice()} />}
      </Show>
      <td>{roles()}</td>
    </tr>
  );
}

function Figures(props: { voice: ShowVoice }) {
  const { t, formats } = useI18n();
  const seconds = (value: number) =>
    t("progress.secondsOf", { number: formats().decimal(Math.round(value * 10) / 10) });
  return (
    <>
      <td>{formats().clock(props.voice.seconds)}</td>
      <td>{formats().percent(props.voice.share)}</td>
      <td>{props.voice.turns}</td>
      <td>{formats().clock(props.voice.longestSeconds)}</td>
      <td>{seconds(props.voice.overlapSeconds)}</td>
      <td>{props.voice.replyGapSeconds === null ? "–" : seconds(props.voice.replyGapSeconds)}</td>
    </>
  );
}
