import { createMemo, createResource, createSignal, Match, Show, Switch } from "solid-js";
import { cuesIn } from "../../schemas/cues.ts";
import { placeQuery } from "../../schemas/listening-wish.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { Player } from "../audio/create-player.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { isPlainPress } from "./address.ts";
import { SaidLines } from "./SaidLines.tsx";

type TranscriptProps = {
  episode: Episode;
  /** Language that is spoken, for those who have the text read to them. */
  language: string;
  player: Player;
  /** What the page was drawn with. */
  given: string | null;
  isWanted: boolean;
};

async function readText(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`There is no text at ${url}.`);
  return await answer.text();
}

/** What is said, to be read: it comes when somebody wants it, and follows the sound where it has times. */
export function Transcript(props: TranscriptProps) {
  const { t } = useI18n();
  const [isAsked, setAsked] = createSignal(false);
  const wanted = () => (props.isWanted || isAsked()) && props.given === null && props.episode.transcript?.url;
  const [fetched, { refetch }] = createResource(wanted, readText);
  const text = () => props.given ?? (fetched.state === "ready" ? fetched.latest : undefined);
  const ask = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    setAsked(true);
  };
  return (
    <section class="transcript" id="text" aria-labelledby="text-title" tabIndex={-1}>
      <h3 id="text-title">{t("player.text")}</h3>
      <Switch
        fallback={
          <a class="btn" href={`${placeQuery(0, true)}#text`} onClick={ask}>
            {t("player.readText")}
          </a>
        }
      >
        <Match when={text()}>{(said) => <Said text={said()} language={props.language} player={props.player} />}</Match>
        <Match when={fetched.state === "pending"}>
          <Skeleton lines={4} />
        </Match>
        <Match when={fetched.state === "errored"}>
          <Message
            look="trouble"
            title={t("player.textLost")}
            action={<Button onClick={() => void refetch()}>{t("frame.retry")}</Button>}
          >
            {t("frame.networkAdvice")}
          </Message>
        </Match>
      </Switch>
    </section>
  );
}

function Said(props: { text: string; language: string; player: Player }) {
  const { t } = useI18n();
  const cues = createMemo(() => cuesIn(props.text));
  return (
    <Show
      when={cues().length > 0}
      fallback={
        <div class="said-text" role="region" aria-label={t("player.text")} tabIndex={0}>
          <p lang={props.language} dir="auto">
            {props.text}
          </p>
        </div>
      }
    >
      <SaidLines cues={cues()} language={props.language} player={props.player} />
    </Show>
  );
}
