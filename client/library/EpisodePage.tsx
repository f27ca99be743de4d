import { A, useParams } from "@solidjs/router";
import { createResource, Match, onMount, Show, Switch } from "solid-js";
import type { ShowId } from "../../schemas/ids.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { api, type ShowPage } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { CreditsForm } from "./CreditsForm.tsx";
import { createCredits } from "./create-credits.ts";
import { createListening } from "./create-listening.ts";
import { EpisodeChip } from "./EpisodeChip.tsx";
import { EpisodeSound } from "./EpisodeSound.tsx";
import { LeaveUnsaved } from "./LeaveUnsaved.tsx";
import { LeavingSoon } from "./LeavingSoon.tsx";
import { LeftOutVoices } from "./LeftOutVoices.tsx";
import { LicenceCard } from "./LicenceCard.tsx";
import { PlayedSounds } from "./PlayedSounds.tsx";
import { Publication } from "./Publication.tsx";
import { RenderWork } from "./RenderWork.tsx";
import { SoundbitesCard } from "./SoundbitesCard.tsx";
import { TranscriptCard } from "./TranscriptCard.tsx";
import "./library.css";

/** After Fin: the episode is made while its credits are typed, then heard and published. */
export function EpisodePage() {
  const { t } = useI18n();
  const params = useParams<{ showId: ShowId }>();
  const [page, { refetch, mutate }] = createResource(
    () => params.showId,
    (id) => api.shows.read(id),
  );
  onMount(() => (document.title = `${t("library.shows")} — Antenne`));
  const setEpisode = (episode: Episode) => mutate((known) => known && { ...known, episode });
  return (
    <Loaded from={page} onRetry={() => void refetch()} lines={6} title={t("library.shows")}>
      {(found) => (
        <Show when={found().episode} fallback={<NotEnded page={found()} />}>
          {(episode) => (
            <Credits page={found()} episode={episode()} onEpisode={setEpisode} onRendered={() => void refetch()} />
          )}
        </Show>
      )}
    </Loaded>
  );
}

function NotEnded(props: { page: ShowPage }) {
  const { t } = useI18n();
  return (
    <Empty
      title={t("library.notEnded")}
      action={
        <A class="btn primary" href={`/regie/${props.page.show.id}`}>
          {t("library.openDesk")}
        </A>
      }
    >
      {t("library.notEndedHint")}
    </Empty>
  );
}

type CreditsProps = { page: ShowPage; episode: Episode; onEpisode: (episode: Episode) => void; onRendered: () => void };

function Credits(props: CreditsProps) {
  const { t } = useI18n();
  const listening = createListening(
    () => props.episode,
    () => props.page.channel.title,
  );
  const credits = createCredits(
    () => props.episode,
    (episode) => props.onEpisode(episode),
  );
  const isMade = () => props.episode.state === "rendered" || props.episode.state === "published";
  return (
    <>
      <PageHead
        title={props.episode.title}
        hint={`${props.page.channel.title} · ${t("library.episode", { number: props.episode.number })}`}
        back={{ href: "/emissions" }}
      >
        <EpisodeChip state={props.episode.state} />
      </PageHead>
      <LeaveUnsaved isUnsaved={credits.isChanged()} />
      <LeavingSoon classroomId={props.page.channel.classroomId} episodeId={props.episode.id} />
      <div class="two-columns wide-side">
        <div class="episode-words">
          <CreditsForm credits={credits} position={isMade() ? listening.position : undefined} />
          <TranscriptCard episodeId={props.episode.id} language={props.page.channel.language} />
        </div>
        <aside class="side">
          <Switch fallback={<RenderWork episode={props.episode} onMoved={() => props.onRendered()} />}>
            <Match when={isMade()}>
              <EpisodeSound episode={props.episode} player={listening} />
              <SoundbitesCard
                episode={props.episode}
                player={listening}
                onChanged={(episode) => props.onEpisode(episode)}
              />
              <PlayedSounds episodeId={props.episode.id} classroomId={props.page.channel.classroomId} />
              <Publication
                episode={props.episode}
                channel={props.page.channel}
                credits={credits}
                onChanged={(episode) => props.onEpisode(episode)}
              />
            </Match>
          </Switch>
          <LicenceCard
            licence={props.episode.licence}
            ofChannel={props.page.channel.licence}
            save={async (licence) => props.onEpisode(await api.episodes.change(props.episode.id, { licence }))}
          />
          <LeftOutVoices
            episode={props.episode}
            onChanged={(episode) => props.onEpisode(episode)}
            onMade={() => props.onRendered()}
          />
        </aside>
      </div>
    </>
  );
}
