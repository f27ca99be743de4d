import { A } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { api, type ClassShow } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip, Lamp } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { EpisodeChip } from "./EpisodeChip.tsx";
import { ShowPadsDialog } from "./ShowPadsDialog.tsx";
import { ShowDialog } from "./ShowDialog.tsx";
import { SlotDates } from "./SlotDates.tsx";

type ShowRowProps = {
  each: ClassShow;
  /** Later shows of its weekly slot. */
  following: readonly ClassShow[];
  episode: Episode | undefined;
  onChanged: () => void;
};

/** A show with its state and the key that comes next. */
export function ShowRow(props: ShowRowProps) {
  const { t, formats } = useI18n();
  const show = () => props.each.show;
  const when = () => {
    const moment = show().scheduledAt ?? props.episode?.recordedAt;
    const said = moment === undefined ? t("library.showNoTime") : formats().moment(moment);
    const length = show().state === "ended" ? null : show().plannedSeconds;
    return length === null ? said : `${said}, ${formats().length(length)}`;
  };
  return (
    <li class="show-row">
      <ChannelCover channel={props.each.channel} />
      <div>
        <b>{props.episode?.title ?? show().title}</b>
        <span class="small quiet">
          {props.each.channel.title} · {when()}
        </span>
      </div>
      <Show when={props.following.length > 0}>
        <SlotDates next={props.each} following={props.following} onChanged={() => props.onChanged()} />
      </Show>
      <div class="state">
        <ShowState each={props.each} episode={props.episode} />
      </div>
      <div class="acts">
        <Switch>
          <Match when={show().state === "live"}>
            <A class="btn primary" href={`/regie/${show().id}`}>
              {t("library.rejoinDesk")}
            </A>
          </Match>
          <Match when={show().state === "planned"}>
            <PlannedKeys {...props} />
          </Match>
          <Match when={show().state === "ended"}>
            <A class="btn" href={`/emissions/${show().id}`}>
              {t("library.openEpisode")}
            </A>
          </Match>
        </Switch>
      </div>
    </li>
  );
}

function ShowState(props: Pick<ShowRowProps, "each" | "episode">) {
  const { t } = useI18n();
  return (
    <Switch fallback={<Chip look="waiting">{t("library.showPlanned")}</Chip>}>
      <Match when={props.each.show.state === "live"}>
        <Lamp look="on" icon="waves">
          {t("library.showLive")}
        </Lamp>
      </Match>
      <Match when={props.each.show.state === "ended"}>
        <Show when={props.episode} fallback={<Chip>{t("library.stateEnded")}</Chip>}>
          {(episode) => <EpisodeChip state={episode().state} />}
        </Show>
      </Match>
    </Switch>
  );
}

function PlannedKeys(props: ShowRowProps) {
  const { t } = useI18n();
  const [asked, setAsked] = createSignal<"change" | "remove" | "sounds">();
  const remove = async () => {
    await api.shows.remove(props.each.show.id);
    props.onChanged();
  };
  return (
    <>
      <Button
        look="bare"
        size="square"
        icon="note"
        aria-label={t("library.showCartsOf", { title: props.each.show.title })}
        onClick={() => setAsked("sounds")}
      />
      <Button
        look="bare"
        size="square"
        icon="pencil"
        aria-label={t("library.changeShowOf", { title: props.each.show.title })}
        onClick={() => setAsked("change")}
      />
      <A class="btn" href={`/emissions/${props.each.show.id}/conducteur`}>
        {t("rundown.title")}
      </A>
      <A class="btn primary" href={`/regie/${props.each.show.id}`}>
        {t("library.openDesk")}
      </A>
      <ShowDialog
        isOpen={asked() === "change"}
        show={props.each.show}
        followingCount={props.following.length}
        channels={[props.each.channel]}
        onClose={() => setAsked(undefined)}
        onSaved={() => props.onChanged()}
        onRemove={() => setAsked("remove")}
      />
      <ShowPadsDialog
        isOpen={asked() === "sounds"}
        show={props.each.show}
        classroomId={props.each.channel.classroomId}
        onClose={() => setAsked(undefined)}
      />
      <ConfirmDialog
        isOpen={asked() === "remove"}
        title={t("library.removeShowTitle", { title: props.each.show.title })}
        keep={t("frame.keep")}
        confirm={t("library.removeShow")}
        onClose={() => setAsked(undefined)}
        onConfirm={() => remove()}
      >
        {t("library.removeShowText")}
      </ConfirmDialog>
    </>
  );
}
