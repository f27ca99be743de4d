import { createSignal, Match, onCleanup, onMount, Switch } from "solid-js";
import type { Show as Programme } from "../../schemas/shows.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { nearnessOf } from "./next-show.ts";
import { firstNow } from "./page-clock.ts";

const tickMs = 10_000;

/** When the next show is: its date, then the minutes that are left, then that it is about to begin. */
export function NextShow(props: { show: Programme; scheduledAt: string }) {
  const { t, formats } = useI18n();
  const [now, setNow] = createSignal(firstNow());
  onMount(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    onCleanup(() => clearInterval(timer));
  });
  const nearness = () => nearnessOf(props.scheduledAt, now());
  const wait = () => {
    const words = formats().until(props.scheduledAt, now());
    return words.charAt(0).toLocaleUpperCase() + words.slice(1);
  };
  return (
    <Switch>
      <Match when={nearness() === "later"}>
        <p class="next">{t("channel.next", { moment: formats().moment(props.scheduledAt) })}</p>
      </Match>
      <Match when={nearness() === "soon"}>
        <p class="next soon">
          <Icon name="clock" />
          {t("channel.nextSoon", { wait: wait(), title: props.show.title })}
        </p>
      </Match>
      <Match when={nearness() === "now"}>
        <p class="next soon">
          <Icon name="clock" />
          {t("channel.nextNow", { title: props.show.title })}
        </p>
      </Match>
    </Switch>
  );
}
