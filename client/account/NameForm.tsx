import { createSignal, untrack } from "solid-js";
import type { Account } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { TextField } from "../ui/Field.tsx";
import { AccountForm } from "./AccountForm.tsx";

/** The name that pupils see. */
export function NameForm(props: { account: Account }) {
  const { t } = useI18n();
  const staff = useStaff();
  const [name, setName] = createSignal(untrack(() => props.account.displayName));
  const save = async () => staff.rename(await api.account.change({ displayName: name() }));
  return (
    <AccountForm id="account-name" title={t("account.name")} onSave={save}>
      <TextField
        label={t("account.displayName")}
        autocomplete="name"
        required
        maxlength={120}
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
    </AccountForm>
  );
}
