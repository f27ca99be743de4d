import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { createResource, Show } from "solid-js";
import { api, ApiError } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";

/** Comes in with a passkey of this device; not there where passkeys cannot work. */
export function PasskeyKey(props: { onEntered: () => void }) {
  const { t } = useI18n();
  const [ways] = createResource(() => api.session.readWays().catch(() => undefined));
  const isHere = () => ways.latest?.passkeyOrigin === location.origin && "PublicKeyCredential" in window;
  const entering = createAttempt(async () => {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    const optionsJSON = (await api.session.beginPasskey()) as PublicKeyCredentialRequestOptionsJSON;
    const answer = await startAuthentication({ optionsJSON });
    await api.session.openByPasskey(answer);
    props.onEntered();
  });
  const failed = () => (
    <Message look="trouble" title={t("account.passkeyFailed")}>
      {t("account.passkeyFailedHint")}
    </Message>
  );
  return (
    <Show when={isHere()}>
      <Button icon="lock" isBusy={entering.isBusy()} onClick={() => void entering.attempt()}>
        {t("account.passkeyEnter")}
      </Button>
      <Show when={entering.thrown()}>
        {(thrown) => (
          <Show when={thrown() instanceof ApiError} fallback={failed()}>
            <Refused thrown={thrown()} />
          </Show>
        )}
      </Show>
    </Show>
  );
}
