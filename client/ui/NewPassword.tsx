import { createResource, For, Show } from "solid-js";
import { judgePassword, shortestPassword, type PasswordVerdict } from "../../schemas/passwords/judge-password.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { TextField } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import "./new-password.css";

type NewPasswordProps = {
  label: string;
  value: string;
  onInput: (typed: string) => void;
  /** Of the school and of the person: what may not make up the password. */
  knownNames: readonly string[];
};

const steps = [1, 2, 3, 4] as const;

/** Where a password is chosen: the station's own judgement is shown while it is typed, and what would make it better. */
export function NewPassword(props: NewPasswordProps) {
  const { t } = useI18n();
  const question = () => (props.value === "" ? undefined : { typed: props.value, names: props.knownNames });
  // Without the dictionaries (no network) nothing is said here; the station judges anyway.
  const [verdict] = createResource(question, ({ typed, names }) => judgePassword(typed, names).catch(() => undefined));
  const shown = () => (props.value === "" ? undefined : verdict.latest);
  return (
    <div class="new-password">
      <TextField
        label={props.label}
        hint={t("account.passwordRule")}
        type="password"
        name="new-password"
        autocomplete="new-password"
        required
        minlength={shortestPassword}
        maxlength={200}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <div role="status">
        <Show when={shown()}>{(found) => <Verdict {...found()} />}</Show>
      </div>
    </div>
  );
}

function Verdict(props: PasswordVerdict) {
  const { t } = useI18n();
  const isGood = () => props.fault === undefined;
  return (
    <p class="password-verdict" classList={{ good: isGood() }}>
      <span class="password-steps" aria-hidden="true">
        <For each={steps}>{(step) => <i classList={{ reached: step <= Math.max(1, props.strength) }} />}</For>
      </span>
      <span class="row tight">
        <Icon name={isGood() ? "tick" : "warning"} />
        {t(props.fault === undefined ? "account.passwordGood" : `account.password_${props.fault}`)}
      </span>
    </p>
  );
}
