import { A, useNavigate } from "@solidjs/router";
import { createEffect, createResource, For, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Session } from "../../schemas/people.ts";
import { api, type ClassShow } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip, Lamp } from "../ui/Chip.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { forAnotherPupil, otherPupilPath } from "../class-code-link.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { openShows } from "./open-shows.ts";

/** Whether something waits for them on the page of their exercises; what cannot be asked is no reason to keep them from a show. */
async function findTraining(classroomId: ClassroomId): Promise<boolean> {
  const [exercises, survey] = await Promise.allSettled([api.exercises.list(classroomId), api.survey.read()]);
  const hasExercises = exercises.status === "fulfilled" && exercises.value.length > 0;
  return hasExercises || (survey.status === "fulfilled" && survey.value.moment !== null);
}

/** The shows that a pupil can walk into: straight in when there is one, else a choice, else a little patience. */
export function ShowChoice(props: {
  session: Extract<Session, { kind: "pupil" }>;
  onOther: () => void;
  onOtherPupil: () => void;
}) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [shows, { refetch }] = createResource(async () =>
    openShows(await api.classrooms.listShows(props.session.classroom.id)),
  );
  const [training] = createResource(() => findTraining(props.session.classroom.id));
  const hasTraining = () => training.latest === true;
  createEffect(() => {
    const only = shows.state === "ready" && shows.latest.length === 1 ? shows.latest[0] : undefined;
    // With exercises, or questions, there is a choice, unless the show is on air and waits for its voices.
    const isOnlyWay = training.state === "ready" && (!hasTraining() || only?.show.state === "live");
    if (only !== undefined && isOnlyWay) navigate(`/studio/${only.show.id}`, { replace: true });
  });
  return (
    <section class="door single" aria-labelledby="which">
      <div class="row wrap">
        <BirdAvatar bird={props.session.pupil.bird} colour={props.session.pupil.colour} size="l" />
        <div>
          <h1 id="which">{t("doors.hello", { name: props.session.pupil.firstName })}</h1>
          <p class="quiet">{props.session.classroom.name}</p>
        </div>
        <A
          class="btn push"
          href={otherPupilPath()}
          state={forAnotherPupil}
          onClick={() => {
            props.onOtherPupil();
            props.onOther();
          }}
        >
          <Icon name="pupil" />
          {t("doors.otherPupil")}
        </A>
        <A class="btn bare" href="/" onClick={() => props.onOther()}>
          {t("doors.otherCode")}
        </A>
      </div>
      <Show when={hasTraining()}>
        <A class="btn giant" href="/entrainement">
          <Icon name="ear" />
          {t("training.door")}
        </A>
        <p class="quiet">{t("training.doorHint")}</p>
      </Show>
      <A class="btn tall" href="/auditeurs">
        <Icon name="ear" />
        {t("training.listenersDoor")}
      </A>
      <Loaded from={shows} onRetry={() => void refetch()}>
        {(found) => (
          <Show when={found().length > 0} fallback={<NoShow onLook={() => void refetch()} />}>
            <h2>{t("doors.whichShow")}</h2>
            <div class="show-choice">
              <For each={found()}>{(each) => <ShowKey each={each} />}</For>
            </div>
          </Show>
        )}
      </Loaded>
    </section>
  );
}

function NoShow(props: { onLook: () => void }) {
  const { t } = useI18n();
  return (
    <Empty
      title={t("doors.noShow")}
      action={
        <Button look="primary" size="tall" onClick={() => props.onLook()}>
          {t("doors.lookAgain")}
        </Button>
      }
    >
      {t("doors.noShowHint")}
    </Empty>
  );
}

function ShowKey(props: { each: ClassShow }) {
  const { t, formats } = useI18n();
  return (
    <A class="btn" href={`/studio/${props.each.show.id}`}>
      <ChannelCover channel={props.each.channel} />
      <span>
        <b>{props.each.show.title}</b>
        <small class="quiet">
          {props.each.channel.title}
          {props.each.show.scheduledAt === null ? "" : `, ${formats().moment(props.each.show.scheduledAt)}`}
        </small>
      </span>
      <Show when={props.each.show.state === "live"} fallback={<Chip look="waiting">{t("doors.showPlanned")}</Chip>}>
        <Lamp look="on" icon="waves">
          {t("doors.showLive")}
        </Lamp>
      </Show>
    </A>
  );
}
