import { createResource, createSignal, For, Show } from "solid-js";
import { fullnessOf, leastQuotaBytes, type SchoolRoom } from "../../schemas/school-room.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { SchoolHead } from "../ui/SchoolHead.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import "./settings.css";

const kinds = ["recordings", "episodes", "carts"] as const;
const gigabyte = 1e9;

/** How much of the disk the school takes, of what, and how much it may. */
export function SettingsPage() {
  const { t } = useI18n();
  const [room, { refetch, mutate }] = createResource(() => api.school.readRoom());
  return (
    <>
      <SchoolHead title={t("school.settings")} hint={t("school.settingsHint")} />
      <Loaded from={room} onRetry={() => void refetch()} lines={5}>
        {(found) => (
          <div class="two-columns wide-side">
            <Used room={found()} />
            <QuotaForm room={found()} onChosen={(chosen) => mutate(chosen)} />
          </div>
        )}
      </Loaded>
    </>
  );
}

const usedIn = (room: SchoolRoom) => room.recordings + room.episodes + room.carts;

function Used(props: { room: SchoolRoom }) {
  const { t, formats } = useI18n();
  const fullness = () => fullnessOf(props.room);
  const share = () => Math.min(1, usedIn(props.room) / (props.room.quotaBytes ?? Infinity));
  return (
    <section class="panel" aria-labelledby="room-used">
      <div class="panel-head">
        <h2 id="room-used">{t("school.room")}</h2>
        <b class="push">{formats().room(usedIn(props.room))}</b>
      </div>
      <div class="panel-body stack">
        <Show when={fullness() !== "free"}>
          <Message look="warning" title={t(fullness() === "full" ? "school.roomFull" : "school.roomNear")}>
            {t("school.roomAdvice")}
          </Message>
        </Show>
        <Show when={props.room.quotaBytes}>
          {(quota) => (
            <>
              <div class="progress" style={{ "--done": `${share() * 100}%` }} aria-hidden="true">
                <i />
              </div>
              <p>{t("school.roomOf", { share: formats().percent(share()), quota: formats().room(quota()) })}</p>
            </>
          )}
        </Show>
        <dl class="room-kinds">
          <For each={kinds}>
            {(kind) => (
              <div class="row">
                <dt>{t(`school.${kind}`)}</dt>
                <dd class="push">{formats().room(props.room[kind])}</dd>
              </div>
            )}
          </For>
        </dl>
      </div>
    </section>
  );
}

function QuotaForm(props: { room: SchoolRoom; onChosen: (room: SchoolRoom) => void }) {
  const { t } = useI18n();
  const say = useToasts();
  const kept = () => (props.room.quotaBytes === null ? "" : String(props.room.quotaBytes / gigabyte));
  const [typed, setTyped] = createSignal<string>();
  const value = () => typed() ?? kept();
  const bytes = () => (value().trim() === "" ? null : Math.round(Number(value().replace(",", ".")) * gigabyte));
  const isFine = () => {
    const chosen = bytes();
    return chosen === null || (chosen >= leastQuotaBytes && chosen <= 1e15);
  };
  const saving = createAttempt(async () => {
    props.onChosen(await api.school.setQuota(bytes()));
    setTyped(undefined);
    say(t("frame.saved"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isFine()) void saving.attempt();
  };
  return (
    <section class="panel" aria-labelledby="room-limit">
      <div class="panel-head">
        <h2 id="room-limit">{t("school.limit")}</h2>
      </div>
      <form class="panel-body stack" onSubmit={submit}>
        <TextField
          label={t("school.quota")}
          hint={t("school.quotaHint")}
          error={isFine() ? undefined : t("school.quotaBad")}
          inputmode="decimal"
          value={value()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
            {t("frame.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
