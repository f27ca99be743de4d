import { createSignal, For, Show, untrack } from "solid-js";
import { NewsKind, NewsWish, usualQuietHours, type QuietHours } from "../../schemas/news.ts";
import { newsApi } from "../api/news.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { canBeTold, isRefused, type Following } from "./push-following.ts";
import { subscribe } from "./push-subscribe.ts";

type FormProps = {
  slug: string;
  following: Following | undefined;
  onChanged: (following: Following | undefined) => void;
};

/** What to be told of, and when not to be disturbed. */
export function NewsForm(props: FormProps) {
  const { t, language } = useI18n();
  const say = useToasts();
  const before = untrack(() => props.following?.wish);
  const [kinds, setKinds] = createSignal<readonly NewsKind[]>(before?.kinds ?? NewsKind.options);
  const [quiet, setQuiet] = createSignal<QuietHours>(before?.quiet ?? usualQuietHours);
  const [fault, setFault] = createSignal<"refused" | "unable" | undefined>(isRefused() ? "refused" : undefined);
  const choose = (kind: NewsKind, isWanted: boolean) =>
    setKinds(NewsKind.options.filter((each) => (each === kind ? isWanted : kinds().includes(each))));
  const following = createAttempt(async () => {
    const wish = NewsWish.parse({ kinds: kinds(), quiet: quiet(), language: language() });
    const subscription = await subscribe((await newsApi.news.ways(props.slug)).publicKey);
    setFault(typeof subscription === "string" ? subscription : undefined);
    if (typeof subscription === "string") return;
    await newsApi.news.follow(props.slug, subscription, wish);
    say(t("news.followed"));
    props.onChanged({ endpoint: subscription.endpoint, wish });
  });
  const stopping = createAttempt(async ({ endpoint }: Following) => {
    await newsApi.news.stop(props.slug, endpoint);
    say(t("news.stopped"));
    props.onChanged(undefined);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void following.attempt();
  };
  return (
    <Show when={canBeTold()} fallback={<CannotBeTold />}>
      <form class="stack" onSubmit={submit}>
        <fieldset class="choice">
          <legend class="legend">{t("news.kinds")}</legend>
          <For each={NewsKind.options}>
            {(kind) => (
              <Switch isOn={kinds().includes(kind)} onChange={(isOn) => choose(kind, isOn)}>
                {t(`news.${kind}`)}
              </Switch>
            )}
          </For>
        </fieldset>
        <QuietFields quiet={quiet()} onChange={setQuiet} />
        <p class="small quiet">{t("news.promise")}</p>
        <Show when={fault() === "unable"}>
          <CannotBeTold />
        </Show>
        <Show when={fault() === "refused"}>
          <Message look="warning" title={t("news.blocked")}>
            {t("news.blockedHint")}
          </Message>
        </Show>
        <Show when={following.thrown() ?? stopping.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button
          look="primary"
          size="tall"
          type="submit"
          isWide
          isBusy={following.isBusy()}
          disabled={kinds().length === 0}
        >
          {kinds().length === 0 ? t("news.noKind") : t(props.following ? "news.change" : "news.follow")}
        </Button>
        <Show when={props.following}>
          {(known) => (
            <Button isWide isBusy={stopping.isBusy()} onClick={() => void stopping.attempt(known())}>
              {t("news.stop")}
            </Button>
          )}
        </Show>
      </form>
    </Show>
  );
}

function CannotBeTold() {
  const { t } = useI18n();
  return (
    <Message look="info" title={t("news.unsupported")}>
      {t("news.unsupportedHint")}
    </Message>
  );
}

function QuietFields(props: { quiet: QuietHours; onChange: (quiet: QuietHours) => void }) {
  const { t } = useI18n();
  const set = (part: Partial<QuietHours>) => props.onChange({ ...props.quiet, ...part });
  return (
    <fieldset class="choice">
      <legend class="legend">{t("news.quiet")}</legend>
      <div class="quiet-times">
        <TextField
          label={t("news.quietFrom")}
          type="time"
          required
          value={props.quiet.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextField
          label={t("news.quietUntil")}
          type="time"
          required
          value={props.quiet.until}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
      </div>
      <Switch isOn={props.quiet.sundays} onChange={(sundays) => set({ sundays })}>
        {t("news.sundays")}
      </Switch>
    </fieldset>
  );
}
