import { createResource, For, Show } from "solid-js";
import type { OwnIdentity } from "../../schemas/oidc.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";

/** The school's identity providers, and whether one may come in by each. Nothing where the station has none. */
export function Identities() {
  const { t } = useI18n();
  const [own, { refetch }] = createResource(() => api.oidc.listOwn());
  const shown = () => (own.state === "ready" || own.state === "refreshing" ? own.latest : []);
  const changing = createAttempt(async ({ id, isLinked }: OwnIdentity) => {
    if (!isLinked) {
      const { url } = await api.oidc.begin(id, { isLink: true, returnPath: "/compte" });
      location.assign(url);
      return;
    }
    await api.oidc.unlink(id);
    await refetch();
  });
  return (
    <Show when={shown().length > 0}>
      <section class="panel" aria-labelledby="account-identities">
        <div class="panel-head">
          <h2 id="account-identities">{t("account.identities")}</h2>
        </div>
        <div class="panel-body stack">
          <p class="quiet">{t("account.identitiesHint")}</p>
          <Show when={changing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
          <For each={shown()}>
            {(identity) => (
              <div class="row wrap">
                <b>{identity.name}</b>
                <Show when={identity.isLinked}>
                  <Chip look="ready" icon="tick">
                    {t("account.linked")}
                  </Chip>
                </Show>
                <Button class="push" isBusy={changing.isBusy()} onClick={() => void changing.attempt(identity)}>
                  {t(identity.isLinked ? "account.unlink" : "account.link")}
                </Button>
              </div>
            )}
          </For>
        </div>
      </section>
    </Show>
  );
}
