import { onCleanup } from "solid-js";
import { useI18n } from "../../i18n/I18n.tsx";

/** The message as it would be sent, by the browser's own keys. */
export function PlayBack(props: { sound: Blob }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- another sound makes another of these.
  const address = URL.createObjectURL(props.sound);
  onCleanup(() => URL.revokeObjectURL(address));
  return (
    <figure class="reply-sound">
      <figcaption class="legend">{t("reply.listenAgain")}</figcaption>
      <audio controls preload="metadata" src={address} aria-label={t("reply.listenAgain")} />
    </figure>
  );
}
