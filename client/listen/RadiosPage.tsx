import { For, Show } from "solid-js";
import type { ListedEpisode, ListedRadio, RadiosPage as Page, SchoolRadios } from "../../schemas/radios.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Lamp } from "../ui/Chip.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { createEpisodeLine } from "../ui/create-episode-line.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message } from "../ui/Message.tsx";
import { PublicFrame } from "../ui/PublicFrame.tsx";
import "./radios.css";

/** All radios that are for everybody, or those of one school: read, searched and followed without a script. */
export function RadiosPage(props: { found: Page | undefined }) {
  const { t } = useI18n();
  return (
    <PublicFrame class="channel radios-page">
      <Show
        when={props.found}
        fallback={
          <>
            <h1>{t("radios.title")}</h1>
            <Message look="warning" title={t("frame.networkLost")}>
              {t("frame.networkAdvice")}
            </Message>
          </>
        }
      >
        {(found) => <Radios page={found()} />}
      </Show>
    </PublicFrame>
  );
}

function Radios(props: { page: Page }) {
  const { t } = useI18n();
  const place = () => props.page.school;
  const list = () => (place() === null ? "/chaines.opml" : `/chaines.opml?ecole=${place()!.id}`);
  return (
    <>
      <header class="radios-head">
        <h1>{place()?.name ?? t("radios.title")}</h1>
        <p class="quiet">{place() === null ? t("radios.hint") : place()!.city}</p>
        <form class="radios-search" role="search" method="get">
          <label class="sr-only" for="radios-query">
            {t("radios.label")}
          </label>
          <input
            class="input"
            id="radios-query"
            type="search"
            name="q"
            maxlength={80}
            placeholder={t("radios.label")}
            value={props.page.query}
          />
          <Button look="primary" type="submit">
            {t("radios.search")}
          </Button>
        </form>
        <nav class="radios-ways" aria-label={t("radios.ways")}>
          <Show when={place()}>
            {(school) => (
              <>
                <a class="btn" href="/radios">
                  <Icon name="left" isMirrored />
                  {t("radios.title")}
                </a>
                <a class="btn" href={`/radios/${school().id}/fil.xml`}>
                  <Icon name="waves" />
                  {t("radios.feed")}
                </a>
              </>
            )}
          </Show>
          <a class="btn" href={list()}>
            <Icon name="download" />
            {t("radios.outline")}
          </a>
        </nav>
      </header>
      <Show when={props.page.schools.length > 0} fallback={<Nothing query={props.page.query} />}>
        <For each={props.page.schools}>{(each) => <OneSchool school={each} isNamed={place() === null} />}</For>
        <Show when={props.page.newest.length > 0}>
          <section aria-labelledby="radios-newest">
            <h2 id="radios-newest">{t("radios.newest")}</h2>
            <ul class="radios-newest panel">
              <For each={props.page.newest}>{(each) => <Newest of={each} />}</For>
            </ul>
          </section>
        </Show>
      </Show>
    </>
  );
}

function Nothing(props: { query: string }) {
  const { t } = useI18n();
  const isSearched = () => props.query !== "";
  const all = () => (
    <a class="btn" href="/radios">
      {t("radios.title")}
    </a>
  );
  return (
    <Empty
      title={isSearched() ? t("radios.noneFound", { query: props.query }) : t("radios.none")}
      action={isSearched() ? all() : undefined}
    >
      {t(isSearched() ? "radios.noneFoundHint" : "radios.noneHint")}
    </Empty>
  );
}

function OneSchool(props: { school: SchoolRadios; isNamed: boolean }) {
  const { t } = useI18n();
  return (
    <section class="radios-school">
      <Show when={props.isNamed} fallback={<h2 class="sr-only">{t("radios.title")}</h2>}>
        <h2>
          <a href={`/radios/${props.school.school.id}`}>{props.school.school.name}</a>
          <small class="quiet">{props.school.school.city}</small>
        </h2>
      </Show>
      <ul class="radios-list">
        <For each={props.school.radios}>{(radio) => <Radio radio={radio} />}</For>
      </ul>
    </section>
  );
}

function Radio(props: { radio: ListedRadio }) {
  const { t } = useI18n();
  return (
    <li>
      <a class="panel" href={`/chaines/${props.radio.channel.slug}`}>
        <ChannelCover channel={props.radio.channel} />
        <span>
          <b>{props.radio.channel.title}</b>
          <small class="quiet">{props.radio.classroomName}</small>
          <Show when={props.radio.isLive}>
            <Lamp look="on" icon="waves">
              {t("channel.live")}
            </Lamp>
          </Show>
        </span>
      </a>
    </li>
  );
}

function Newest(props: { of: ListedEpisode }) {
  const said = createEpisodeLine(() => props.of.episode);
  return (
    <li>
      <a href={`/chaines/${props.of.channel.slug}/${props.of.episode.id}`}>
        <Icon name="play" />
        <span>
          <b>{props.of.episode.title}</b>
          <small class="quiet">
            {props.of.channel.title} · {said()}
          </small>
        </span>
      </a>
    </li>
  );
}
