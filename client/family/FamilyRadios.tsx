import { useNavigate } from "@solidjs/router";
import { createEffect, For, onCleanup, Show } from "solid-js";
import type { FamilyHome } from "../../schemas/families.ts";
import { clearKept } from "../audio/kept-episodes.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { FamilyAlbums } from "./FamilyAlbums.tsx";
import { FamilyFeeds } from "./FamilyFeeds.tsx";
import { FamilyVoices } from "./FamilyVoices.tsx";
import { RadioCard } from "./RadioCard.tsx";
import { stopBeingTold } from "./stop-being-told.ts";

/** A show that goes on air while the page is open is noticed within this. */
const lookAgainMs = 30_000;

/** The family's children and their radios, the one on air first. */
export function FamilyRadios(props: { home: FamilyHome; onMoved: () => void }) {
  const { t, language, speakToFamilies } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the language of the slip counts once, on a device that has chosen none.
  speakToFamilies(props.home.language);
  const names = () => new Intl.ListFormat(language()).format(props.home.children.map(({ firstName }) => firstName));
  const radios = () =>
    props.home.channels.toSorted((one, other) => Number(other.liveShow !== null) - Number(one.liveShow !== null));
  const timer = setInterval(() => document.hidden || props.onMoved(), lookAgainMs);
  onCleanup(() => clearInterval(timer));
  createEffect(() => (document.title = `${t("family.title", { names: names() })} — Antenne`));
  return (
    <>
      <header class="family-head">
        <span class="birds">
          <For each={props.home.children}>
            {({ bird, colour }) => <BirdAvatar bird={bird} colour={colour} size="l" />}
          </For>
        </span>
        <div>
          <h1>{t("family.title", { names: names() })}</h1>
          <p class="quiet">
            {props.home.school.name}, {props.home.school.city}
          </p>
        </div>
      </header>
      <Show
        when={radios().length > 0}
        fallback={<Empty title={t("family.noChannel")}>{t("family.noChannelHint")}</Empty>}
      >
        <div class="family-radios">
          <For each={radios()}>{(radio) => <RadioCard radio={radio} />}</For>
        </div>
      </Show>
      <Show when={props.home.channels.length > 0}>
        <FamilyFeeds channels={props.home.channels} />
      </Show>
      <FamilyAlbums home={props.home} />
      <FamilyVoices home={props.home} />
      <Foot slugs={props.home.channels.map(({ channel }) => channel.slug)} />
    </>
  );
}

function Foot(props: { slugs: readonly string[] }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const leave = async () => {
    // While the session still says whose browser it is.
    await stopBeingTold(props.slugs).catch(() => undefined);
    await api.session.close();
    await clearKept();
    navigate("/");
  };
  return (
    <footer class="family-foot small quiet">
      <p>
        <Icon name="lock" />
        {t("family.promise")}
      </p>
      <p>
        <Button look="bare" onClick={() => void leave()}>
          {t("family.leave")}
        </Button>
        {t("family.leaveHint")}
      </p>
    </footer>
  );
}
