import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../../i18n/I18n.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import type { Invitations } from "./create-invitations.ts";
import { PeerListening } from "./PeerListening.tsx";
import "./peers.css";

/** The part of the page where one listens to a classmate, as long as one is asked to. */
export function PeerPart(props: { id: string; invitations: Invitations }) {
  const { t } = useI18n();
  return (
    <Loaded from={props.invitations.found} onRetry={props.invitations.refetch} title={t("feedback.invitations")}>
      {(found) => (
        <Show when={found().list.find(({ id }) => id === props.id)} fallback={<Gone />}>
          {(invitation) => (
            <PeerListening
              invitation={invitation()}
              speaker={props.invitations.speakerOf(invitation())}
              name={props.invitations.nameOf(invitation())}
              onTold={props.invitations.tell}
            />
          )}
        </Show>
      )}
    </Loaded>
  );
}

function Gone() {
  const { t } = useI18n();
  const back = () => (
    <A class="btn primary tall" href="/entrainement">
      {t("training.back")}
    </A>
  );
  return (
    <Empty level={1} icon="ear" title={t("feedback.gone")} action={back()}>
      {t("feedback.goneHint")}
    </Empty>
  );
}
