import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Pupil } from "../../../schemas/people.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { BirdAvatar } from "../../ui/BirdAvatar.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import type { Invitations } from "./create-invitations.ts";

/** The takes of classmates that one was asked to listen to. */
export function InvitationList(props: { invitations: Invitations }) {
  const { t } = useI18n();
  return (
    <section class="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t("feedback.invitations")}</h2>
      <Loaded from={props.invitations.found} onRetry={props.invitations.refetch} lines={2}>
        {(found) => (
          <ul class="exercise-list">
            <For each={found().list}>
              {(invitation) => (
                <InvitationKey
                  invitation={invitation}
                  speaker={props.invitations.speakerOf(invitation)}
                  name={props.invitations.nameOf(invitation)}
                />
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function InvitationKey(props: { invitation: PeerInvitation; speaker: Pupil | undefined; name: string }) {
  const { t } = useI18n();
  const isDone = () => props.invitation.assessment !== null;
  return (
    <li>
      <A class="panel exercise-key" href={`/entrainement?ecouter=${props.invitation.id}`}>
        <Show when={props.speaker} fallback={<Icon name="ear" size="l" />}>
          {(speaker) => <BirdAvatar bird={speaker().bird} colour={speaker().colour} size="l" />}
        </Show>
        <span class="stack tight">
          <b>{props.name}</b>
          <span class="quiet">{props.invitation.exerciseTitle}</span>
        </span>
        <Chip look={isDone() ? "ready" : "waiting"} icon={isDone() ? "tick" : "ear"}>
          {t(isDone() ? "feedback.invitationDone" : "feedback.invitationWaiting")}
        </Chip>
      </A>
    </li>
  );
}
