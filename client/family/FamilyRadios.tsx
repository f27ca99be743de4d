import { useNavigate } from "@solidjs/router";
import { createEffect, createResource, createSignal, For, onCleanup, Show } from "solid-js";
import type { FamilyHome } from "../../schemas/families.ts";
import { clearKept } from "../audio/kept-episodes.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { SignOutKey } from "../ui/SignOutKey.tsx";
import { FamilyAlbums } from "./FamilyAlbums.tsx";
import { FamilyFeeds } from "./FamilyFeeds.tsx";
import { FamilyVoices } from "./FamilyVoices.tsx";
import { RadioCard } from "./RadioCard.tsx";
import { stopBeingTold } from "./stop-being-told.ts";
import { LeaveReply, type Answered } from "./replies/LeaveReply.tsx";
import { OwnReplies } from "./replies/OwnReplies.tsx";

/** A show that goes on air while the page is open is noticed within this. */
const lookAgainMs = 30_000;

/** The family's children and their radios, the one on air first. */
export function FamilyRadios(props: { home: FamilyHome; onMoved: () => void }) {
  const { t, language, speakToFamilies } = useI18n();
  // eslint-disable-next-line solid/reactivity -- the language of the slip counts once, on a device that has chosen none.
  speakToFamilies(props.home.language);
  const names = () => new Intl.ListFormat(language()).format(props.home.children.map(({ firstName }) => firstName));
  const [replies, { refetch }] = createResource(() => api.ownReplies.list());
  const look = () => void refetch();
  const [answered, setAnswered] = createSignal<Answered>();
  const radios = () =>
    props.home.channels.toSorted((one, other) => Number(other.liveShow !== null) - Number(one.liveShow !== null));
  const timer = setInterval(() => {
    if (document.hidden) return;
    props.onMoved();
    look();
  }, lookAgainMs);
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
          <For each={radios()}>
            {(radio) => (
              <RadioCard
                radio={radio}
                onLeave={(show) => setAnswered({ show, isPublic: radio.channel.visibility === "public" })}
              />
            )}
          </For>
        </div>
      </Show>
      {/* Beside the radios, which are told anew every half minute: nobody is interrupted. */}
      <LeaveReply answered={answered()} onClose={() => setAnswered(undefined)} onLeft={look} />
      <OwnReplies replies={replies} onChanged={look} />
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
        <SignOutKey look="bare" verb={t("family.leave")} onLeave={leave} />
        {t("family.leaveHint")}
      </p>
    </footer>
  );
}
