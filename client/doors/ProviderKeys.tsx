import { createResource, For, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";

/** The keys to the school's identity providers, where there are any; the way back leads to `returnPath`. */
export function ProviderKeys(props: { returnPath: string; refusal: string | undefined }) {
  const { t } = useI18n();
  // Without an answer the password is still a way in.
  const [providers] = createResource(() => api.oidc.list().catch(() => []));
  const going = createAttempt(async (provider: string) => {
    const { url } = await api.oidc.begin(provider, { isLink: false, returnPath: props.returnPath });
    location.assign(url);
  });
  const thrown = () => going.thrown() ?? (props.refusal === undefined ? undefined : { code: props.refusal });
  return (
    <>
      <Show when={thrown()}>{(refusal) => <Refused thrown={refusal()} />}</Show>
      <Show when={providers.latest?.length}>
        <div class="stack providers">
          <For each={providers.latest}>
            {({ id, name }) => (
              <Button size="tall" isWide icon="enter" isBusy={going.isBusy()} onClick={() => void going.attempt(id)}>
                {t("doors.enterBy", { name })}
              </Button>
            )}
          </For>
          <span class="or">{t("frame.or")}</span>
        </div>
      </Show>
    </>
  );
}
