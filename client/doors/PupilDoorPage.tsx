import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { createEffect, createResource, createSignal, Match, onMount, Show, Switch } from "solid-js";
import type { PictureSecret } from "../../schemas/pictures.ts";
import type { NewPupil, Pupil, Session } from "../../schemas/people.ts";
import { api, ApiError, type ClassDoor } from "../api/api.ts";
import { codeInPath, codePath, keepCode, keepTable, type ForAnotherPupil } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { refusalWords } from "../i18n/refusal-words.ts";
import { PublicBar } from "../ui/PublicBar.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { CodeField } from "./CodeField.tsx";
import { createNewcomer } from "./create-newcomer.ts";
import { NewcomerForm } from "./NewcomerForm.tsx";
import { NewcomerWait } from "./NewcomerWait.tsx";
import { PictureLock } from "./PictureLock.tsx";
import { PupilNames } from "./PupilNames.tsx";
import { createWait } from "./create-wait.ts";
import { ShowChoice } from "./ShowChoice.tsx";
import "./doors.css";
import "./newcomer.css";
import "../ui/avatar-picker.css";

type PupilSession = Extract<Session, { kind: "pupil" }>;

const findPupilSession = async () => {
  const session = await api.session.read().catch(() => undefined);
  return session?.kind === "pupil" ? session : undefined;
};

/** Behind the pupils' door: the code, then one's bird, then the show. */
export function PupilDoorPage() {
  const { t } = useI18n();
  const params = useParams<{ code?: string }>();
  const code = () => codeInPath(params.code);
  const [session, setSession] = createSignal<PupilSession>();
  const [door, { refetch }] = createResource(code, (typed) => api.classrooms.openDoor(typed));
  const arrival = useLocation<ForAnotherPupil>();
  const isHandedOn = arrival.state?.isForAnotherPupil === true;
  onMount(() => {
    // A tablet that is handed on stays at its table.
    if (code() !== undefined && !isHandedOn) keepTable(location.search);
  });
  // Whoever hands the tablet on is no longer signed in on it, also when nobody takes it; who takes it comes in after that.
  let left: Promise<unknown> = Promise.resolve();
  const leave = () => (left = api.session.close().catch(() => undefined));
  if (isHandedOn) void leave();
  onMount(() => (document.title = `${t("doors.who")} — Antenne`));
  createEffect(() => {
    // Without a code in the address, a pupil who came in before goes on.
    if (code() === undefined) void left.then(findPupilSession).then((found) => setSession(found));
  });
  const opened = () => (door.state === "ready" ? door.latest : undefined);
  const [locked, setLocked] = createSignal<Pupil>();
  const enter = async (classDoor: ClassDoor, { id: pupilId }: Pupil, pictures?: PictureSecret) => {
    const entry = { code: code() ?? "", pupilId, ...(pictures === undefined ? {} : { pictures }) };
    await left;
    const entered = await api.session.openForPupil(entry);
    setLocked(undefined);
    keepCode(entry.code);
    if (entered.kind === "pupil") setSession({ ...entered, classroom: classDoor.classroom });
  };
  const newcomer = createNewcomer(code, (entered) => {
    keepCode(code() ?? "");
    if (entered.kind === "pupil") setSession(entered);
  });
  const ask = async (wish: NewPupil) => {
    await left;
    await newcomer.ask(wish);
  };
  const toTheBirds = () => {
    newcomer.setAsking(false);
    void newcomer.leave();
    void refetch();
  };
  /** A bird was touched: it opens, or its pictures are asked for. */
  const choose = (classDoor: ClassDoor, pupil: Pupil) =>
    enter(classDoor, pupil).catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== "pupil.pictures_missing") throw error;
      setLocked(pupil);
    });
  return (
    <div class="public-page">
      <PublicBar />
      <main id="content">
        <Switch
          fallback={
            <CodeAgain
              first={code()}
              thrown={door.state === "errored" ? (door.error as unknown) : undefined}
              onSame={() => void refetch()}
            />
          }
        >
          <Match when={session()}>
            {(here) => (
              <ShowChoice session={here()} onOther={() => setSession(undefined)} onOtherPupil={() => void leave()} />
            )}
          </Match>
          <Match when={newcomer.state() !== undefined || newcomer.isUnsure()}>
            <NewcomerWait
              state={newcomer.state()}
              onLeave={toTheBirds}
              onBirds={toTheBirds}
              onAgain={() => {
                toTheBirds();
                newcomer.setAsking(true);
              }}
            />
          </Match>
          <Match when={door.loading}>
            <Skeleton lines={4} />
          </Match>
          <Match when={newcomer.isAsking() && opened()}>
            {(found) => <NewcomerForm door={found()} onAsk={ask} onBack={() => newcomer.setAsking(false)} />}
          </Match>
          <Match when={opened()}>
            {(found) => (
              <Show
                when={locked()}
                keyed
                fallback={
                  <PupilNames
                    door={found()}
                    onChoose={(pupil) => choose(found(), pupil)}
                    onNotListed={() => newcomer.setAsking(true)}
                  />
                }
              >
                {(pupil) => (
                  <PictureLock
                    pupil={pupil}
                    onEnter={(pictures) => enter(found(), pupil, pictures)}
                    onOther={() => setLocked(undefined)}
                  />
                )}
              </Show>
            )}
          </Match>
        </Switch>
      </main>
    </div>
  );
}

function CodeAgain(props: { first: string | undefined; thrown: unknown; onSame: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const wait = createWait(() => props.thrown);
  const error = () => {
    if (props.thrown === undefined) return undefined;
    const { title, advice } = refusalWords(t, props.thrown);
    return `${title} ${wait() > 0 ? t("doors.waitSeconds", { seconds: wait() }) : advice}`;
  };
  const look = (code: string) => (code === props.first ? props.onSame() : navigate(codePath(code)));
  return (
    <section class="door pupils single" aria-labelledby="code-title">
      <h1 id="code-title">{t("doors.pupil")}</h1>
      <CodeField first={props.first ?? ""} error={error()} isWaiting={wait() > 0} onCode={look} />
    </section>
  );
}
