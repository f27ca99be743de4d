import { createSignal, Show } from "solid-js";
import type { RegionSchool } from "../../schemas/region.ts";
import { leastQuotaBytes } from "../../schemas/school-room.ts";
import type { StaffLink } from "../../schemas/staff.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { NameFields } from "./NewSchoolForm.tsx";

const gigabyte = 1e9;

type ChangeSchoolProps = {
  school: RegionSchool;
  onChanged: () => void;
  onIssued: (name: string, link: StaffLink) => void;
};

/** One school: its words and its limit, the link for whoever is to lead it, and whether it is open. */
export function ChangeSchool(props: ChangeSchoolProps) {
  return (
    <div class="stack">
      <Words school={props.school} onChanged={() => props.onChanged()} />
      <Leader school={props.school} onIssued={(link) => props.onIssued(props.school.name, link)} />
      <Openness school={props.school} onChanged={() => props.onChanged()} />
    </div>
  );
}

function Words(props: { school: RegionSchool; onChanged: () => void }) {
  const { t } = useI18n();
  /* eslint-disable solid/reactivity -- the dialog makes a new form for every school. */
  const [name, setName] = createSignal(props.school.name);
  const [city, setCity] = createSignal(props.school.city);
  const [quota, setQuota] = createSignal(
    props.school.quotaBytes === null ? "" : String(props.school.quotaBytes / gigabyte),
  );
  /* eslint-enable solid/reactivity */
  const bytes = () => (quota().trim() === "" ? null : Math.round(Number(quota().replace(",", ".")) * gigabyte));
  const isFine = () => {
    const chosen = bytes();
    return chosen === null || (chosen >= leastQuotaBytes && chosen <= 1e15);
  };
  const saving = createAttempt(async () => {
    await api.region.changeSchool(props.school.id, { name: name(), city: city(), quotaBytes: bytes() });
    props.onChanged();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isFine()) void saving.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <NameFields name={name()} onName={setName} city={city()} onCity={setCity} />
      <TextField
        label={t("region.quota")}
        hint={t("region.quotaHint")}
        error={isFine() ? undefined : t("region.quotaBad")}
        inputmode="decimal"
        value={quota()}
        onInput={(event) => setQuota(event.currentTarget.value)}
      />
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" type="submit" isBusy={saving.isBusy()}>
        {t("frame.save")}
      </Button>
    </form>
  );
}

function Leader(props: { school: RegionSchool; onIssued: (link: StaffLink) => void }) {
  const { t } = useI18n();
  const [email, setEmail] = createSignal("");
  const inviting = createAttempt(async () => {
    props.onIssued(await api.region.inviteAdmin(props.school.id, email()));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void inviting.attempt();
  };
  return (
    <form class="stack region-part" onSubmit={submit}>
      <h3>{t("region.lead")}</h3>
      <p class="quiet small">{t("region.leadHint")}</p>
      <TextField
        label={t("region.email")}
        type="email"
        autocomplete="off"
        required
        value={email()}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <Show when={inviting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button type="submit" isBusy={inviting.isBusy()}>
        {t("region.invite")}
      </Button>
    </form>
  );
}

function Openness(props: { school: RegionSchool; onChanged: () => void }) {
  const { t } = useI18n();
  const [isAsked, setAsked] = createSignal(false);
  const change = async (isShut: boolean) => {
    await api.region.changeSchool(props.school.id, { isShut });
    props.onChanged();
  };
  const reopening = createAttempt(() => change(false));
  return (
    <div class="stack region-part">
      <Show
        when={props.school.isShut}
        fallback={
          <Button look="danger" icon="lock" onClick={() => setAsked(true)}>
            {t("region.close")}
          </Button>
        }
      >
        <Button isBusy={reopening.isBusy()} onClick={() => void reopening.attempt()}>
          {t("region.reopen")}
        </Button>
      </Show>
      <Show when={reopening.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <ConfirmDialog
        isOpen={isAsked()}
        title={t("region.closeOf", { name: props.school.name })}
        keep={t("frame.keep")}
        confirm={t("region.close")}
        onClose={() => setAsked(false)}
        onConfirm={() => change(true)}
      >
        {t("region.closeHint")}
      </ConfirmDialog>
    </div>
  );
}
