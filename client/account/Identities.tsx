import { useSearchParams } from "@solidjs/router";
import { createResource, createSignal, For, Show } from "solid-js";
import type { OwnIdentity } from "../../schemas/oidc.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { createStepCode } from "../ui/create-step-code.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Refused } from "../ui/Message.tsx";
import { StepCodeField } from "../ui/StepCodeField.tsx";
import { AskPassword } from "./AskPassword.tsx";

/** The school's identity providers, and whether one may come in by each. Nothing where the station has none. */
export function Identities(props: {
  /** Asked again when this changes: with another password, ties may be gone. */
  asOf: number;
}) {
  const { t } = useI18n();
  const [own, { refetch }] = createResource(
    () => props.asOf,
    () => api.account.listIdentities(),
  );
  const shown = () => (own.state === "ready" || own.state === "refreshing" ? own.latest : []);
  // Who was sent back from a provider without being tied.
  const [search] = useSearchParams<{ refus?: string }>();
  const refused = () => (search.refus === undefined ? undefined : { code: search.refus });
  const [tying, setTying] = createSignal<OwnIdentity>();
  const untying = createAttempt(async ({ id }: OwnIdentity) => {
    await api.account.unlink(id);
    await refetch();
  });
  const change = (identity: OwnIdentity) =>
    identity.isLinked ? void untying.attempt(identity) : void setTying(identity);
  return (
    <Show when={shown().length > 0}>
      <section class="panel" aria-labelledby="account-identities">
        <div class="panel-head">
          <h2 id="account-identities">{t("account.identities")}</h2>
        </div>
        <div class="panel-body stack">
          <p class="quiet">{t("account.identitiesHint")}</p>
          <Show when={untying.thrown() ?? refused()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          <For each={shown()}>
            {(identity) => (
              <div class="row wrap">
                <b>{identity.name}</b>
                <Show when={identity.isLinked}>
                  <Chip look="ready" icon="tick">
                    {t("account.linked")}
                  </Chip>
                </Show>
                <Button class="push" isBusy={untying.isBusy()} onClick={() => change(identity)}>
                  {t(identity.isLinked ? "account.unlink" : "account.link")}
                </Button>
              </div>
            )}
          </For>
        </div>
        <Dialog isOpen={tying() !== undefined} title={tying()?.name ?? ""} onClose={() => setTying(undefined)}>
          <Show when={tying()}>{(identity) => <Tie provider={identity().id} />}</Show>
        </Dialog>
      </section>
    </Show>
  );
}

/** The password once more, and the second step of whoever has one, before the browser goes to the provider. */
function Tie(props: { provider: string }) {
  const { t } = useI18n();
  const step = createStepCode();
  const tie = async (password: string) => {
    const asked = { isLink: true, returnPath: "/compte", password, ...step.typed() } as const;
    const { url } = await api.oidc.begin(props.provider, asked).catch(step.heed);
    location.assign(url);
  };
  return (
    <AskPassword go={t("account.link")} onPassword={tie}>
      <Show when={step.isAsked()}>
        <StepCodeField value={step.code()} onInput={step.setCode} />
      </Show>
    </AskPassword>
  );
}
