import { createResource, createSignal, onMount, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { Identities } from "./Identities.tsx";
import { NameForm } from "./NameForm.tsx";
import { Passkeys } from "./Passkeys.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { PodcastName } from "./PodcastName.tsx";
import { SecondStep } from "./SecondStep.tsx";
import { SessionList } from "./SessionList.tsx";
import "./account.css";

/** One's own account: names, password, and the devices that are signed in. */
export function AccountPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [own, { refetch }] = createResource(() => api.account.read());
  const [sessions, devices] = createResource(() => api.account.listSessions());
  const [passwords, setPasswords] = createSignal(1);
  onMount(() => (document.title = `${t("account.title")} — Antenne`));
  return (
    <>
      <PageHead title={t("account.title")} hint={staff.account.email} />
      <div class="account-parts">
        <div class="side">
          <Loaded from={own} onRetry={() => void refetch()} lines={6}>
            {(found) => (
              <>
                <NameForm account={found().account} />
                <Show when={found().account.role !== "region"}>
                  <PodcastName own={found()} />
                </Show>
                <PasswordForm
                  own={found()}
                  onChanged={() => {
                    void devices.refetch();
                    setPasswords(passwords() + 1);
                  }}
                />
              </>
            )}
          </Loaded>
        </div>
        <div class="side">
          <Show when={own.latest}>{(found) => <SecondStep own={found()} onChanged={() => void refetch()} />}</Show>
          <Identities asOf={passwords()} />
          <Passkeys />
          <SessionList sessions={sessions} onChanged={() => void devices.refetch()} />
        </div>
      </div>
    </>
  );
}
