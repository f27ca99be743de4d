import { createSignal, Show } from "solid-js";
import type { Table } from "../../schemas/floor.ts";
import type { Classroom } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { codeLink } from "../class-code-link.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Refused } from "../ui/Message.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import { TableChoice } from "../ui/TableChoice.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { CodeBoard } from "./CodeBoard.tsx";

/** The code of the day with its QR: shown on the board, or changed. */
export function ClassCode(props: { classroom: Classroom; onRenewed: (classroom: Classroom) => void }) {
  const { t, formats } = useI18n();
  const [isOnBoard, setOnBoard] = createSignal(false);
  const [isAsking, setAsking] = createSignal(false);
  const [table, setTable] = createSignal<Table>();
  const link = () => codeLink(location.origin, props.classroom.code, table());
  return (
    <section class="panel class-code" aria-labelledby="code-title">
      <h2 id="code-title">{t("classroom.codeTitle")}</h2>
      <QrCode address={link()} />
      <p class="code-word" style={{ "--letters": String(props.classroom.code.length) }}>
        {props.classroom.code}
      </p>
      <p class="small quiet">{t("classroom.codeUntil", { moment: formats().moment(props.classroom.codeExpiresAt) })}</p>
      <TableChoice table={table()} onChoose={setTable} />
      <Button look="primary" icon="teacher" isWide onClick={() => setOnBoard(true)}>
        {t("classroom.board")}
      </Button>
      <Button icon="back" isWide onClick={() => setAsking(true)}>
        {t("classroom.newCode")}
      </Button>
      <CodeBoard
        isOpen={isOnBoard()}
        classroom={props.classroom}
        table={table()}
        link={link()}
        onClose={() => setOnBoard(false)}
      />
      <RenewCode
        isOpen={isAsking()}
        classroom={props.classroom}
        onClose={() => setAsking(false)}
        onRenewed={(classroom) => props.onRenewed(classroom)}
      />
    </section>
  );
}

function RenewCode(props: {
  isOpen: boolean;
  classroom: Classroom;
  onClose: () => void;
  onRenewed: (classroom: Classroom) => void;
}) {
  const { t } = useI18n();
  const say = useToasts();
  const renewing = createAttempt(async () => {
    const renewed = await api.classrooms.renewCode(props.classroom.id);
    props.onRenewed(renewed);
    say(t("classroom.newCodeDone", { code: renewed.code }));
    props.onClose();
  });
  return (
    <Dialog
      isOpen={props.isOpen}
      title={t("classroom.newCodeTitle")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("classroom.newCodeKeep")}</Button>
          <Button look="primary" isBusy={renewing.isBusy()} onClick={() => void renewing.attempt()}>
            {t("classroom.newCode")}
          </Button>
        </>
      }
    >
      <p>{t("classroom.newCodeText")}</p>
      <Show when={renewing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </Dialog>
  );
}
