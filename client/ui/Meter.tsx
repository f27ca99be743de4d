/** A level meter: `level` and `peak` are percents of its scale, good between 38 and 78. `text` says the level in words. */
export function Meter(props: { label: string; level: number; peak: number; text: string; isLying?: boolean }) {
  return (
    <div
      class="vu"
      classList={{ h: props.isLying === true }}
      role="meter"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(props.level)}
      aria-valuetext={props.text}
      style={{ "--level": String(props.level), "--peak": String(props.peak) }}
    >
      <i />
      <b />
    </div>
  );
}
