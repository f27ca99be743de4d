import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import type { LeavingQuestion } from "../ui/create-leaving-question.ts";
import { Confirm } from "./HoldKey.tsx";
import "./leave-question.css";

/** Asks in a row of its own before the page is left on air; staying is the safe answer and has the focus. */
export function LeaveQuestion(props: { leaving: LeavingQuestion; question: string }) {
  const { t } = useI18n();
  return (
    <Show when={props.leaving.isAsked()}>
      <div class="leave-question" role="alert">
        <p>{props.question}</p>
        <Confirm
          question={props.question}
          yes={t("floor.leaveYes")}
          no={t("floor.leaveNo")}
          onAnswer={(isMeant) => {
            if (isMeant) props.leaving.leave();
            else props.leaving.stay();
          }}
        />
      </div>
    </Show>
  );
}
