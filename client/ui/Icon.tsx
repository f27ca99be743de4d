import { iconShapes, type IconName } from "./icon-shapes.ts";

/** A drawing beside a word, never instead of one; whoever shows it alone gives its key an `aria-label`. */
export function Icon(props: { name: IconName; size?: "s" | "l" | "xl"; isMirrored?: boolean }) {
  return (
    <svg
      class="icon"
      classList={{ [props.size ?? "m"]: true, mirrored: props.isMirrored === true }}
      viewBox="0 0 24 24"
      aria-hidden="true"
      // eslint-disable-next-line solid/no-innerhtml -- the shapes are the project's own constants.
      innerHTML={iconShapes[props.name]}
    />
  );
}
