import { Match, Switch, type Accessor, type JSX, type Resource } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { Refused } from "./Message.tsx";
import { Skeleton } from "./Skeleton.tsx";

/** What was asked of the station: grey lines while it comes, why it did not come with a key to retry, or the thing itself. */
export function Loaded<Thing>(props: {
  from: Resource<Thing>;
  onRetry: () => void;
  lines?: number;
  /** Name of the page, for those who hear it, until its own title is here. */
  title?: string;
  children: (thing: Accessor<NonNullable<Thing>>) => JSX.Element;
}) {
  const { t } = useI18n();
  const isHere = () =>
    props.from.state === "ready" || props.from.state === "refreshing" ? props.from.latest : undefined;
  const heading = () => props.title && <h1 class="sr-only">{props.title}</h1>;
  return (
    <Switch
      fallback={
        <>
          {heading()}
          <Skeleton lines={props.lines ?? 3} />
        </>
      }
    >
      <Match when={props.from.state === "errored"}>
        {heading()}
        <Refused
          thrown={props.from.error as unknown}
          action={<Button onClick={() => props.onRetry()}>{t("frame.retry")}</Button>}
        />
      </Match>
      <Match when={isHere()}>{(thing) => props.children(thing)}</Match>
    </Switch>
  );
}
