import { createResource, createSignal, Show } from "solid-js";
import type { Retention, RetentionPlan, RetentionPolicy } from "../../schemas/retention.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { createAttempt } from "../ui/create-attempt.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { LeavingTable } from "./LeavingTable.tsx";
import { RetentionForm } from "./RetentionForm.tsx";
import { RoomTable } from "./RoomTable.tsx";
import "./retention.css";

/** How long the school keeps what it makes: an admin chooses, and sees what would go when before anything counts. */
export function RetentionPage() {
  const { t } = useI18n();
  const [retention, { refetch, mutate }] = createResource(() => api.retention.read());
  return (
    <Loaded from={retention} onRetry={() => void refetch()} lines={6} title={t("retention.title")}>
      {(found) => <Inside retention={found()} onChosen={(chosen) => mutate(chosen)} />}
    </Loaded>
  );
}

function Inside(props: { retention: Retention; onChosen: (chosen: Retention) => void }) {
  const { t, formats } = useI18n();
  const staff = useStaff();
  const say = useToasts();
  const [preview, setPreview] = createSignal<RetentionPlan>();
  const plan = () => preview() ?? props.retention.plan;
  const looking = createAttempt(async (policy: RetentionPolicy | undefined) => {
    setPreview(policy && (await api.retention.preview(policy)));
  });
  const saving = createAttempt(async (policy: RetentionPolicy) => {
    const chosen = await api.retention.choose(policy);
    setPreview(undefined);
    props.onChosen(chosen);
    say(t("retention.saved", { day: formats().date(chosen.plan.from) }));
  });
  return (
    <>
      <SchoolHead title={t("retention.title")} hint={t("retention.hint", { school: staff.school.name })} />
      <div class="two-columns wide-side">
        <div class="side">
          <Show when={looking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          <Show when={preview()}>
            <Message look="info" title={t("retention.previewTitle")}>
              {t("retention.previewHint")}
            </Message>
          </Show>
          <LeavingTable plan={plan()} />
          <RoomTable plan={plan()} />
        </div>
        <aside class="side">
          <RetentionForm
            policy={props.retention.policy}
            isBusy={saving.isBusy()}
            onTry={(policy) => void looking.attempt(policy)}
            onSave={(policy) => void saving.attempt(policy)}
          />
          <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          <Message look="info" title={t("retention.noticeTitle")}>
            <p>{t("retention.notice", { day: formats().date(plan().from) })}</p>
            <p class="small quiet">{t("retention.alsoGone")}</p>
          </Message>
        </aside>
      </div>
    </>
  );
}
