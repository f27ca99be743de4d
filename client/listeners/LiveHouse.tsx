import { For, Show } from "solid-js";
import type { LiveListenings, Tally } from "../../schemas/listenings.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { flockSize, picturesOf } from "./flock-size.ts";
import { fullest, houseColumns } from "./house-columns.ts";
import { tallyWords } from "./tally-words.ts";

const mostColumns = 24;
const mostRows = 8;

/** The live shows as a house whose seats fill and empty while the show goes on. */
export function LiveHouses(props: { shows: readonly LiveListenings[] }) {
  const { t } = useI18n();
  const scale = () =>
    flockSize(
      props.shows.flatMap(({ minutes }) => minutes),
      mostRows,
    );
  return (
    <section class="panel" aria-labelledby="houses-title">
      <div class="panel-head">
        <h2 id="houses-title">{t("listeners.live")}</h2>
        <span class="small quiet push">{t("listeners.seatScale", { count: scale() })}</span>
      </div>
      <ol class="houses">
        <For each={props.shows}>{(show) => <House show={show} scale={scale()} />}</For>
      </ol>
    </section>
  );
}

function House(props: { show: LiveListenings; scale: number }) {
  const { t, formats } = useI18n();
  const at = (minute: number) => new Date(Date.parse(props.show.startedAt) + minute * 60_000).toISOString();
  const most = () => fullest(props.show.minutes);
  const columns = () => houseColumns(props.show.minutes, mostColumns);
  return (
    <li class="house">
      <h3>{props.show.title}</h3>
      <p class="small quiet">{formats().moment(props.show.startedAt)}</p>
      <Show when={most().most !== 0} fallback={<p class="small">{t("listeners.liveEmpty")}</p>}>
        <div class="seats" aria-hidden="true">
          <For each={columns()}>{(column) => <Seats tally={column.most} scale={props.scale} />}</For>
        </div>
        <div class="dial" aria-hidden="true" />
        <p class="house-times small quiet" aria-hidden="true">
          <span>{formats().time(at(0))}</span>
          <span>{formats().time(at(props.show.minutes.length))}</span>
        </p>
        <p class="small">
          {t("listeners.liveMost", {
            number: tallyWords(t, most().most, "listeners"),
            time: formats().time(at(most().minute)),
          })}
          <br />
          {t("listeners.liveAll", { number: tallyWords(t, props.show.all, "listeners") })}
        </p>
      </Show>
    </li>
  );
}

function Seats(props: { tally: Tally; scale: number }) {
  const pictures = () => picturesOf(props.tally, props.scale);
  return (
    <span class="seat-column">
      <Show when={pictures().hasSmall}>
        <i class="stool" />
      </Show>
      <For each={Array.from({ length: pictures().whole })}>{() => <i class="seat" />}</For>
    </span>
  );
}
