import { onCleanup } from "solid-js";

/** A sound as it would be sent, by the browser's own keys. */
export function PlayBack(props: { sound: Blob; label: string }) {
  // eslint-disable-next-line solid/reactivity -- another sound makes another of these.
  const address = URL.createObjectURL(props.sound);
  onCleanup(() => URL.revokeObjectURL(address));
  return (
    <figure class="own-sound">
      <figcaption class="legend">{props.label}</figcaption>
      <audio controls preload="metadata" src={address} aria-label={props.label} />
    </figure>
  );
}
