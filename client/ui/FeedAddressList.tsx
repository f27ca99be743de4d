import { createSignal, For, Show, type JSX } from "solid-js";
import type { FeedAddress } from "../../schemas/feed-addresses.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { ConfirmDialog } from "./ConfirmDialog.tsx";
import { SubscribeDialog } from "./SubscribeDialog.tsx";
import "./subscribe.css";

type ListProps<Address extends FeedAddress> = {
  addresses: readonly Address[];
  /** Radios that an address opens. */
  radios: readonly { title: string; slug: string }[];
  /** Whose it is, where that is not said by the page. */
  ownerOf?: (address: Address) => JSX.Element;
  secret?: string;
  onStop: (address: Address) => Promise<unknown>;
};

/** Private feed addresses, one for each device: what it is for, since when, whether an app uses it; to open in an app, and to stop. */
export function FeedAddressList<Address extends FeedAddress>(props: ListProps<Address>) {
  const { t, formats } = useI18n();
  const [opened, setOpened] = createSignal<Address>();
  const [stopping, setStopping] = createSignal<Address>();
  const nameOf = ({ device }: Address) => t(`subscribe.${device ?? "withLink"}`);
  const radiosOf = (prefix: string) =>
    props.radios.map(({ title, slug }) => ({ title, feed: { path: `${prefix}/feeds/${slug}`, isPrivate: true } }));
  return (
    <>
      <ul class="addresses">
        <For each={props.addresses}>
          {(address) => (
            <li>
              <span>
                <b>{nameOf(address)}</b>
                {props.ownerOf?.(address)}
                <small>
                  {t("subscribe.since", { day: formats().date(address.createdAt.slice(0, 10)) })}{" "}
                  {t(address.isUsed ? "subscribe.used" : "subscribe.unused")}
                </small>
              </span>
              <Show when={address.prefix !== null && props.radios.length > 0}>
                <Button icon="headphones" aria-haspopup="dialog" onClick={() => setOpened(() => address)}>
                  {t("subscribe.open")}
                </Button>
              </Show>
              <Button look="bare" icon="bin" aria-haspopup="dialog" onClick={() => setStopping(() => address)}>
                {t("subscribe.stop")}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <SubscribeDialog
        isOpen={opened() !== undefined}
        radios={radiosOf(opened()?.prefix ?? "")}
        {...(props.secret !== undefined && { secret: props.secret })}
        onClose={() => setOpened(undefined)}
      />
      <ConfirmDialog
        isOpen={stopping() !== undefined}
        title={t("subscribe.stopTitle")}
        keep={t("subscribe.keep")}
        confirm={t("subscribe.stop")}
        onClose={() => setStopping(undefined)}
        onConfirm={() => props.onStop(stopping()!)}
      >
        {t("subscribe.stopText")}
      </ConfirmDialog>
    </>
  );
}
