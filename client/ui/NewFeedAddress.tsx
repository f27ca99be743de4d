import { createSignal, Show, type JSX } from "solid-js";
import type { FeedDevice } from "../../schemas/feed-addresses.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { Choice } from "./Choice.tsx";
import { createAttempt } from "./create-attempt.ts";
import { Refused } from "./Message.tsx";

/** For which device one more address is wanted. */
export function NewFeedAddress(props: { children?: JSX.Element; onMake: (device: FeedDevice) => Promise<unknown> }) {
  const { t } = useI18n();
  const [device, setDevice] = createSignal<FeedDevice>("phone");
  const making = createAttempt(() => props.onMake(device()));
  return (
    <div class="stack">
      <Choice
        label={t("subscribe.which")}
        chosen={device()}
        choices={{
          phone: t("subscribe.phone"),
          tablet: t("subscribe.tablet"),
          computer: t("subscribe.computer"),
          speaker: t("subscribe.speaker"),
        }}
        onChoose={setDevice}
      />
      {props.children}
      <div>
        <Button icon="plus" isBusy={making.isBusy()} onClick={() => void making.attempt()}>
          {t("subscribe.add")}
        </Button>
      </div>
      <Show when={making.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </div>
  );
}
