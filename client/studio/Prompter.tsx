import { createEffect, createMemo, createResource, For, on, onCleanup, Show, type JSX } from "solid-js";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { namesOfSpeakers, placeOf, readClass } from "../rundown/read-class.ts";
import { mayMove } from "../ui/comfort.ts";
import { Chip } from "../ui/Chip.tsx";
import { Icon } from "../ui/Icon.tsx";
import { ready } from "../ui/ready.ts";
import { createPhrases } from "./create-phrases.ts";
import { createPrompterTexts } from "./create-prompter-texts.ts";
import { createScroll } from "./create-scroll.ts";
import type { OwnPart } from "./own-part.ts";
import { createPrompterSettings } from "./prompter-settings.ts";
import { PaceKeys, PhraseKeys, SizeKeys } from "./PrompterKeys.tsx";
import { currentLine, linesAhead } from "./rundown-time.ts";
import "./prompter.css";

type PrompterProps = {
  snapshot: StudioSnapshot;
  part: OwnPart;
  /** Who reads, beside the title. */
  me: JSX.Element;
  /** What else belongs under the text. */
  children: JSX.Element;
};

/** What a pupil reads: the own text, large, going by at the chosen pace; who is on meanwhile, and who comes next. */
export function Prompter(props: PrompterProps) {
  const { t, language } = useI18n();
  // eslint-disable-next-line solid/reactivity -- A studio stays with its show.
  const { showId } = props.snapshot;
  const textOf = createPrompterTexts(
    () => props.snapshot.rundown.revision,
    () => placeOf(showId).read(),
  );
  const lineId = createMemo(() => props.part.line.id);
  const text = createMemo(() => textOf(lineId()));
  const { settings, change } = createPrompterSettings();
  const scroll = createScroll(() => settings().wordsPerMinute);
  const reading = createPhrases(text, language);
  const step = (direction: -1 | 1) => {
    scroll.pause();
    reading.step(direction);
  };
  const isTurn = createMemo(
    () => props.part.turn === "speaking" && props.snapshot.transmission.state === "onAir" && text() !== "",
  );
  createEffect(on(lineId, scroll.rewind, { defer: true }));
  // The text begins to move with the turn, unless the reader wants stillness: then a press begins it.
  createEffect(
    on([isTurn, lineId], ([isMine]) => {
      if (isMine && mayMove()) scroll.run();
    }),
  );
  createSpaceKey(scroll.toggle);
  return (
    <section class="prompter" aria-label={t("rundown.yourText")}>
      <header>
        {props.me}
        <Show when={props.part.turn === "waiting"}>
          <Chip look="waiting" icon="clock">
            {t("rundown.comingUp")}
          </Chip>
        </Show>
        <span class="quiet title">{props.part.line.title}</span>
        <SizeKeys
          sizePx={settings().sizePx}
          onSize={(sizePx) => {
            change({ sizePx });
          }}
        />
      </header>
      <div
        class="text"
        role="region"
        aria-label={props.part.line.title}
        tabindex="0"
        style={{ "--taille": `${settings().sizePx / 16}rem` }}
        ref={(box) => {
          scroll.setBox(box);
          reading.setBox(box);
        }}
        onScroll={() => {
          scroll.moved();
          if (scroll.isRunning()) reading.followScroll();
        }}
        onClick={scroll.toggle}
      >
        <p class="prose">
          <Show when={text() !== ""} fallback={<span class="own-words">{t("rundown.ownWords")}</span>}>
            <For each={reading.phrases()}>
              {(phrase, index) => (
                <span data-phrase="" classList={{ said: index() < reading.at(), reading: index() === reading.at() }}>
                  {phrase}
                </span>
              )}
            </For>
          </Show>
        </p>
      </div>
      <Meanwhile snapshot={props.snapshot} part={props.part} />
      <footer>
        <Show when={text() !== ""}>
          <button type="button" class="btn tall primary" onClick={scroll.toggle}>
            <Icon name={scroll.isRunning() ? "pause" : "play"} />
            {t(scroll.isRunning() ? "rundown.pause" : "rundown.scroll")}
          </button>
          <PhraseKeys at={reading.at()} count={reading.phrases().length} onStep={step} />
          <PaceKeys
            wordsPerMinute={settings().wordsPerMinute}
            onPace={(wordsPerMinute) => {
              change({ wordsPerMinute });
            }}
          />
        </Show>
        {props.children}
      </footer>
    </section>
  );
}

/** The space bar pauses and goes on, wherever no key of the page has the focus. */
function createSpaceKey(onPress: () => void) {
  const press = (event: KeyboardEvent) => {
    const isFree = event.target === document.body || (event.target as Element).matches(".prompter .text");
    if (event.key !== " " || !isFree) return;
    event.preventDefault();
    onPress();
  };
  addEventListener("keydown", press);
  onCleanup(() => {
    removeEventListener("keydown", press);
  });
}

/** Under the text: who is on now while one waits, and whose part comes after one's own. */
function Meanwhile(props: Omit<PrompterProps, "me" | "children">) {
  const { t, language } = useI18n();
  // eslint-disable-next-line solid/reactivity -- A studio stays with its show.
  const { showId } = props.snapshot;
  const [known] = createResource(() => readClass(showId));
  const state = () => props.snapshot.rundown;
  const isSpeaking = () => props.part.turn === "speaking";
  const shown = () => (isSpeaking() ? linesAhead(state())[0] : currentLine(state())?.line);
  const who = () => namesOfSpeakers(shown()?.speakers ?? [], ready(known)?.pupils ?? [], t, language());
  const words = () => [who(), shown()?.title].filter(Boolean).join(", ");
  const isOnAir = () => props.snapshot.transmission.state === "onAir";
  return (
    <Show when={shown()}>
      <p class="meanwhile">
        <Show when={!isSpeaking()} fallback={t("rundown.thenIs", { name: words() })}>
          <span class={`lamp ${isOnAir() ? "on" : "taping"}`}>
            <Icon name="waves" />
            {t(isOnAir() ? "studio.onAir" : "studio.rehearsal")}
          </span>
          <span>{words()}</span>
        </Show>
      </p>
    </Show>
  );
}
