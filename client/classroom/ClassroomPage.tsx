import { createEffect, createResource, createSignal, onMount, Show } from "solid-js";
import { A } from "@solidjs/router";
import type { PupilConsent } from "../../schemas/consent.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Classroom, Pupil } from "../../schemas/people.ts";
import type { SchoolRoom } from "../../schemas/school-room.ts";
import { api, type ClassroomPage } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createNewcomers, type AtTheClassDoor } from "../newcomers/create-newcomers.ts";
import { NewcomersAtDoor } from "../newcomers/NewcomersAtDoor.tsx";
import { createReplies, type FamilyReplies } from "../replies/create-replies.ts";
import { RepliesBox } from "../replies/RepliesBox.tsx";
import { createSignalling } from "../signalling.ts";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { RoomUse } from "../ui/RoomUse.tsx";
import { AddPupils } from "./AddPupils.tsx";
import { ChangePupil } from "./ChangePupil.tsx";
import { ClassCode } from "./ClassCode.tsx";
import { CodeAlarm } from "./CodeAlarm.tsx";
import { ConsentLegend } from "./ConsentLegend.tsx";
import { ClassPictures } from "./PictureKeys.tsx";
import { PupilTable, type Listed } from "./PupilTable.tsx";
import { RecordConsent } from "./RecordConsent.tsx";
import { ShowCodes } from "./ShowCodes.tsx";
import "./classroom.css";

type Page = ClassroomPage & { consents: PupilConsent[]; room: SchoolRoom };

async function readPage(id: ClassroomId): Promise<Page> {
  const { read, listConsents, readRoom } = api.classrooms;
  const [page, consents, room] = await Promise.all([read(id), listConsents(id), readRoom(id)]);
  return { ...page, consents, room };
}

/** The class: its pupils and their birds, and the code they enter by, and how far each voice may go. */
export function ClassroomPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [page, { refetch, mutate }] = createResource(() => staff.classroom()?.id, readPage);
  onMount(() => (document.title = `${t("classroom.title")} — Antenne`));
  const signalling = createSignalling();
  const newcomers = createNewcomers(() => staff.classroom()?.id, signalling);
  const replies = createReplies(() => staff.classroom()?.id, signalling);
  const onCode = (classroom: Classroom) => mutate((known) => known && { ...known, classroom });
  return (
    <Show when={staff.classroom()} fallback={<NoClassroom />}>
      <Loaded from={page} onRetry={() => void refetch()} lines={6} title={t("classroom.title")}>
        {(found) => (
          <Inside
            page={found()}
            newcomers={newcomers}
            replies={replies}
            onChanged={() => void refetch()}
            onCode={onCode}
          />
        )}
      </Loaded>
    </Show>
  );
}

function NoClassroom() {
  const { t } = useI18n();
  const staff = useStaff();
  const isAdmin = () => staff.account.role === "admin";
  const way = () => (
    <A class="btn primary" href="/ecole/classes">
      {t("school.classes")}
    </A>
  );
  return (
    <Empty title={t("classroom.noClassroom")} icon="school" action={isAdmin() ? way() : undefined}>
      {t(isAdmin() ? "school.noClassHint" : "classroom.noClassroomTeacher")}
    </Empty>
  );
}

function Inside(props: {
  page: Page;
  newcomers: AtTheClassDoor;
  replies: FamilyReplies;
  onChanged: () => void;
  onCode: (classroom: Classroom) => void;
}) {
  const { t, count } = useI18n();
  const staff = useStaff();
  const [isAdding, setAdding] = createSignal(false);
  const [changed, setChanged] = createSignal<Pupil>();
  const [answered, setAnswered] = createSignal<Pupil>();
  const listed = () => withConsents(props.page);
  const unanswered = () => listed().flatMap(({ pupil, consent }) => (consent.standing === "answered" ? [] : [pupil]));
  // After a change the list is new, and the dialog's pupil may be gone.
  createEffect(() => {
    if (props.page.pupils.every(({ id }) => id !== changed()?.id)) setChanged(undefined);
  });
  return (
    <>
      <PageHead
        title={props.page.classroom.name}
        hint={count("classroom.summary", props.page.pupils.length, { year: props.page.classroom.schoolYear })}
      >
        <A class="btn" href="/classe/auditeurs">
          <Icon name="ear" />
          {t("listeners.title")}
        </A>
        <A class="btn" href="/classe/echange">
          <Icon name="share" />
          {t("exchange.title")}
        </A>
        <A class="btn" href="/classe/familles">
          <Icon name="family" />
          {t("families.title")}
        </A>
        <A class="btn" href="/classe/autorisations">
          <Icon name="print" />
          {t("consent.forms")}
        </A>
        <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
          {t("classroom.add")}
        </Button>
      </PageHead>
      <Show when={staff.account.role === "admin"}>
        <CodeAlarm />
      </Show>
      <NewcomersAtDoor door={props.newcomers} onLetIn={() => props.onChanged()} />
      <RepliesBox replies={props.replies} />
      <Show when={unanswered().length > 0}>
        <div class="above">
          <Message look="warning" title={count("consent.missing", unanswered().length)}>
            {count("consent.missingHint", unanswered().length)}
          </Message>
        </div>
      </Show>
      <div class="two-columns">
        <PupilTable
          listed={listed()}
          onChange={(pupil) => setChanged(pupil)}
          onAnswer={(pupil) => setAnswered(pupil)}
          onAdd={() => setAdding(true)}
        />
        <aside class="side">
          <ClassCode classroom={props.page.classroom} onRenewed={(classroom) => props.onCode(classroom)} />
          <ShowCodes classroom={props.page.classroom} />
          <ClassPictures pupils={props.page.pupils} />
          <ConsentLegend />
          <RoomUse room={props.page.room} title={t("school.classRoom")} advice={t("school.classRoomAdvice")} />
        </aside>
      </div>
      <AddPupils
        classroomId={props.page.classroom.id}
        pupils={props.page.pupils}
        isOpen={isAdding()}
        onClose={() => setAdding(false)}
        onAdded={() => props.onChanged()}
      />
      <RecordConsent
        pupil={answered()}
        endsOn={props.page.consentsEndOn}
        unanswered={unanswered()}
        onClose={() => setAnswered(undefined)}
        onRecorded={() => props.onChanged()}
      />
      <ChangePupil
        pupil={changed()}
        others={props.page.pupils}
        onClose={() => setChanged(undefined)}
        onChanged={() => props.onChanged()}
      />
    </>
  );
}

const unansweredFor = (pupilId: Pupil["id"]): PupilConsent => ({
  pupilId,
  scope: "none",
  isNamed: false,
  standing: "unanswered",
  latest: null,
});

const withConsents = ({ pupils, consents }: Page): Listed[] =>
  pupils.map((pupil) => ({
    pupil,
    consent: consents.find(({ pupilId }) => pupilId === pupil.id) ?? unansweredFor(pupil.id),
  }));
