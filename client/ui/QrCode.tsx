import { encode } from "uqr";
import { useI18n } from "../i18n/I18n.tsx";

/** A QR code, always dark on white so that every camera reads it; `label` for an address that nobody is to read. */
export function QrCode(props: { address: string; label?: string }) {
  const { t } = useI18n();
  const squares = () =>
    encode(props.address, { border: 2 })
      .data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join(""))
      .join("");
  const size = () => encode(props.address, { border: 2 }).size;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size()} ${size()}`}
      role="img"
      aria-label={props.label ?? t("frame.codeOf", { address: props.address })}
    >
      <rect width={size()} height={size()} fill="#fff" />
      <path d={squares()} fill="#17232d" shape-rendering="crispEdges" />
    </svg>
  );
}
